"""RES704: an address that runs a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


@pytest.mark.parametrize(
    ("html", "start", "end"),
    [
        ('<a href="javascript:x">a</a>', 3, 22),
        ('<a href=" JavaScript&colon;x">a</a>', 3, 29),
        ('<a href="java&#9;script:x">a</a>', 3, 26),
        ("<form action=data:text/html,x>a</form>", 6, 29),
    ],
)
def test_it_is_found_where_it_stands(html: str, start: int, end: int, tmp_path: Path) -> None:
    """As an error, at the very characters."""
    text = program(f"overview: '{html}'\n")
    assert [("RES704", Span(7, 12 + start, 7, 12 + end))] == found(text, tmp_path)
    assert [("RES704", "error")] == weighed(text, tmp_path)


def test_it_says_what_happens(tmp_path: Path) -> None:
    """What a reader meets, and what to do."""
    text = program("overview: '<a href=vbscript:x>a</a>'\n")
    assert [
        ("the address begins with vbscript:, and opens no page", "write an address that begins with https://")
    ] == told(text, tmp_path)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/javascript:a">a</a>',
        '<img src="data:image/png;base64,AA" alt=a>',
        "<p>javascript: a history</p>",
    ],
)
def test_what_is_harmless_is_fine(html: str, tmp_path: Path) -> None:
    """Words, comments and other elements."""
    assert [] == found(program(f"overview: '{html}'\n"), tmp_path)
