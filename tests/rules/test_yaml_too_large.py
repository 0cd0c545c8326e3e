"""RES113: the front matter is too deep or too large."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def nested(levels: int) -> str:
    """Return a program whose field `parent` nests lists; the fields themselves are the first level."""
    return program(f"parent: {'[' * (levels - 1)}{']' * (levels - 1)}\n")


def test_the_forty_first_level_is_found(tmp_path: Path) -> None:
    """Reading stops at the bracket that opens one level too many."""
    assert [("RES113", Span(29, 48, 29, 49))] == found(nested(41), tmp_path)
    assert [("the front matter has more than 40 levels", None)] == told(nested(41), tmp_path)
    assert [("RES113", "error")] == weighed(nested(41), tmp_path)


def test_forty_levels_are_fine(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    assert [] == found(nested(40), tmp_path)


def test_no_depth_harms_the_reading(tmp_path: Path) -> None:
    """Thirty thousand brackets, which crash other readers, are one finding, and the rest is examined.

    Newer versions of libyaml scan ahead and give up further on the line.
    """
    text = program("sequence: 2.5\nparent: " + "[" * 30_000 + "\n")
    assert [("RES203", 6), ("RES113", 29)] == [(code, span.line) for code, span in found(text, tmp_path)]


def test_too_many_values_are_found_where_reading_stopped(tmp_path: Path) -> None:
    """More than a hundred thousand values are told as such."""
    text = program(f"parent: [{'0,' * 100_000}]\n")
    assert [("the front matter has more than 100,000 values", None)] == told(text, tmp_path)
