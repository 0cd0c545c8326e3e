"""Which rules there are, and which of them a selection means."""

from __future__ import annotations

import pytest

from resilify_cli.errors import FilterError
from resilify_cli.rules import all_rules, find_rule, select_rules

RELATIONS = [rule.code for rule in all_rules() if rule.code.startswith("RES3")]


def selected(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    """Return the codes that a selection leaves."""
    return [rule.code for rule in select_rules(select, ignore)]


def test_rules_are_sorted_by_code() -> None:
    """The order of the files does not matter."""
    codes = [rule.code for rule in all_rules()]
    assert sorted(codes) == codes
    assert ["RES101", "RES102", "RES103"] == codes[:3]


def test_nothing_selected_means_all_that_is_on_by_default() -> None:
    """Without a selection every rule runs that is no matter of taste; one that ignores leaves the rest."""
    usual = [rule for rule in all_rules() if rule.by_default]
    assert usual == list(select_rules())
    assert {"RES9"} == {rule.code[:4] for rule in all_rules() if not rule.by_default}
    assert [rule.code for rule in usual if not rule.code.startswith("RES45")] == selected(ignore=("RES45",))
    assert [] == selected(ignore=("RES",))


def test_a_rule_is_selected_by_code_by_prefix_or_by_name() -> None:
    """Codes and prefixes are known in any case, and each rule is taken once."""
    assert ["RES301"] == selected(("RES301",)) == selected(("unknown-related-slug",)) == selected(("res301",))
    assert {"RES301", "RES304"} < set(RELATIONS)
    assert RELATIONS == selected(("RES3",)) == selected(("res30", "RES3", "self-related"))
    assert ["RES110", "RES301"] == selected(("RES301", "not-utf8"))


def test_the_longer_selector_wins() -> None:
    """What is named more exactly goes before what is named by its family; a name is as exact as a code."""
    assert ["RES301"] == selected(("RES301",), ("RES3",)) == selected(("unknown-related-slug",), ("RES30",))
    assert RELATIONS[1:] == selected(("RES3",), ("RES301",)) == selected(("RES3",), ("unknown-related-slug",))
    assert [] == selected(("RES301",), ("RES301",)) == selected(("RES3",), ("RES3",))
    assert [] == selected(("self-related",), ("RES304",))


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("RES3011", "did you mean RES301?"),
        ("unknown-related-slugs", "did you mean unknown-related-slug?"),
        ("Unknown-Realted-Slug", "did you mean unknown-related-slug?"),
        ("quux", "codes begin with RES, as RES301"),
        ("", "codes begin with RES, as RES301"),
    ],
)
def test_an_unknown_selector_is_refused_with_a_suggestion(wanted: str, hint: str) -> None:
    """What names no rule stops the run, whether it was to be selected, ignored or found."""
    for call in (
        lambda: select_rules((wanted,)),
        lambda: select_rules((), (wanted,)),
        lambda: find_rule(wanted),
    ):
        with pytest.raises(FilterError) as caught:
            call()
        assert f"no rule is called {wanted!r}; {hint}" == str(caught.value)


def test_a_rule_is_found_by_code_or_name_in_any_case() -> None:
    """A rule answers to its whole code and to its name, and not to a prefix."""
    assert "unknown-related-slug" == find_rule("RES301").name == find_rule("res301").name
    assert "RES301" == find_rule("unknown-related-slug").code == find_rule("Unknown-Related-Slug").code
    with pytest.raises(FilterError):
        find_rule("RES30")


def test_a_rule_carries_its_explanation() -> None:
    """The docstring of a rule's file is what explains it, without the headings."""
    sections = find_rule("not-utf8").sections()
    assert "The file is not UTF-8." == sections["Summary"]
    assert "title: A Calmer Café" == sections["Good"]
