"""RES703: an event handler in an overview."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


@pytest.mark.parametrize(
    ("html", "start", "end"), [('<p onclick="x">a</p>', 3, 14), ("<img src=a alt=b ONERROR=x>", 17, 26)]
)
def test_it_is_found_where_it_stands(html: str, start: int, end: int, tmp_path: Path) -> None:
    """As an error, at the very characters."""
    text = program(f"overview: '{html}'\n")
    assert [("RES703", Span(7, 12 + start, 7, 12 + end))] == found(text, tmp_path)
    assert [("RES703", "error")] == weighed(text, tmp_path)


def test_it_says_what_happens(tmp_path: Path) -> None:
    """What a reader meets, and what to do."""
    text = program("overview: '<p onload=x>a</p>'\n")
    assert [
        ("the attribute onload is a script, which runs on the page of every reader", "remove it")
    ] == told(text, tmp_path)


@pytest.mark.parametrize("html", ["<p title=onclick>a</p>", "<p>onclick=x</p>", "<p data-on=x>a</p>"])
def test_what_is_harmless_is_fine(html: str, tmp_path: Path) -> None:
    """Words, comments and other elements."""
    assert [] == found(program(f"overview: '{html}'\n"), tmp_path)
