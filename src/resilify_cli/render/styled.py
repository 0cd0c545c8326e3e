"""Styled text without Rich: what role looks how, and pieces of text wrapped and painted.

Colours are the terminal's own eight, so that they are legible on light and on dark; none is a background.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from resilify_cli.diagnostics import Extent, Severity
from resilify_cli.render import Screen
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

_WEB: Final = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_KEPT: Final = "%:/?#[]@!$&'()*+,;=~"
"""What an address holds as it is; anything else is percent-encoded, control characters above all."""

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
    """A stretch of text that looks the same all over; `style` holds words of Rich, `link` is what it leads to."""

    text: str
    style: str = ""
    link: str | None = None


Line = list[Piece]


def plain(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces."""
    return "".join(piece.text for piece in pieces)


def paint(pieces: Iterable[Piece], screen: Screen) -> str:
    """Return pieces as a terminal is told to show them; without colour, their text."""
    if not screen.color:
        return plain(pieces)
    return "".join(_linked(_painted(piece), piece.link if screen.links else None) for piece in pieces)


def paint_lines(lines: Iterable[Line], screen: Screen) -> str:
    """Return painted lines, each with its end."""
    return "".join(f"{paint(line, screen)}\n" for line in lines)


def visible_pieces(pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines of pieces that may hold line feeds, all made visible."""
    lines: list[Line] = [[]]
    for piece in pieces:
        first, *others = visible_lines(piece.text)
        lines[-1].append(replace(piece, text=first))
        lines.extend([replace(piece, text=text)] for text in others)
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
            line.append(replace(piece, text=piece.text[start:end]))
        offset += len(piece.text)
    return line


def hang(lines: Sequence[Line], first: Line, indent: int) -> list[Line]:
    """Return the lines behind a lead: `first` before the first of them, spaces before the others."""
    rest = Piece(" " * indent)
    return [[*first, *line] if index == 0 else [rest, *line] for index, line in enumerate(lines)]


def _painted(piece: Piece) -> str:
    codes = ";".join(_CODES[word] for word in piece.style.split())
    return f"\x1b[{codes}m{piece.text}\x1b[0m" if codes and piece.text else piece.text


def _linked(painted: str, link: str | None) -> str:
    return f"\x1b]8;;{link}\x1b\\{painted}\x1b]8;;\x1b\\" if link and painted else painted


def web_link(address: str) -> str | None:
    """Return an address as a terminal may be told to open it; None where it is none of the web."""
    from urllib.parse import quote  # noqa: PLC0415 - few tables hold an address

    return quote(address, safe=_KEPT) if _WEB.match(address) else None


def file_link(path: str) -> str:
    """Return the address of a file, for a terminal to open."""
    from pathlib import Path  # noqa: PLC0415

    return Path(path).absolute().as_uri()


def cell_pieces(cell: Cell, role: Role | None = None) -> list[Piece]:
    """Return a cell as visible pieces on one line, in its own role or its column's."""
    style = ROLES[(cell.role if isinstance(cell, Text) else None) or role]
    link = _link_of(cell) if isinstance(cell, Text) else None
    return [Piece(visible(text), MARK if is_marked else style, link) for text, is_marked in marked(cell)]


def _link_of(cell: Text) -> str | None:
    if cell.link is not None:
        return web_link(cell.link)
    return file_link(cell.source) if cell.source is not None else None
