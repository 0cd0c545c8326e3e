"""RES216: the title is that of another program's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import other, program
from resilify_cli.diagnostics import Span
from rule_findings import found_among

LATE = program("title: Late\nsequence: 3\nprogramId: 44444444-4444-4444-8444-444444444444\n")


def found(title: str, folder: Path, name: str = "a-calmer-week.md") -> list[tuple[str, str, Span]]:
    """Return what is found where a program has a title, and a program called Late stands in `quiet-nights.md`."""
    files = {slug + ".md": other(slug) for slug in ("easing-worry", "quiet-evenings")}
    return found_among({**files, "quiet-nights.md": LATE, name: program(f"title: {title}\n")}, folder)


@pytest.mark.parametrize("title", ["Quiet Nights", "Quiet nights!", "quiet - nights"])
def test_the_title_of_another_file_is_found(title: str, tmp_path: Path) -> None:
    """It is reported at the title, in the file that has it."""
    end = 8 + len(title)
    assert [("a-calmer-week.md", "RES216", Span(3, 8, 3, end))] == found(title, tmp_path)


@pytest.mark.parametrize("title", ["Quiet", "Quiet Nights Again", "A Calmer Week", "Something Else", "…"])
def test_a_title_that_makes_no_other_name_is_fine(title: str, tmp_path: Path) -> None:
    """Few files are called as their title has it; that alone is no mistake."""
    assert [] == found(title, tmp_path)


def test_two_programs_of_one_title_are_another_matter(tmp_path: Path) -> None:
    """Where the other has the title as well, that is what is wrong."""
    assert {"RES213"} == {code for _, code, _ in found("Quiet Evenings", tmp_path)}


def test_a_file_in_another_folder_may_have_its_own_name(tmp_path: Path) -> None:
    """A title that makes the file's own slug is right, though another file has that slug too."""
    codes = {code for _, code, _ in found("Quiet Nights", tmp_path, "older/quiet-nights.md")}
    assert {"RES214"} == codes
