"""Related slugs, as the site resolves them."""

from __future__ import annotations

from resilify_cli.facts import Facts, RelatedFacts
from resilify_cli.relations import Relations, Resolution, label


def facts(slug: str, *related: str, title: str | None = None) -> Facts:
    """Return a program that names others."""
    names = tuple(RelatedFacts(name, name, ("relatedpost", "program", i)) for i, name in enumerate(related))
    return Facts(slug, f"{slug}.md", title=title, related=names)


FIRST = facts("sleep-well-at-night", "sleep-well", "gone", title="Sleep Well at Night")
SECOND = facts("sleep-well", "sleep-well", "sleep-well-at-night", "sleep-well-at-night")
THIRD = facts("calm", "sleep-well")
RELATIONS = Relations([FIRST, SECOND, THIRD])


def test_the_first_page_whose_path_contains_the_slug_is_shown() -> None:
    """A known slug may still show another program, which comes earlier and contains it."""
    assert Resolution("sleep-well", is_known=True, target=FIRST) == RELATIONS.resolve("sleep-well")
    assert Resolution("calm", is_known=True, target=THIRD) == RELATIONS.resolve("calm")


def test_a_short_slug_shows_a_program_without_being_known() -> None:
    """A part of a slug is not the slug; a part of the path in front of it shows the first program of all."""
    assert Resolution("night", is_known=False, target=FIRST) == RELATIONS.resolve("night")
    assert Resolution("resilify/program", is_known=False, target=FIRST) == RELATIONS.resolve(
        "resilify/program"
    )


def test_a_slug_that_no_path_contains_shows_nothing() -> None:
    """The card is dropped; and no slug reaches over the border of two paths."""
    assert Resolution("gone", is_known=False, target=None) == RELATIONS.resolve("gone")
    assert Resolution("/\n/", is_known=False, target=None) == RELATIONS.resolve("/\n/")


def test_backlinks_are_the_other_programs_that_name_one() -> None:
    """Each once, in display order, and never the program itself."""
    assert [("sleep-well-at-night", "calm"), ("sleep-well",), ()] == [
        RELATIONS.backlinks(p.slug) for p in (SECOND, FIRST, THIRD)
    ]


def test_a_fault_names_what_may_have_been_meant() -> None:
    """An unknown slug is a fault; a known one, a short one and an empty one are not this one."""
    relations = Relations([facts("quiet-evenings", title="Quiet Evenings")])
    program = facts("calm", "quiet-evnings", "quiet-evenings", "evenings", " ")
    told = [relations.fault(program, related) for related in program.related]
    assert told[0] is not None
    assert (
        "unknown-related-slug",
        ("relatedpost", "program", 0, "slug"),
        "did you mean quiet-evenings (Quiet Evenings)?",
    ) == (told[0].kind, told[0].at, told[0].help)
    assert [None, None, None] == told[1:]


def test_a_fault_without_candidates_says_where_to_look() -> None:
    """No guess is better than a wild one."""
    fault = Relations([facts("calm")]).fault(facts("x", "zzz"), facts("x", "zzz").related[0])
    assert "`resilify list` shows all slugs" == (fault.help if fault else None)


def test_a_program_without_a_title_is_named_by_its_slug() -> None:
    """There is always a slug."""
    assert ["calm", "sleep-well-at-night (Sleep Well at Night)"] == [label(THIRD), label(FIRST)]
