"""RES302: a related slug shows another program than the one it names."""

from __future__ import annotations

from pathlib import Path

from factory import catalogue, other, program
from resilify_cli.diagnostics import Span
from resilify_cli.rules._runner import validate
from rule_findings import APART, found, found_among, related, told, weighed

NAMES_REST = related(("Long Rest", "rest"), ("Easing Worry", "easing-worry"))
SOUND = {"easing-worry.md": other("easing-worry"), "quiet-evenings.md": other("quiet-evenings")}


def numbered(title: str, sequence: int) -> str:
    """Return a sound program of another title, number and id."""
    return program(
        f"title: {title}\nsequence: {sequence}\nprogramId: 44444444-4444-4444-8444-0000000000{sequence}\n"
    )


def test_a_part_of_a_slug_shows_the_program_that_contains_it(tmp_path: Path) -> None:
    """A part of a slug is reported at its value, with the program that the reader sees."""
    text = related(("Easing Worry", "evenings"))
    assert [("RES302", Span(21, 13, 21, 21))] == found(text, tmp_path)
    message = "for the slug 'evenings' the site shows quiet-evenings (Quiet Evenings), which contains it and comes first"
    hint = "write quiet-evenings"
    assert [(message, hint)] == told(text, tmp_path)


def test_it_weighs_less_where_the_program_is_the_one_of_the_title(tmp_path: Path) -> None:
    """The reader gets what the editor chose, by luck."""
    text = related(("Quiet evenings", "evenings"))
    assert [("RES302", "warning")] == weighed(text, tmp_path)
    assert ["write quiet-evenings"] == [hint for _, hint in told(text, tmp_path)]
    assert [("RES302", "error")] == weighed(related(("Easing Worry", "evenings")), tmp_path)


def test_a_slug_of_a_program_may_show_an_earlier_one(tmp_path: Path) -> None:
    """Also a slug that is known shows whichever program contains it and comes first."""
    files = {
        **SOUND,
        "a.md": NAMES_REST,
        "forest.md": numbered("Forest Walks", 10),
        "rest.md": numbered("Long Rest", 20),
    }
    assert [("a.md", "RES302", Span(21, 13, 21, 17))] == found_among(files, tmp_path)
    [finding] = validate(catalogue(tmp_path, files), APART)
    assert "the site shows forest (Forest Walks)" in finding.message


def test_a_slug_whose_program_comes_first_shows_it(tmp_path: Path) -> None:
    """Where the program itself stands before those that contain its slug, all is well."""
    files = {
        **SOUND,
        "a.md": NAMES_REST,
        "forest.md": numbered("Forest Walks", 20),
        "rest.md": numbered("Long Rest", 10),
    }
    assert [] == found_among(files, tmp_path)


def test_a_program_without_a_title_is_named_by_its_slug(tmp_path: Path) -> None:
    """No message calls a program None."""
    files = {**SOUND, "forest.md": program("sequence: 10\n", without=("title",)), "a.md": NAMES_REST}
    assert not [d.message for d in validate(catalogue(tmp_path, files), APART) if "None" in d.message]
