"""RES112: something stands behind the closing fence."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_text_behind_the_closing_fence_is_found_with_it(tmp_path: Path) -> None:
    """The line of the closing fence is reported, and the text on it told."""
    text = program().removesuffix("\n") + " date: today\n"
    assert [("RES112", Span(29, 1, 29, 16))] == found(text, tmp_path)
    message = "'date: today' stands behind the closing ---, and is shown as the body of the page"
    assert [(message, "write --- on a line of its own")] == told(text, tmp_path)
    assert [("RES112", "error")] == weighed(text, tmp_path)


def test_a_fourth_hyphen_is_text(tmp_path: Path) -> None:
    """The site takes three hyphens for the fence and shows the rest, with CR LF too."""
    text = (program().removesuffix("\n") + "-\n").replace("\n", "\r\n")
    assert [("RES112", Span(29, 1, 29, 5))] == found(text, tmp_path)


def test_blanks_and_a_body_below_are_fine(tmp_path: Path) -> None:
    """Blanks behind the fence are nothing, and a body may follow on its own line."""
    assert [] == found(program().removesuffix("\n") + "  \t\nA body.\n", tmp_path)
