"""RES305: a related program stands twice in the list."""

from __future__ import annotations

from pathlib import Path

from resilify_cli.diagnostics import Span
from rule_findings import found, mended, related, told, weighed

QUIET = ("Quiet Evenings", "quiet-evenings")
EASING = ("Easing Worry", "easing-worry")


def test_the_later_of_two_equal_slugs_is_found(tmp_path: Path) -> None:
    """A second card of one program is a warning at its slug, with the number of the first."""
    text = related(EASING, QUIET, QUIET)
    assert [("RES305", Span(25, 13, 25, 27))] == [one for one in found(text, tmp_path) if one[0] == "RES305"]
    message = "the slug 'quiet-evenings' stands in the list already, as number 2"
    assert [(message, "remove one of the two entries")] == told(text, tmp_path)
    assert [("RES305", "warning")] == weighed(text, tmp_path)


def test_each_later_one_is_found_and_names_the_first(tmp_path: Path) -> None:
    """Three of one slug are two findings; the titles do not matter."""
    text = related(QUIET, ("Evenings", "quiet-evenings"), EASING, QUIET)
    twice = [("RES305", Span(23, 13, 23, 27)), ("RES305", Span(27, 13, 27, 27))]
    assert twice == [one for one in found(text, tmp_path) if one[0] == "RES305"]
    assert 2 == sum("as number 1" in message for message, _ in told(text, tmp_path))


def test_an_unknown_slug_counts_too(tmp_path: Path) -> None:
    """Twice the same mistake is two unknown slugs, and a list that names one twice."""
    text = related(("Pottery", "clay"), ("Pottery", "clay"))
    assert ["RES301", "RES301", "RES305"] == [code for code, _ in found(text, tmp_path)]


def test_empty_slugs_and_different_ones_are_not_compared(tmp_path: Path) -> None:
    """Two empty slugs are two faults of shape, and no more."""
    assert [] == found(related(QUIET, EASING), tmp_path)
    assert {"RES202"} == {code for code, _ in found(related(("One", "''"), ("Two", "''")), tmp_path)}


def test_the_fix_removes_the_later_entry(tmp_path: Path) -> None:
    """The first keeps its place."""
    text = related(("Easing Worry", "easing-worry"), ("Easing Worry", "easing-worry"))
    after = related(("Easing Worry", "easing-worry"))
    assert ("removes the later entry", after, False) == mended(text, tmp_path, "RES305")


def test_the_title_of_another_program_is_another_mistake(tmp_path: Path) -> None:
    """That program was meant, so that neither entry is one to be removed."""
    text = related(("Easing Worry", "easing-worry"), ("Quiet Evenings", "easing-worry"))
    assert [("RES303", Span(23, 13, 23, 25))] == found(text, tmp_path)
