"""RES211: two programs have the same programId."""

from __future__ import annotations

from pathlib import Path

from factory import other, program, write
from resilify_cli.diagnostics import Span
from rule_findings import found, found_among, told, weighed

OF_QUIET_EVENINGS = "22222222-2222-4222-8222-222222222222"
HERE = Span(5, 12, 5, 48)


def test_the_id_of_another_program_is_found_and_that_program_named(tmp_path: Path) -> None:
    """A programId that stands in another file too is reported at its value."""
    text = program(f"programId: {OF_QUIET_EVENINGS}\n")
    assert [("RES211", HERE)] == found(text, tmp_path)
    message = "quiet-evenings (Quiet Evenings) has the same programId; the app opens only one of them"
    assert [(message, "give one of them a new UUID")] == told(text, tmp_path)
    assert [("RES211", "error")] == weighed(text, tmp_path)


def test_both_are_reported_in_any_case(tmp_path: Path) -> None:
    """Capitals make no other UUID, and each of the two files is told."""
    files = {
        "a.md": program(),
        "b.md": program("title: Late\nsequence: 8\nprogramId: 5D7A2C94-41D3-4A3C-9F51-20C4E1B7A6D0\n"),
        "easing-worry.md": other("easing-worry"),
        "quiet-evenings.md": other("quiet-evenings"),
    }
    assert [("a.md", "RES211", HERE), ("b.md", "RES211", HERE)] == found_among(files, tmp_path)


def test_what_is_empty_or_no_text_is_shared_by_nobody(tmp_path: Path) -> None:
    """Two programs without an id have not the same one."""
    files = {
        "a.md": program("programId: ''\n"),
        "easing-worry.md": program("title: Easing Worry\nsequence: 8\nprogramId: '  '\n"),
    }
    assert "RES211" not in {code for _, code, _ in found_among(files, tmp_path)}


def test_several_others_have_the_same(tmp_path: Path) -> None:
    """The message about more than one other program is a sentence."""
    same = f"programId: {OF_QUIET_EVENINGS}\n"
    write(tmp_path, {"third.md": program(f"title: Third\nsequence: 9\n{same}")})
    [(message, _)] = told(program(same), tmp_path)
    assert "quiet-evenings (Quiet Evenings) and third (Third) have the same programId" in message
