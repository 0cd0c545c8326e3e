"""Conflicts that a merge left in a file: where their markers stand, and the text with one side chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from resilify_cli.diagnostics import Extent

# Exactly seven signs, as git writes them; a label may follow all but the signs between the two sides.
_MARKER: Final = re.compile(
    r"^(?:(?P<sign>[<>|])(?P=sign){6}(?=[ \t\r\n]|\Z)[^\n]*|(?P<middle>=)={6}[ \t]*\r?$)", re.MULTILINE
)
_NOT_A_BREAK: Final = re.compile(r"[^\r\n]")
_OURS: Final = "<"
_BASE: Final = "|"
_MIDDLE: Final = "="
_THEIRS: Final = ">"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict: its markers in order, each a sign and the extent of its line; some may have gone already."""

    markers: tuple[tuple[str, Extent], ...]

    @property
    def left_out(self) -> tuple[Extent, ...]:
        """What to leave out so that our side alone is read; of a broken conflict, the markers alone."""
        signs = [sign for sign, _ in self.markers]
        if signs[0] == _OURS and signs[-1] == _THEIRS and len(signs) > 2:  # noqa: PLR2004 - a side between two
            return (self.markers[0][1], (self.markers[1][1][0], self.markers[-1][1][1]))
        return tuple(extent for _, extent in self.markers)


def conflicts(text: str) -> list[Conflict]:
    """Return the conflicts of a text, in order.

    Seven equals signs alone are none: they underline a heading in Markdown.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    found: list[Conflict] = []
    begun: list[tuple[str, Extent]] = []
    for match in _MARKER.finditer(text):
        sign = match["sign"] or match["middle"]
        marker = (sign, (match.start(), match.start() + len(match[0].rstrip())))
        if sign == _OURS or (sign == _MIDDLE and not _is_open(begun)):
            found += _ended(begun)
            begun = [marker]
        elif sign == _THEIRS:
            found.append(Conflict((*begun, marker)))
            begun = []
        elif _is_open(begun):
            begun.append(marker)
    return found + _ended(begun)


def _is_open(begun: list[tuple[str, Extent]]) -> bool:
    """Tell whether what has begun still wants the signs between its two sides."""
    return bool(begun) and begun[-1][0] in {_OURS, _BASE}


def _ended(begun: list[tuple[str, Extent]]) -> list[Conflict]:
    """Return what has begun, where it is a conflict though its end is not there."""
    return [Conflict(tuple(begun))] if begun and begun[0][0] == _OURS else []


def our_side(text: str) -> str:
    """Return a text of the same length in which the markers, and the other side of each conflict, are blank."""
    pieces: list[str] = []
    at = 0
    for start, end in (extent for conflict in conflicts(text) for extent in conflict.left_out):
        pieces += (text[at:start], _NOT_A_BREAK.sub(" ", text[start:end]))
        at = end
    return "".join((*pieces, text[at:]))
