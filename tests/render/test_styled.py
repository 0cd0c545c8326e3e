"""Styled text without Rich."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.diagnostics import Severity
from resilify_cli.page import Role
from resilify_cli.render import Screen, styled
from resilify_cli.render.styled import (
    Piece,
    cut_out,
    hang,
    paint,
    paint_lines,
    plain,
    visible_pieces,
    web_link,
    wrap_pieces,
)

STYLES = [
    *styled.ROLES.values(),
    *styled.SEVERITIES.values(),
    styled.HEADING,
    styled.LABEL,
    styled.LINK,
    styled.MARK,
]


def test_every_role_and_severity_has_a_look() -> None:
    """No role or severity of a report is unknown here."""
    assert {None, *get_args(Role)} == set(styled.ROLES)
    assert set(Severity) == set(styled.SEVERITIES)


@pytest.mark.parametrize("style", [style for style in STYLES if style])
def test_looks_are_legible_on_light_and_dark(style: str) -> None:
    """Every look can be painted, is none of white, black and blue, is not bright and has no background."""
    painted = paint([Piece("a", style)], Screen(color=True))
    assert painted.startswith("\x1b[")
    assert not {"white", "black", "blue", "on", "reverse"} & set(style.split())
    assert "bright" not in style
    assert style != "bold yellow"


def test_without_colour_there_is_only_text() -> None:
    """Without colour, pieces are their text."""
    assert "ab" == paint([Piece("a", "bold"), Piece("b")], Screen())


def test_nothing_is_not_painted() -> None:
    """An empty piece leaves no trace."""
    assert "" == paint([Piece("", "bold")], Screen(color=True))


def test_lines_have_ends() -> None:
    """Each painted line ends in a line feed."""
    assert "a\n\n" == paint_lines([[Piece("a")], []], Screen())


def test_pieces_break_at_line_feeds() -> None:
    """A piece of several lines is as many pieces, made visible, each of its look."""
    assert [[Piece("a"), Piece("b", "bold")], [Piece(r"\t", "bold"), Piece("c")]] == visible_pieces(
        [Piece("a"), Piece("b\n\t", "bold"), Piece("c")]
    )


def test_wrapped_pieces_keep_their_looks() -> None:
    """A line broken within a piece has its look on both sides."""
    wrapped = wrap_pieces([[Piece("calm "), Piece("and quiet", "bold")]], 8)
    assert [[Piece("calm "), Piece("and", "bold")], [Piece("quiet", "bold")]] == wrapped


def test_a_part_of_a_line_is_cut_out() -> None:
    """What lies between two offsets is cut out, whatever pieces it spans."""
    line = [Piece("ab"), Piece("cd", "bold"), Piece("ef")]
    assert [Piece("b"), Piece("cd", "bold"), Piece("e")] == cut_out(line, (1, 5))
    assert "bcde" == plain(cut_out(line, (1, 5)))


def test_later_lines_hang() -> None:
    """The lead stands before the first line, spaces before the others."""
    a, b, star, space = Piece("a"), Piece("b"), Piece("* "), Piece("  ")
    assert [[star, a], [space, b]] == hang([[a], [b]], [star], 2)


LINKED = Screen(color=True, is_terminal=True, links=True)


def test_a_text_leads_where_it_says() -> None:
    """By the sequence that terminals know, and only to one."""
    pieces = [Piece("a", "bold", "https://example.org/")]
    opened = "\x1b]8;;https://example.org/\x1b\\"
    assert f"{opened}\x1b[1ma\x1b[0m\x1b]8;;\x1b\\" == paint(pieces, LINKED)
    assert "\x1b[1ma\x1b[0m" == paint(pieces, Screen(color=True))


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/\x1b]0;t\x07", "https://example.org/%1B]0;t%07"),
        ("https://example.org/ä b", "https://example.org/%C3%A4%20b"),
        ("javascript:alert(1)", None),
        ("example.org", None),
    ],
)
def test_only_addresses_of_the_web_are_led_to(address: str, link: str | None) -> None:
    """No control character reaches the terminal with them."""
    assert link == web_link(address)


@given(st.text())
def test_no_address_ends_its_sequence_early(text: str) -> None:
    """Whatever stands in it, a link is of printable ASCII alone."""
    link = web_link(f"https://example.org/{text}")
    assert link is not None
    assert link.isascii()
    assert link.isprintable()
