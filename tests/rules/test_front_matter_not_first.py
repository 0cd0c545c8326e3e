"""RES101: the front matter does not begin on the first line."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, related, told, weighed

MESSAGE = "the site finds no front matter: it must begin with --- on the first line of the file"


def test_a_blank_line_before_the_fence_is_found_at_the_fence(tmp_path: Path) -> None:
    """A fence that is not on the first line is reported where it stands."""
    assert [("RES101", Span(2, 1, 2, 4))] == found("\n" + program(), tmp_path)
    assert [(MESSAGE, "remove what stands before the first ---")] == told("\n" + program(), tmp_path)
    assert [("RES101", "error")] == weighed("\n" + program(), tmp_path)


def test_a_longer_fence_is_found_as_a_whole(tmp_path: Path) -> None:
    """Five hyphens on the first line are no fence to the site."""
    assert [("RES101", Span(1, 1, 1, 6))] == found("--" + program(), tmp_path)
    assert [(MESSAGE, "write exactly three hyphens")] == told("--" + program(), tmp_path)


def test_a_byte_order_mark_is_nothing_before_the_fence(tmp_path: Path) -> None:
    """The site reads a byte order mark over; another rule tells of it."""
    assert [("RES115", Span(1, 1, 1, 1))] == found("\ufeff" + program(), tmp_path)


def test_what_stands_below_a_late_fence_is_examined(tmp_path: Path) -> None:
    """A late fence hides no other finding."""
    text = "\n\n" + related(("Quiet Evenings", "quiet-evnings"))
    assert [("RES101", Span(3, 1, 3, 4)), ("RES301", Span(23, 13, 23, 26))] == found(text, tmp_path)


@pytest.mark.parametrize("text", ["\n---  " + program()[3:], ("\n" + program()).replace("\n", "\r\n")])
def test_blanks_behind_a_late_fence_do_not_shift_it(text: str, tmp_path: Path) -> None:
    """The place of a late fence is that of its hyphens, whatever ends the line."""
    assert [("RES101", Span(2, 1, 2, 4))] == found(text, tmp_path)


def test_fields_without_any_fence_are_found_at_the_first(tmp_path: Path) -> None:
    """The fence above them was lost; they are read all the same, with or without the one below."""
    text = related(("Quiet Evenings", "quiet-evnings")).removeprefix("---\n")
    expected = [("RES101", Span(1, 1, 1, 30)), ("RES301", Span(20, 13, 20, 26))]
    assert [expected, expected] == [found(text, tmp_path), found(text.replace("---\n", ""), tmp_path)]
    hint = "write --- on a line of its own before it"
    assert (MESSAGE, hint) == told(text, tmp_path)[0]
