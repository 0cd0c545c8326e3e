"""RES108: a YAML merge key stands among the fields."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_a_merge_key_is_found_at_its_two_signs(tmp_path: Path) -> None:
    """A merge key is reported where it stands."""
    text = program("parent: {<<: {name: x}}\n")
    assert [("RES108", Span(29, 10, 29, 12))] == found(text, tmp_path)
    assert [("the merge key << is not allowed here", "write the fields themselves")] == told(text, tmp_path)
    assert [("RES108", "error")] == weighed(text, tmp_path)


def test_the_same_signs_as_text_are_fine(tmp_path: Path) -> None:
    """A quoted name is no merge key, and neither is a value."""
    assert [] == found(program('parent: {"<<": x, name: <<}\n'), tmp_path)


def test_a_merge_key_brings_no_field(tmp_path: Path) -> None:
    """What is merged in is not read, so that a field that stands only there is missing."""
    text = program("<<: {title: A Calmer Week}\n", without=("title",))
    codes = {code for code, _ in found(text, tmp_path)}
    assert {"RES108", "RES201"} <= codes


def test_a_merge_key_among_the_fields_is_one_finding(tmp_path: Path) -> None:
    """A merge key is not said to be a mistyped name besides."""
    assert [("RES108", Span(29, 1, 29, 3))] == found(program("<<: {title: x}\n"), tmp_path)
