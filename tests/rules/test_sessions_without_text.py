"""RES207: sessions have a title and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

HINT = "write what each session is about, and what the reader does in it"


def sessions(*texts: str) -> str:
    """Return a program whose sessions have these lines below their title, on line 13 and on."""
    entries = (f"    - title: Session\n{f'      {text}' + chr(10) if text else ''}" for text in texts)
    return program("sessions:\n  session:\n" + "".join(entries))


def test_where_all_are_bare_the_finding_stands_at_the_field(tmp_path: Path) -> None:
    """One finding for the file, however many there are."""
    text = sessions("", "", "")
    assert [("RES207", Span(11, 1, 11, 9))] == found(text, tmp_path)
    message = "none of the 3 sessions has a text; a reader finds a title alone"
    assert [(message, HINT)] == told(text, tmp_path)
    assert [("RES207", "info")] == weighed(text, tmp_path)
    message = "the session has no text; a reader finds a title alone"
    assert [(message, HINT)] == told(sessions(""), tmp_path)


def test_where_some_are_the_first_is_pointed_at(tmp_path: Path) -> None:
    """Blank texts are none; the numbers are those that the site shows."""
    text = sessions("overview: Look.", "overview: ' '", "activityOverview: Note.", "activityOverview:")
    assert [("RES207", Span(15, 14, 15, 21))] == found(text, tmp_path)
    message = "sessions 2, 4 have no text; a reader finds a title alone"
    assert [(message, HINT)] == told(text, tmp_path)
    message = "session 2 has no text; a reader finds a title alone"
    assert [(message, HINT)] == told(sessions("overview: Look.", ""), tmp_path)


@pytest.mark.parametrize("text", ["overview: Look.", "activityOverview: Note."])
def test_one_text_is_enough(text: str, tmp_path: Path) -> None:
    """Either of the two will do."""
    assert [] == found(sessions(text, text), tmp_path)


@pytest.mark.parametrize(
    ("line", "code"),
    [("activity_overview: Note.", "RES204"), ("overview: 12", "RES203"), ("overview: *a", "RES107")],
)
def test_a_text_that_goes_astray_is_told_as_such(line: str, code: str, tmp_path: Path) -> None:
    """Under a mistyped name, of another type, behind an alias: there is one, and another rule tells of it."""
    assert [code] == [code for code, _ in found(sessions(line), tmp_path)]


def test_a_session_without_a_title_is_told_as_such(tmp_path: Path) -> None:
    """What has neither title nor text lacks the title first of all."""
    text = program("sessions:\n  session:\n    - title: ''\n")
    assert ["RES202"] == [code for code, _ in found(text, tmp_path)]


def test_behind_a_mistake_nothing_is_known(tmp_path: Path) -> None:
    """Where the YAML breaks off, a session may have its text behind that place."""
    text = sessions("").replace("relatedpost:", "      overview: @here\nrelatedpost:")
    assert ["RES103"] == [code for code, _ in found(text, tmp_path)]
