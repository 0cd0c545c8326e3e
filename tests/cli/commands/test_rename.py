"""`resilify rename`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from program import Program

ROWS = [
    ["content/easing-worry.md", "", "", "content/easing-worry.md", "content/meeting-worry.md"],
    ["content/quiet-evenings.md", "21", "relatedpost.program[0].slug", "easing-worry", "meeting-worry"],
    ["content/a-calmer-week.md", "21", "relatedpost.program[0].slug", "easing-worry", "meeting-worry"],
]


def test_a_program_is_renamed_wherever_it_is_named(resilify: Program, folder: Path) -> None:
    """What changed goes to standard output, and validation is as content as before."""
    before = resilify("validate").out
    outcome = resilify("rename", "easing", "meeting-worry")
    assert (0, ROWS) == (outcome.status, outcome.rows)
    assert (
        outcome.err
        == "2 values changed in 2 files\ncontent/easing-worry.md is now content/meeting-worry.md\n"
    )
    assert (folder / "content/meeting-worry.md").exists()
    assert before.replace("easing-worry", "meeting-worry") == resilify("validate").out


def test_a_dry_run_tells_the_same_and_changes_nothing(resilify: Program, folder: Path) -> None:
    """Not a byte."""
    before = {path: path.read_bytes() for path in folder.rglob("*.md")}
    outcome = resilify("rename", "easing", "meeting-worry", "--dry-run")
    assert ROWS == outcome.rows
    assert outcome.err == (
        "2 values would change in 2 files\ncontent/easing-worry.md would be content/meeting-worry.md\n"
    )
    assert before == {path: path.read_bytes() for path in folder.rglob("*.md")}


def test_json_tells_where_each_value_stands(resilify: Program) -> None:
    """With column, and whether it was written."""
    data = resilify("rename", "a-calmer-week", "a-calmer-week", "--title", "Calm", "--format", "json").data
    change = {
        "path": "content/a-calmer-week.md",
        "line": 3,
        "column": 8,
        "field": "title",
        "from": "A Calmer Week",
        "to": "Calm",
    }
    path = "content/a-calmer-week.md"
    assert {"from": path, "to": path, "written": True, "changes": [change], "left": []} == data


def test_a_slug_that_will_not_do_and_an_unknown_key_are_told(resilify: Program) -> None:
    """The first cannot be done, the second is a negative answer."""
    outcome = resilify("rename", "easing", "Easing Worries")
    assert (2, "error: 'Easing Worries' is no slug; write easing-worries\n") == (outcome.status, outcome.err)
    assert 1 == resilify("rename", "nothing-like-it", "x").status


INTERRUPTED = """
import os, signal, sys
from resilify_cli.__main__ import main


def interrupt(event, arguments):
    if event == "os.rename":
        os.kill(os.getpid(), signal.SIGINT)


sys.addaudithook(interrupt)
sys.argv = ["resilify", "rename", "easing", "meeting-worry"]
main()
"""


def test_an_interrupt_waits_until_all_is_done(folder: Path) -> None:
    """And is told by the status."""
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=folder, check=False, capture_output=True, text=True
    )
    assert (130, ROWS) == (ended.returncode, [line.split("\t") for line in ended.stdout.splitlines()])
    assert (folder / "content/meeting-worry.md").exists()
    assert not list(folder.rglob(".resilify-*"))


def test_what_still_names_it_is_told(resilify: Program, folder: Path) -> None:
    """With path and line, on standard error and as data."""
    path = folder / "content/quiet-evenings.md"
    path.write_text(path.read_text("utf-8") + "See /resilify/program/easing-worry/.\n", "utf-8")
    outcome = resilify("rename", "easing", "meeting-worry", "--dry-run")
    assert "content/quiet-evenings.md:30 names it by its old slug; change it by hand\n" in outcome.err
    data = resilify("rename", "easing", "meeting-worry", "--format", "json").data
    assert ["content/quiet-evenings.md:30"] == data["left"]


def test_nobody_else_may_name_it(resilify: Program) -> None:
    """Then the file alone moves."""
    assert resilify("rename", "a-calmer-week", "calm").err.startswith("no file names it\n")
