"""RES303: title and slug of a related program name two different programs."""

from __future__ import annotations

from pathlib import Path

from factory import other, program
from resilify_cli.diagnostics import Span
from rule_findings import found, found_among, mended, related, told, weighed


def test_title_and_slug_of_two_programs_are_found_at_the_slug(tmp_path: Path) -> None:
    """The message says where the title and where the slug leads; the title is compared without its case."""
    text = related(("easing worry", "quiet-evenings"))
    assert [("RES303", Span(21, 13, 21, 27))] == found(text, tmp_path)
    message = "the title is that of easing-worry (Easing Worry), but the slug leads to quiet-evenings (Quiet Evenings)"
    assert [(message, "write the slug easing-worry, or the title Quiet Evenings")] == told(text, tmp_path)
    assert [("RES303", "error")] == weighed(text, tmp_path)


def test_a_title_that_no_program_has_is_fine(tmp_path: Path) -> None:
    """The site never shows the title, so that an old or an empty one is no mistake of this kind."""
    drifted = found(related(("Evenings in Quiet", "quiet-evenings")), tmp_path)
    assert ["RES306"] == [code for code, _ in drifted]
    assert [("RES202", Span(20, 14, 20, 16))] == found(related(("''", "quiet-evenings")), tmp_path)


def test_an_unknown_slug_is_that_and_no_more(tmp_path: Path) -> None:
    """Where the slug names no program, there are no two programs."""
    assert [("RES301", Span(21, 13, 21, 18))] == found(related(("Easing Worry", "cbt-1")), tmp_path)


def test_one_of_several_programs_of_the_title_is_enough(tmp_path: Path) -> None:
    """Where two programs share a title, the slug may be that of either."""
    files = {
        "a.md": related(("Easing Worry", "later"), ("Easing Worry", "easing-worry")),
        "easing-worry.md": other("easing-worry"),
        "later.md": program(
            "title: Easing Worry\nsequence: 8\nprogramId: 44444444-4444-4444-8444-444444444444\n"
        ),
        "quiet-evenings.md": other("quiet-evenings"),
    }
    assert {"RES213"} == {code for _, code, _ in found_among(files, tmp_path)}


def test_a_slug_that_is_wrong_in_any_case_gives_way_to_the_title(tmp_path: Path) -> None:
    """As the own slug, or one that stands in the list before: the title alone can be meant."""
    own = related(("Easing Worry", "a-calmer-week"))
    assert ["write the slug easing-worry"] == [hint for _, hint in told(own, tmp_path)]
    after = related(("Easing Worry", "easing-worry"))
    assert ("writes easing-worry", after, False) == mended(own, tmp_path, "RES303")
    again = related(("Quiet Evenings", "quiet-evenings"), ("Easing Worry", "quiet-evenings"))
    after = related(("Quiet Evenings", "quiet-evenings"), ("Easing Worry", "easing-worry"))
    assert ("writes easing-worry", after, False) == mended(again, tmp_path, "RES303")


def test_a_title_whose_program_is_listed_already_leaves_two_answers(tmp_path: Path) -> None:
    """Its slug would stand there twice."""
    text = related(("Easing Worry", "easing-worry"), ("Easing Worry", "a-calmer-week"))
    assert ["write the slug easing-worry, or the title A Calmer Week"] == [
        hint for _, hint in told(text, tmp_path)
    ]
