"""RES702: a script in an overview."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


@pytest.mark.parametrize(
    ("html", "start", "end"), [("<p>a</p><script>x</script>", 8, 16), ("<SCRIPT src=x></SCRIPT>", 0, 14)]
)
def test_it_is_found_where_it_stands(html: str, start: int, end: int, tmp_path: Path) -> None:
    """As an error, at the very characters."""
    text = program(f"overview: '{html}'\n")
    assert [("RES702", Span(7, 12 + start, 7, 12 + end))] == found(text, tmp_path)
    assert [("RES702", "error")] == weighed(text, tmp_path)


def test_it_says_what_happens(tmp_path: Path) -> None:
    """What a reader meets, and what to do."""
    text = program("overview: '<script>x</script>'\n")
    assert [
        ("a script stands in the overview, and may run on the page of every reader", "remove it")
    ] == told(text, tmp_path)


@pytest.mark.parametrize(
    "html", ["<p>the script of life</p>", "<p>&lt;script&gt;</p>", "<p>a</p><!-- <script> -->"]
)
def test_what_is_harmless_is_fine(html: str, tmp_path: Path) -> None:
    """Words, comments and other elements."""
    assert [] == found(program(f"overview: '{html}'\n"), tmp_path)
