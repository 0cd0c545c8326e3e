"""RES107: a YAML alias stands in the place of a value."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

SESSION = "sessions:\n  session:\n    - title: Looking at a week\n      overview: {}\n"


def test_an_alias_is_found_where_it_stands(tmp_path: Path) -> None:
    """An alias is reported at its name, whether or not anything has that anchor."""
    text = program(SESSION.format("*intro"))
    assert [("RES107", Span(14, 17, 14, 23))] == found(text, tmp_path)
    assert [("the alias *intro is not allowed here", "write the value itself")] == told(text, tmp_path)
    assert [("RES107", "error")] == weighed(text, tmp_path)


def test_aliases_are_never_followed(tmp_path: Path) -> None:
    """Anchor and aliases are one finding each; nothing is multiplied."""
    text = program("parent: [&a [x, x], *a, *a]\n")
    expected = [
        ("RES106", Span(29, 10, 29, 12)),
        ("RES107", Span(29, 21, 29, 23)),
        ("RES107", Span(29, 25, 29, 27)),
    ]
    assert expected == found(text, tmp_path)


@pytest.mark.parametrize("overview", ["'*calm'", "Calm *now*", "5 * 2"])
def test_an_asterisk_in_a_text_is_no_alias(overview: str, tmp_path: Path) -> None:
    """Quoted, or behind the first letter, an asterisk is text."""
    assert [] == found(program(SESSION.format(overview)), tmp_path)


def test_an_alias_in_a_required_field_is_one_finding(tmp_path: Path) -> None:
    """A field whose value is an alias is not said to have no value."""
    assert [("RES107", Span(3, 8, 3, 13))] == found(program("title: *calm\n"), tmp_path)
