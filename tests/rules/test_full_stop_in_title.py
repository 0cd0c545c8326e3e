"""RES902: a full stop at the end of a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, small_catalogue
from resilify_cli.diagnostics import Span
from resilify_cli.rules import find_rule
from resilify_cli.rules._runner import ValidateOptions, validate
from rule_findings import MEDIA, found, found_by

RULE = find_rule("RES902")


def test_it_is_found_where_it_is_asked_for(tmp_path: Path) -> None:
    """At the stop, of the program and of a session; and not by default."""
    text = program(
        'title: A Calmer Week.\nsessions:\n  session:\n    - title: "Letting go. "\n      overview: A start.\n'
    )
    assert [("RES902", Span(3, 21, 3, 22)), ("RES902", Span(13, 25, 13, 26))] == found_by(
        RULE, text, tmp_path
    )
    assert {"RES501"} == {code for code, _ in found(text, tmp_path)}


def test_the_fix_removes_it(tmp_path: Path) -> None:
    """Which is safe; and what is said."""
    programs = small_catalogue(tmp_path, program("title: A Calmer Week.\n"))
    (finding,) = validate(programs, ValidateOptions((RULE,), MEDIA))
    assert ("the title ends in a full stop", "remove it") == (finding.message, finding.help)
    assert "info" == finding.severity
    assert finding.fix is not None
    assert ("", True) == (finding.fix.edits[0].content, finding.fix.safe)


@pytest.mark.parametrize(
    "title",
    [
        "Rest, Walk, etc.",
        "Living in the U.S.",
        "Working for Calm Inc.",
        "And then...",
        "What Is Rest?",
        "A Week, Vol.",
        "Sit. Breathe.",
        "The DBT.",
    ],
)
def test_abbreviations_and_sentences_are_fine(title: str, tmp_path: Path) -> None:
    """Nobody would take their stop away."""
    assert [] == found_by(RULE, program(f"title: {title}\n"), tmp_path)
