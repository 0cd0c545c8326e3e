"""RES304: a program is related to itself."""

from __future__ import annotations

from pathlib import Path

from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, related, told, weighed


def test_the_own_slug_is_found(tmp_path: Path) -> None:
    """A card that leads to the open page is a warning at its slug."""
    text = related(("Easing Worry", "easing-worry"), ("A Calmer Week", "a-calmer-week"))
    assert [("RES304", Span(23, 13, 23, 26))] == found(text, tmp_path)
    assert [("the program is related to itself", "remove the entry")] == told(text, tmp_path)
    assert [("RES304", "warning")] == weighed(text, tmp_path)


def test_the_own_title_alone_is_not_enough(tmp_path: Path) -> None:
    """The slug decides; a title of the program beside another slug is another mistake."""
    assert [("RES303", Span(21, 13, 21, 27))] == found(related(("A Calmer Week", "quiet-evenings")), tmp_path)


def test_a_part_of_the_own_slug_shows_the_program_itself(tmp_path: Path) -> None:
    """A short slug is told with the program that it shows."""
    assert [("RES302", Span(21, 13, 21, 19))] == found(related(("A Calmer Week", "calmer")), tmp_path)


def test_each_entry_is_found(tmp_path: Path) -> None:
    """Twice itself is two such cards, the second of which also stands twice."""
    text = related(("A Calmer Week", "a-calmer-week"), ("A Calmer Week", "a-calmer-week"))
    expected = [
        ("RES304", Span(21, 13, 21, 26)),
        ("RES304", Span(23, 13, 23, 26)),
        ("RES305", Span(23, 13, 23, 26)),
    ]
    assert expected == found(text, tmp_path)


def test_the_fix_removes_the_entry(tmp_path: Path) -> None:
    """With its lines; the only entry of a list stays."""
    text = related(("A Calmer Week", "a-calmer-week"), ("Easing Worry", "easing-worry"))
    after = related(("Easing Worry", "easing-worry"))
    assert ("removes the entry", after, False) == mended(text, tmp_path, "RES304")
    (finding,) = findings(related(("A Calmer Week", "a-calmer-week")), tmp_path)
    assert (None, True) == (finding.fix, finding.is_withdrawn)


def test_the_title_of_another_program_is_another_mistake(tmp_path: Path) -> None:
    """That program was meant, so that the entry is not one to be removed."""
    text = related(("Quiet Evenings", "a-calmer-week"), ("Easing Worry", "easing-worry"))
    assert [("RES303", Span(21, 13, 21, 26))] == found(text, tmp_path)
