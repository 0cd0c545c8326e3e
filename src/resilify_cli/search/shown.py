"""A field's value as a reader sees it, on one line, and the way back from there into the raw value."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.html import characters, to_blocks
from resilify_cli.diagnostics import Extent

_BULLET: Final = "•"
_COUNTED: Final = re.compile(rf"[^\s{_BULLET}]")
# Emphasis marks stand at the border of a word: `snake_case` keeps its own. Bounded, so that no text is slow.
_MARKS: Final = re.compile(
    r"""
    ^[ ]{0,3}(?:\#{1,6}|>)[ \t]+                           # before a heading or a quotation
    | !?\[(?=[^\[\]\n]{0,300}\]\()                         # before the text of a link or an image
    | (?<=\S)\]\([^()\s]{0,2000}(?:[ ]"[^"\n]{0,300}")?\)  # after it
    | (?<!\w)[*_]{1,3}(?=\S) | (?<=\S)[*_]{1,3}(?!\w)      # around emphasis
    | `+
    | </?[A-Za-z][^<>]{0,2000}>
    """,
    re.MULTILINE | re.VERBOSE,
)


class Markup(enum.Enum):
    """How a value is written."""

    PLAIN = "plain"
    HTML = "html"
    MARKDOWN = "markdown"


def one_line(raw: str, markup: Markup) -> str:
    """Return what a reader sees of a value, every run of white space as one space.

    An item of an HTML list begins with a bullet, also where the list is numbered: else every numbered list
    would be found by its numbers.
    """
    if markup is Markup.HTML:
        raw = "\n".join(f"{_BULLET} {block.text}" if block.marker else block.text for block in to_blocks(raw))
    elif markup is Markup.MARKDOWN:
        raw = "".join(raw[start:end] for start, end in _between_marks(raw))
    return " ".join(raw.split())


def extent_in_raw(raw: str, markup: Markup, line: str, shown: Extent) -> Extent:
    """Turn offsets in `line`, which is `one_line(raw, markup)` or its beginning, of words, into offsets in `raw`.

    Both hold the same characters in the same order, so the count of them leads back. White space and bullets,
    which the line changes, do not count.
    """
    if raw == line:
        return shown
    places = _places(raw, markup)
    if not places:
        return (0, 0)
    first = _count(line[: shown[0]])
    last = first + max(_count(line[slice(*shown)]), 1) - 1
    return places[min(first, len(places) - 1)][0], places[min(last, len(places) - 1)][1]


def _count(text: str) -> int:
    return len(_COUNTED.findall(text))


def _places(raw: str, markup: Markup) -> list[Extent]:
    """Return where each character that counts is written."""
    if markup is Markup.HTML:
        return [place for char, place in characters(raw) if _COUNTED.match(char)]
    pieces = _between_marks(raw) if markup is Markup.MARKDOWN else iter([(0, len(raw))])
    return [char.span() for piece in pieces for char in _COUNTED.finditer(raw, *piece)]


def _between_marks(raw: str) -> Iterator[Extent]:
    """Yield the stretches of a Markdown text that lie between its marks."""
    start = 0
    for mark in _MARKS.finditer(raw):
        yield start, mark.start()
        start = mark.end()
    yield start, len(raw)
