"""Styled text without Rich: what role looks how, and pieces of text wrapped and painted.

Colours are the terminal's own eight, so that they are legible on light and on dark; none is a background.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.diagnostics import Extent, Severity
from resilify_cli.render.cell import marked
from resilify_cli.render.escape import visible, visible_lines
from resilify_cli.render.measure import wrap
from resilify_cli.report import Cell, Text

if TYPE_CHECKING:
    from resilify_cli.page import Role

ROLES: Final[dict[Role | None, str]] = {
    None: "",
    "title": "",
    "slug": "cyan",
    "path": "",
    "muted": "dim",
    "good": "green",
    "bad": "red",
    "warning": "yellow",
    "code": "magenta",
    "number": "",
}
"""How a role looks, in the words of Rich."""

SEVERITIES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
HEADING: Final = "bold"
LABEL: Final = "dim"
LINK: Final = "underline"
MARK: Final = "bold magenta"

_CODES: Final = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "magenta": "35",
    "cyan": "36",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that looks the same all over; `style` holds words of Rich."""

    text: str
    style: str = ""


Line = list[Piece]


def plain(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces."""
    return "".join(piece.text for piece in pieces)


def paint(pieces: Iterable[Piece], *, color: bool) -> str:
    """Return pieces as a terminal is told to show them; without colour, their text."""
    if not color:
        return plain(pieces)
    return "".join(_painted(piece) for piece in pieces)


def paint_lines(lines: Iterable[Line], *, color: bool) -> str:
    """Return painted lines, each with its end."""
    return "".join(f"{paint(line, color=color)}\n" for line in lines)


def visible_pieces(pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines of pieces that may hold line feeds, all made visible."""
    lines: list[Line] = [[]]
    for piece in pieces:
        first, *others = visible_lines(piece.text)
        lines[-1].append(Piece(first, piece.style))
        lines.extend([Piece(text, piece.style)] for text in others)
    return lines


def wrap_pieces(lines: Iterable[Line], width: int | None) -> list[Line]:
    """Return the lines of running text, each broken where it is too long."""
    return [cut_out(line, extent) for line in lines for extent in wrap(plain(line), width)]


def cut_out(pieces: Sequence[Piece], extent: Extent) -> Line:
    """Return the part of a line that lies between two offsets."""
    line, offset = [], 0
    for piece in pieces:
        start, end = max(extent[0] - offset, 0), max(extent[1] - offset, 0)
        if piece.text[start:end]:
            line.append(Piece(piece.text[start:end], piece.style))
        offset += len(piece.text)
    return line


def hang(lines: Sequence[Line], first: Line, indent: int) -> list[Line]:
    """Return the lines behind a lead: `first` before the first of them, spaces before the others."""
    rest = Piece(" " * indent)
    return [[*first, *line] if index == 0 else [rest, *line] for index, line in enumerate(lines)]


def _painted(piece: Piece) -> str:
    codes = ";".join(_CODES[word] for word in piece.style.split())
    return f"\x1b[{codes}m{piece.text}\x1b[0m" if codes and piece.text else piece.text


def cell_pieces(cell: Cell, role: Role | None = None) -> list[Piece]:
    """Return a cell as visible pieces on one line, in its own role or its column's."""
    style = ROLES[(cell.role if isinstance(cell, Text) else None) or role]
    return [Piece(visible(text), MARK if is_marked else style) for text, is_marked in marked(cell)]
