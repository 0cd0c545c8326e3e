"""Content is data: what would steer a terminal is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, hostile_texts, steers
from resilify_cli.render.escape import reversible, unescape, visible, visible_lines


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (r"a\tb\nc\rd", "a\tb\nc\rd"),
        (r"\x00\x1b[31m\x7f\x9b", "\x00\x1b[31m\x7f\x9b"),
        (r"\u2028\u202e\u2066\u200e\u061c\ufeff", "\u2028\u202e\u2066\u200e\u061c\ufeff"),
        (r"\udc80", "\udc80"),
        (r"C:\new", r"C:\new"),
        ("👩\u200d⚕️ می\u200cخواهم é", "👩\u200d⚕️ می\u200cخواهم é"),
    ],
)
def test_hidden_characters_are_shown_as_escapes(shown: str, text: str) -> None:
    """What a terminal obeys or nobody sees is an escape; joiners, which scripts and emoji need, stay."""
    assert shown == visible(text)


def test_backslashes_are_doubled_where_it_must_read_back() -> None:
    """A backslash of the text is told from one of an escape."""
    assert r"C:\\new\n" == reversible("C:\\new\n")


def test_only_line_feeds_part_lines() -> None:
    """Lines are parted by line feeds, with or without a carriage return; others of those are shown."""
    assert ["a", "b", r"c\rd\x0b", ""] == visible_lines("a\nb\r\nc\rd\x0b\n")


@QUICK
@given(st.one_of(hostile_texts, st.text(), st.text(st.characters(max_codepoint=0x2100))))
def test_any_text_comes_back(text: str) -> None:
    """Whatever is escaped reversibly comes back exactly, and nothing of it steers a terminal."""
    assert text == unescape(reversible(text))
    assert not steers(reversible(text))
    assert not steers(visible(text))


@QUICK
@given(hostile_texts)
def test_to_show_twice_changes_nothing(text: str) -> None:
    """What is visible already stays as it is."""
    assert visible(text) == visible(visible(text))
