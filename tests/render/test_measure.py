"""Lengths in the cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, hostile_texts
from resilify_cli.render.escape import visible
from resilify_cli.render.measure import cell_width, take, take_back, window, wrap

SHOWN = hostile_texts.map(visible)
NURSE = "👩\u200d⚕"


def lines(text: str, width: int | None) -> list[str]:
    """Return the lines of a paragraph."""
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(("width", "text"), [(4, "calm"), (4, "睡眠"), (1, "e\u0301"), (2, "🏡"), (0, "")])
def test_cells_are_not_characters(width: int, text: str) -> None:
    """A CJK character or an emoji takes two cells, a combining mark none."""
    assert width == cell_width(text)


@pytest.mark.parametrize(
    ("taken", "text", "width"),
    [
        ("cal", "calm", 3),
        ("calm", "calm", 9),
        ("睡", "睡眠", 3),
        ("睡", "睡眠", 1),
        ("e\u0301", "e\u0301a", 1),
        ("c", "c", 0),
    ],
)
def test_what_fits_is_taken(taken: str, text: str, width: int) -> None:
    """The longest beginning that fits is taken, whole characters of it, and one at least."""
    assert taken == text[: take(text, 0, width)]


def test_joined_emoji_are_not_torn() -> None:
    """An emoji made of several is taken whole or not at all."""
    assert "é" == f"é{NURSE}"[: take(f"é{NURSE}", 0, 3)]
    assert NURSE == f"é{NURSE}"[take_back(f"é{NURSE}", 1 + len(NURSE), 3) :]
    assert "" == f"é{NURSE}"[take_back(f"é{NURSE}", 1 + len(NURSE), 2) :].strip("⚕")


@pytest.mark.parametrize(
    ("taken", "text", "width"), [("lm", "calm", 2), ("眠", "睡眠", 3), ("", "ae\u0301", 0)]
)
def test_what_fits_is_taken_from_the_end(taken: str, text: str, width: int) -> None:
    """The longest end that fits is taken, and no mark without what it combines with."""
    assert taken == text[take_back(text, len(text), width) :]


@pytest.mark.parametrize(
    ("shown", "around", "width"),
    [
        ("one two three four five", (4, 7), 23),
        ("one two t…", (4, 7), 10),
        ("one two…", (4, 7), 9),
        ("…three…", (8, 13), 8),
        ("…o three…", (8, 13), 9),
        ("…three…", (9, 13), 8),
        ("…three f…", (8, 23), 9),
        ("…four five", (19, 23), 10),
    ],
)
def test_a_window_shows_what_it_is_around(shown: str, around: tuple[int, int], width: int) -> None:
    """A line that is too long is cut at its end, or at both, so that what matters is seen."""
    text = "one two three four five"
    start, end = window(text, around, width)
    assert shown == "…" * (start > 0) + text[start:end] + "…" * (end < len(text))


@QUICK
@given(SHOWN, SHOWN, SHOWN, st.integers(4, 30))
def test_a_window_fits_and_holds_the_beginning(before: str, inside: str, behind: str, width: int) -> None:
    """A window with its ellipses is never wider than asked for, and holds the beginning of what it is around."""
    text = before + inside + behind
    around = len(before), len(before) + len(inside)
    start, end = window(text, around, width)
    assert start <= around[0] <= end
    assert cell_width(text[start:end]) + (start > 0) + (end < len(text)) <= width


@pytest.mark.parametrize(
    ("expected", "text", "width"),
    [
        (["calm and", "quiet"], "calm and quiet", 8),
        (["calm and quiet"], "calm and quiet", None),
        (["  calm", "and"], "  calm   and  ", 7),
        (["see", "https://example.org/guide", "now"], "see https://example.org/guide now", 10),
        (["睡眠の", "質を高", "める"], "睡眠の 質を高める", 6),
        ([""], "", 5),
        ([""], "      ", 5),
    ],
)
def test_paragraphs_break_at_spaces(expected: list[str], text: str, width: int | None) -> None:
    """Lines break at spaces; an address stays whole, and other words break only where a line is too short for them."""
    assert expected == lines(text, width)


@QUICK
@given(st.lists(SHOWN, max_size=6).map(" ".join), st.integers(4, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    """Only spaces go where lines break, and no line is too wide but for a single word that must stay whole."""
    wrapped = lines(text, width)
    assert text.replace(" ", "") == "".join(wrapped).replace(" ", "")
    assert all(cell_width(line) <= width or line.isascii() for line in wrapped)
    assert all(cell_width(line) <= width or " " not in line.strip() for line in wrapped)
