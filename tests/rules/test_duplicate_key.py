"""RES104: a field stands twice in the same place."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_the_second_of_two_equal_fields_is_found(tmp_path: Path) -> None:
    """A field that stands twice is reported at the second name, which it tells."""
    text = program("title: A Calmer Week\ntitle: A Calmer Month\n")
    assert [("RES104", Span(4, 1, 4, 6))] == found(text, tmp_path)
    message = "the field 'title' stands here a second time; the page does not build"
    assert [(message, "keep one of the two")] == told(text, tmp_path)
    assert [("RES104", "error")] == weighed(text, tmp_path)


def test_each_further_one_is_found(tmp_path: Path) -> None:
    """Three of a name are two findings, also inside an entry of a list."""
    text = program(
        "tags:\n  - calm\nrelatedpost:\n  program:\n    - title: Easing Worry\n      slug: easing-worry\n      slug: x\n      slug: y\n"
    )
    assert [("RES104", Span(22, 7, 22, 11)), ("RES104", Span(23, 7, 23, 11))] == found(text, tmp_path)


def test_names_are_compared_as_the_site_reads_them(tmp_path: Path) -> None:
    """The number 1 and the text "1" are one name; another case is another name."""
    assert [("RES104", Span(29, 16, 29, 19))] == found(program('parent: {1: a, "1": b}\n'), tmp_path)
    assert [] == found(program("parent: {name: a, Name: b}\n"), tmp_path)


def test_the_same_name_in_two_places_is_fine(tmp_path: Path) -> None:
    """Every session has a title, and so has the program."""
    assert [] == found(program(), tmp_path)
