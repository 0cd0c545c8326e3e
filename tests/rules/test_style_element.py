"""RES706: an element that changes the whole page."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


@pytest.mark.parametrize(
    ("html", "start", "end"),
    [
        ("<style>p{}</style><p>a</p>", 0, 7),
        ("<link rel=stylesheet href=x><p>a</p>", 0, 28),
        ("<base href=x><p>a</p>", 0, 13),
    ],
)
def test_it_is_found_where_it_stands(html: str, start: int, end: int, tmp_path: Path) -> None:
    """As an error, at the very characters."""
    text = program(f"overview: '{html}'\n")
    assert [("RES706", Span(7, 12 + start, 7, 12 + end))] == found(text, tmp_path)
    assert [("RES706", "error")] == weighed(text, tmp_path)


def test_it_says_what_happens(tmp_path: Path) -> None:
    """What a reader meets, and what to do."""
    text = program("overview: '<style></style><p>a</p>'\n")
    assert [("<style> changes the whole page, not only the overview", "remove it")] == told(text, tmp_path)


@pytest.mark.parametrize("html", ['<p style="color:red">a</p>', "<p>in style</p>"])
def test_what_is_harmless_is_fine(html: str, tmp_path: Path) -> None:
    """Words, comments and other elements."""
    assert [] == found(program(f"overview: '{html}'\n"), tmp_path)
