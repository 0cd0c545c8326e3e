"""RES212: two programs have the same sequence."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import catalogue, other, program
from resilify_cli.diagnostics import Span
from resilify_cli.rules._runner import validate
from rule_findings import APART, found, found_among, told, weighed

HERE = Span(6, 11, 6, 12)


def test_the_number_of_another_program_is_found_with_the_nearest_free_one(tmp_path: Path) -> None:
    """A sequence that stands in another file too is reported at its value; the higher free neighbor is offered."""
    text = program("sequence: 2\n")
    assert [("RES212", HERE)] == found(text, tmp_path)
    message = "easing-worry (Easing Worry) has the same sequence 2"
    assert [(message, "the nearest free number is 3")] == told(text, tmp_path)
    assert [("RES212", "error")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    ("taken", "others", "free"),
    [(1, (2,), 3), (5, (6,), 4), (5, (4, 6), 7), (5, (6, 4, 7), 3), (2, (1, 3), 4)],
)
def test_the_nearest_free_number_is_positive_and_free(
    taken: int, others: tuple[int, ...], free: int, tmp_path: Path
) -> None:
    """Of two as near the higher one is offered; never zero, never one that is taken."""
    numbers = [taken, taken, *others]
    files = {
        f"p{index}.md": program(
            f"title: P{index}\nsequence: {number}\nprogramId: 5d7a2c94-41d3-4a3c-9f51-00000000000{index}\n"
        )
        for index, number in enumerate(numbers)
    }
    hints = [
        finding.help for finding in validate(catalogue(tmp_path, files), APART) if finding.code == "RES212"
    ]
    assert [f"the nearest free number is {free}"] * 2 == hints


def test_both_are_reported_however_the_number_is_written(tmp_path: Path) -> None:
    """The site reads `0x2` as 2."""
    files = {
        "a.md": program("sequence: 0x2\n"),
        "easing-worry.md": other("easing-worry"),
        "quiet-evenings.md": other("quiet-evenings"),
    }
    written = Span(6, 11, 6, 14)
    expected = [("a.md", "RES119", written), ("a.md", "RES212", written), ("easing-worry.md", "RES212", HERE)]
    assert expected == found_among(files, tmp_path)


def test_a_number_between_quotes_is_no_sequence(tmp_path: Path) -> None:
    """A text is of the wrong type, and the same as no number."""
    assert [("RES203", Span(6, 11, 6, 14))] == found(program("sequence: '2'\n"), tmp_path)


def fixed(numbers: list[int], folder: Path) -> list[str | None]:
    """Return what the fixes of programs with these numbers do, in display order."""
    files = {
        f"p{index}.md": program(
            f"title: P{index}\nsequence: {number}\nprogramId: 5d7a2c94-41d3-4a3c-9f51-00000000000{index}\n"
        )
        for index, number in enumerate(numbers)
    }
    findings = [d for d in validate(catalogue(folder, files)) if d.code == "RES212"]
    return [finding.fix.message if finding.fix else None for finding in findings]


def test_the_fix_moves_the_later_of_two(tmp_path: Path) -> None:
    """The first in display order keeps its number; it is a guess which of them is meant to move."""
    assert [None, "writes 6"] == fixed([5, 5], tmp_path)
    text = program("sequence: 2 # second\n").replace("programId: 5d", "programId: 6d")
    files = {"z.md": text, "easing-worry.md": other("easing-worry")}
    [finding] = [d for d in validate(catalogue(tmp_path / "two", files)) if d.fix]
    assert finding.fix is not None
    assert ("writes 3", [("3", Span(6, 11, 6, 12))], False) == (
        finding.fix.message,
        [(edit.content, edit.span) for edit in finding.fix.edits],
        finding.fix.safe,
    )


def test_no_two_are_moved_to_the_same_number(tmp_path: Path) -> None:
    """Three of one number, and two pairs with one free number between them, all come to stand alone."""
    assert [None, "writes 6", "writes 4"] == fixed([5, 5, 5], tmp_path / "three")
    assert [None, "writes 6", None, "writes 9"] == fixed([5, 5, 7, 7, 8], tmp_path / "pairs")


def test_of_many_others_three_are_named(tmp_path: Path) -> None:
    """A message stays a message, though a hundred programs have the number."""
    files = {
        f"p{index}.md": program(
            f"title: P{index}\nsequence: 5\nprogramId: 5d7a2c94-41d3-4a3c-9f51-00000000000{index}\n"
        )
        for index in range(6)
    }
    first = validate(catalogue(tmp_path, files), APART)[0]
    assert "p1 (P1) and p2 (P2) and p3 (P3) and others have the same sequence 5" == first.message
