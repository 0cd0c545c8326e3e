"""RES501: white space around a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, told, weighed


def test_a_space_at_the_end_is_found_and_removed(tmp_path: Path) -> None:
    """At the space, in its line."""
    text = program('title: "A Calmer Week "\n')
    assert [("RES501", Span(3, 22, 3, 23))] == found(text, tmp_path)
    assert [("the text ends in white space", "remove it")] == told(text, tmp_path)
    assert [("RES501", "warning")] == weighed(text, tmp_path)
    assert ("removes the space", program('title: "A Calmer Week"\n'), True) == mended(
        text, tmp_path, "RES501"
    )


def test_a_space_at_the_beginning_is_found_and_removed(tmp_path: Path) -> None:
    """In every plain text, here a tag."""
    text = program("tags:\n  - '  calm'\n")
    assert [("RES501", Span(28, 6, 28, 8))] == found(text, tmp_path)
    assert ("removes the space", program("tags:\n  - 'calm'\n"), True) == mended(text, tmp_path, "RES501")


@pytest.mark.parametrize(
    "change", ["title: |\n  A Calmer Week\n", "overview: ' <p>Rest.</p> '\n", "title:   A Calmer Week   \n"]
)
def test_what_no_reader_meets_is_fine(change: str, tmp_path: Path) -> None:
    """The line feed that ends a block, spaces around HTML, spaces outside the value."""
    assert [] == found(program(change), tmp_path)
