"""RES109: a control character stands in the front matter."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_a_control_character_is_found_where_it_stands(tmp_path: Path) -> None:
    """A bell is reported at its own column, by its number."""
    text = program("title: A Calmer\x07 Week\n")
    assert [("RES109", Span(3, 16, 3, 17))] == found(text, tmp_path)
    message = "the control character U+0007 stands here; the page does not build"
    assert [(message, "delete it")] == told(text, tmp_path)
    assert [("RES109", "error")] == weighed(text, tmp_path)


def test_columns_count_characters(tmp_path: Path) -> None:
    """A character of four bytes is one column; each control character is a finding of its own."""
    text = program("title: \U0001f600\x00 and \x7f\n")
    assert [("RES109", Span(3, 9, 3, 10)), ("RES109", Span(3, 15, 3, 16))] == found(text, tmp_path)


def test_white_space_is_no_control_character(tmp_path: Path) -> None:
    """A tab inside a text and CR LF are read by the site; another rule tells of the tab."""
    text = program("title: A\tCalmer Week\n").replace("\n", "\r\n")
    assert [("RES117", Span(3, 9, 3, 10))] == found(text, tmp_path)


def test_the_body_is_not_examined(tmp_path: Path) -> None:
    """Below the front matter no parser refuses anything."""
    assert [] == found(program() + "A bell\x07.\n", tmp_path)


def test_the_file_is_examined_all_the_same(tmp_path: Path) -> None:
    """A control character hides no finding behind it, and shifts none."""
    text = program("title: A\x07\nsequence: 2.5\n")
    assert [("RES109", Span(3, 9, 3, 10)), ("RES203", Span(6, 11, 6, 14))] == found(text, tmp_path)
