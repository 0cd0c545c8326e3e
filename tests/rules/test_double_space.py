"""RES502: two spaces in a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, told, weighed


def test_two_spaces_are_one(tmp_path: Path) -> None:
    """Found where they stand, and written as one."""
    text = program("title: A Calmer   Week\n")
    assert [("RES502", Span(3, 16, 3, 19))] == found(text, tmp_path)
    assert [("two spaces stand where one is wanted", "write one")] == told(text, tmp_path)
    assert [("RES502", "warning")] == weighed(text, tmp_path)
    assert ("writes one space", program("title: A Calmer Week\n"), True) == mended(text, tmp_path, "RES502")


@pytest.mark.parametrize("change", ["overview: <p>Rest  well.</p>\n", "title: A\n  Calmer\n  Week\n"])
def test_what_is_shown_as_one_is_fine(change: str, tmp_path: Path) -> None:
    """In HTML a browser shows one, and folded lines have one."""
    assert [] == found(program(change), tmp_path)
