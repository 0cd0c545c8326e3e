"""`resilify new`."""

from __future__ import annotations

from pathlib import Path

from program import Program


def test_a_program_is_begun(resilify: Program, folder: Path) -> None:
    """The path goes to standard output, and validation has no error to tell."""
    outcome = resilify("new", "A Longer Breath", "--category", "Sleep")
    note = "write on what it is about; `resilify validate` tells what is missing\n"
    assert (0, "content/a-longer-breath.md\n", note) == (outcome.status, outcome.out, outcome.err)
    assert "  category:\n    - title: Sleep\n" in (folder / "content/a-longer-breath.md").read_text("utf-8")
    assert 0 == resilify("validate").status


def test_a_dry_run_prints_the_file(resilify: Program, folder: Path) -> None:
    """And writes none."""
    out = resilify("new", "A Longer Breath", "--dry-run").out
    assert out.startswith("---\ntemplateKey: resilify-program\ntitle: A Longer Breath\n")
    assert not (folder / "content/a-longer-breath.md").exists()


def test_a_file_is_never_overwritten(resilify: Program, folder: Path) -> None:
    """Whatever it is."""
    before = (folder / "content/post.md").read_bytes()
    outcome = resilify("new", "Post")
    assert (2, "error: content/post.md is there already\n") == (outcome.status, outcome.err)
    assert before == (folder / "content/post.md").read_bytes()


def test_the_first_program_of_a_folder(resilify: Program, folder: Path) -> None:
    """A folder without any is where one begins."""
    (folder / "fresh").mkdir()
    assert "fresh/a-longer-breath.md\n" == resilify("new", "A Longer Breath", "-C", "fresh").out
    assert "sequence: 1\n" in (folder / "fresh/a-longer-breath.md").read_text("utf-8")
