"""Lengths in the cells of a terminal: a CJK character or an emoji takes two, a combining mark none.

Texts given here hold no control characters: they have been made visible.
"""

from __future__ import annotations

import re
from typing import Final

from resilify_cli.diagnostics import Extent

_ZERO_WIDTH_JOINER: Final = "\u200d"
_WIDENS: Final = "\ufe0f"  # asks for the emoji form of the character before it
_WORD: Final = re.compile(r"( *)([^ ]+)")


def cell_width(text: str) -> int:
    """Return how many cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - most texts need no table of widths

    return cell_len(text)


def take(text: str, start: int, width: int) -> int:
    """Return where the longest piece ends that begins at `start` and fits: one character at least, if there is one."""
    if text.isascii():
        return min(start + max(width, 1), len(text))
    end, room = start, width
    while end < len(text):
        room -= _step(text[end])
        if room < 0 and end > start:
            break
        end += 1
    return _before_joiner(text, start, end)


def take_back(text: str, end: int, width: int) -> int:
    """Return where the longest piece begins that ends at `end` and fits."""
    if text.isascii():
        return max(end - width, 0)
    start, room = end, width
    while start > 0 and room >= _step(text[start - 1]):
        start -= 1
        room -= _step(text[start])
    while start < end and (_step(text[start]) == 0 or text[start - 1 : start] == _ZERO_WIDTH_JOINER):
        start += 1  # a mark stays with what it combines with
    return start


def window(text: str, around: Extent, width: int) -> Extent:
    """Return the part of a text to show within a width, less a cell at each side that is cut: it holds `around`.

    The text's beginning is shown when it can be, else its end when it can be; of what is too long itself, the
    first part is shown.
    """
    first, last = around
    if cell_width(text) <= width:
        return 0, len(text)
    if cell_width(text[:last]) < width:
        start, end = 0, max(take(text, 0, width - 1), last)
    elif cell_width(text[first:]) < width:
        start, end = min(take_back(text, len(text), width - 1), first), len(text)
    else:
        room = max(width - 2, 1)
        spare = max(room - cell_width(text[first:last]), 0)
        start = take_back(text, first, spare - spare // 3)
        end = max(take(text, start, room), first)
    return _without_spaces(text, (start, end), around)


def _without_spaces(text: str, part: Extent, around: Extent) -> Extent:
    """Move the cut ends of a part off the spaces there, but not into what it is around."""
    start, end = part
    if start > 0:
        start = min(end - len(text[start:end].lstrip(" ")), around[0])
    if end < len(text):
        end = max(len(text[:end].rstrip(" ")), min(around[1], end))
    return start, end


def wrap(text: str, width: int | None) -> list[Extent]:
    """Return the lines of a paragraph as offsets: broken at spaces, and within a word only where a line is too short.

    A word of ASCII that is longer than a line is an address, a path or a slug. It stays whole, so that it can be
    opened and copied; the terminal breaks it where it must. Without a width there is one line.
    """
    if width is None or cell_width(text) <= width:
        return [(0, len(text))]
    lines: list[Extent] = []
    start, end, room = 0, 0, width
    for match in _WORD.finditer(text):
        room -= cell_width(match[0])
        if room < 0:
            lines.extend([(start, end)] if end > start else [])
            start = match.start(2)
            *full, (start, _) = _fold(text, match.span(2), width)
            lines.extend(full)
            room = width - cell_width(text[start : match.end()])
        end = match.end()
    return [*lines, (start, end)]


def _fold(text: str, word: Extent, width: int) -> list[Extent]:
    start, end = word
    if text[start:end].isascii():
        return [word]
    pieces = []
    while (stop := min(take(text, start, width), end)) < end:
        pieces.append((start, stop))
        start = stop
    return [*pieces, (start, end)]


def _step(character: str) -> int:
    """The cells that a character adds at most."""
    return 1 if character == _WIDENS else cell_width(character)


def _before_joiner(text: str, start: int, end: int) -> int:
    """Move an end that tears apart an emoji of several characters to before it."""
    stop = end
    while stop < len(text) and stop > start and text[stop - 1] == _ZERO_WIDTH_JOINER:
        stop -= 2
    return stop if stop > start else end
