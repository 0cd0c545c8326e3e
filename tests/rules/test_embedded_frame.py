"""RES705: another page within an overview."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


@pytest.mark.parametrize(
    ("html", "start", "end"),
    [
        ("<p>a</p><iframe src=x></iframe>", 8, 22),
        ("<object data=x></object>", 0, 15),
        ("<embed src=x>", 0, 13),
    ],
)
def test_it_is_found_where_it_stands(html: str, start: int, end: int, tmp_path: Path) -> None:
    """As an error, at the very characters."""
    text = program(f"overview: '{html}'\n")
    assert [("RES705", Span(7, 12 + start, 7, 12 + end))] == found(text, tmp_path)
    assert [("RES705", "error")] == weighed(text, tmp_path)


def test_it_says_what_happens(tmp_path: Path) -> None:
    """What a reader meets, and what to do."""
    text = program("overview: '<iframe></iframe>'\n")
    assert [("<iframe> embeds another page in the overview", "link to it instead")] == told(text, tmp_path)


@pytest.mark.parametrize("html", ["<p>an iframe</p>", "<p>&lt;iframe&gt;</p>"])
def test_what_is_harmless_is_fine(html: str, tmp_path: Path) -> None:
    """Words, comments and other elements."""
    assert [] == found(program(f"overview: '{html}'\n"), tmp_path)
