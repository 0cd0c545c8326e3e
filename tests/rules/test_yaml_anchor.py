"""RES106: a value carries a YAML anchor."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_an_anchor_is_found_at_its_name(tmp_path: Path) -> None:
    """An anchor is reported without the value behind it."""
    text = program("title: &calm A Calmer Week\n")
    assert [("RES106", Span(3, 8, 3, 13))] == found(text, tmp_path)
    assert [("the anchor &calm is not allowed here", "remove it")] == told(text, tmp_path)
    assert [("RES106", "error")] == weighed(text, tmp_path)


def test_anchors_of_lists_and_fields_are_found(tmp_path: Path) -> None:
    """Several anchors are several findings, of a list as of an item in it."""
    text = program("tags: &all\n  - &first calm\n")
    assert [("RES106", Span(27, 7, 27, 11)), ("RES106", Span(28, 5, 28, 11))] == found(text, tmp_path)


@pytest.mark.parametrize("title", ["Rest & Calm", '"&calm"', "R&R"])
def test_an_ampersand_in_a_text_is_no_anchor(title: str, tmp_path: Path) -> None:
    """Quoted, or behind the first letter, an ampersand is text."""
    assert [] == found(program(f"title: {title}\n"), tmp_path)


def test_an_anchor_behind_a_tag_is_found_at_its_name(tmp_path: Path) -> None:
    """What stands before an anchor does not shift its place."""
    text = program("title: !!str &calm A Calmer Week\n")
    assert ("RES106", Span(3, 14, 3, 19)) in found(text, tmp_path)
