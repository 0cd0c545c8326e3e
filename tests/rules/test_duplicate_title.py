"""RES213: two programs have the same title."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import other, program
from resilify_cli.diagnostics import Span
from rule_findings import found, found_among, told, weighed


def test_the_title_of_another_program_is_found_and_that_program_named(tmp_path: Path) -> None:
    """A title that stands in another file too is a warning at its value."""
    text = program("title: Quiet Evenings\n")
    assert [("RES213", Span(3, 8, 3, 22))] == found(text, tmp_path)
    message = "quiet-evenings (Quiet Evenings) has the same title"
    assert [(message, "give each program a title of its own")] == told(text, tmp_path)
    assert [("RES213", "warning")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    "title", ["quiet evenings", '"Quiet – Evenings!"', "QUIET EVENINGS", "Quiet\n  Evenings"]
)
def test_case_punctuation_and_folding_make_no_other_title(title: str, tmp_path: Path) -> None:
    """What a reader cannot tell apart is the same."""
    assert ["RES213"] == [code for code, _ in found(program(f"title: {title}\n"), tmp_path)]


def test_both_are_reported(tmp_path: Path) -> None:
    """Each of two programs of one title is told."""
    files = {
        "a.md": program("title: quiet evenings\n"),
        "easing-worry.md": other("easing-worry"),
        "quiet-evenings.md": other("quiet-evenings"),
    }
    expected = [("a.md", "RES213", Span(3, 8, 3, 22)), ("quiet-evenings.md", "RES213", Span(3, 8, 3, 22))]
    assert expected == found_among(files, tmp_path)


def test_titles_without_letters_are_not_compared(tmp_path: Path) -> None:
    """Nothing is left of a title of signs, or of an empty one, and nothing is the same as nothing."""
    files = {
        "easing-worry.md": other("easing-worry"),
        "quiet-evenings.md": program("title: '?!'\n"),
        "third.md": program("title: '…'\nsequence: 8\nprogramId: 44444444-4444-4444-8444-444444444444\n"),
    }
    assert "RES213" not in {code for _, code, _ in found_among(files, tmp_path)}


def test_a_longer_title_is_another(tmp_path: Path) -> None:
    """One word more makes another title."""
    assert [] == found(program("title: Quiet Evenings II\n"), tmp_path)
