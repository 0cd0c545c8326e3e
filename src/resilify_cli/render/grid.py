"""Rows drawn for a screen: as a grid, by Rich; as records, where no grid fits.

A row of a grid is one line: a text that is too long is cut, around what is marked in it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from resilify_cli.render import Screen
from resilify_cli.render.columns import GAP, Measured, fit
from resilify_cli.render.escape import visible
from resilify_cli.render.labels import Labelled, labelled
from resilify_cli.render.measure import cell_width, window
from resilify_cli.render.styled import (
    HEADING,
    LABEL,
    MARK,
    ROLES,
    Line,
    Piece,
    cell_pieces,
    cut_out,
    paint_lines,
    plain,
)
from resilify_cli.report import Bar, Cell, Column, Table

_ANY_HEIGHT: Final = 25
_COMFORTABLE: Final = 60
_RULED: Final = "    \n    \n -- \n" + "    \n" * 5


def grid_text(table: Table, screen: Screen, *, indent: int = 0) -> str:
    """Return a table as a grid as wide as the screen at most, less an indent; nothing of one without rows.

    On a narrow screen, one that would lose anything is records instead, without what is empty.
    """
    is_narrow = screen.width is not None and screen.width < _COMFORTABLE
    if screen.width is not None:
        screen = replace(screen, width=max(screen.width - indent, 1))
    rows = [
        [_pieces(cell, column, screen) for column, cell in zip(table.columns, row, strict=True)]
        for row in table.rows
    ]
    measured = [_measured(index, column, rows) for index, column in enumerate(table.columns)]
    widths = fit(measured, screen.width)
    if widths is None or (is_narrow and widths != fit(measured, None)):
        return "\n".join(_record(table.columns, row, screen, empty=False) for row in table.rows)
    return _drawn(table.columns, rows, widths, screen) if rows else ""


def records_text(table: Table, screen: Screen) -> str:
    """Return a table as labelled lines, a line a field, with a blank line between its rows."""
    return "\n".join(_record(table.columns, row, screen, empty=True) for row in table.rows)


def _record(columns: tuple[Column, ...], row: tuple[Cell, ...], screen: Screen, *, empty: bool) -> str:
    """The lines of one row; those of what is not there only with `empty`."""
    fields = [pair for pair in zip(columns, row, strict=True) if empty or pair[1] is not None]
    values = [
        Labelled(column.header, [_pieces(cell, column, screen)], column.whole) for column, cell in fields
    ]
    return paint_lines(labelled(values, screen.width), screen)


def _pieces(cell: Cell, column: Column, screen: Screen) -> Line:
    if isinstance(cell, Bar):
        return [Piece(("█" if screen.utf8 else "#") * cell.length, ROLES["slug"])]
    return cell_pieces(cell, column.role)


def _measured(index: int, column: Column, rows: Sequence[Sequence[Line]]) -> Measured:
    cells = (cell_width(plain(row[index])) for row in rows)
    natural = max(cell_width(visible(column.header)), *cells, 0)
    return Measured(index, natural, column.whole or column.right, column.priority)


def _drawn(
    columns: Sequence[Column], rows: Sequence[Sequence[Line]], widths: Mapping[int, int], screen: Screen
) -> str:
    from rich.box import Box  # noqa: PLC0415 - a page and records need no Rich, which takes long to import
    from rich.style import Style  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    # Nothing but a rule below the header; with the space that divides two columns their padding makes the gap.
    box = Box(_RULED.replace("-", "─") if screen.utf8 else _RULED)
    padding = (0, GAP - 1, 0, 0)
    grid = RichTable(
        box=box, padding=padding, pad_edge=False, show_edge=False, header_style="", border_style=LABEL
    )
    shown = sorted(widths)
    for index in shown:
        justify: Literal["left", "right"] = "right" if columns[index].right else "left"
        grid.add_column(
            Text(visible(columns[index].header), HEADING), width=widths[index], no_wrap=True, justify=justify
        )

    def styles(piece: Piece) -> Style:
        return Style.parse(piece.style) + Style(link=piece.link if screen.links else None)

    for row in rows:
        pieces = (_cut(row[index], widths[index], screen.ellipsis) for index in shown)
        grid.add_row(*(Text.assemble(*((piece.text, styles(piece)) for piece in line)) for line in pieces))
    return _printed(grid, sum(widths.values()) + GAP * (len(widths) - 1), screen)


def _cut(line: Line, width: int, ellipsis: str) -> Line:
    """Return the part of a cell that fits: its beginning, or what lies around the first mark in it."""
    text = plain(line)
    if cell_width(text) <= width:
        return line
    start, end = window(text, _first_mark(line), width)
    before, after = Piece(ellipsis * (start > 0)), Piece(ellipsis * (end < len(text)))
    return [before, *cut_out(line, (start, end)), after]


def _first_mark(line: Line) -> tuple[int, int]:
    offset = 0
    for piece in line:
        if piece.style == MARK:
            return offset, offset + len(piece.text)
        offset += len(piece.text)
    return 0, 0


def _printed(grid: object, width: int, screen: Screen) -> str:
    from rich.console import Console  # noqa: PLC0415

    output = io.StringIO()
    console = Console(
        file=output,
        width=width,
        height=_ANY_HEIGHT,  # without one, Rich takes a dumb terminal's width to be 80
        force_terminal=screen.color,
        color_system="standard" if screen.color else None,
        no_color=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(grid)
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().splitlines())
