"""A table for the terminal, by Rich; or the page, where there is one; or records, where no table fits.

A row is one line: a text that is too long is cut, around what is marked in it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from resilify_cli.render import Renderer, Screen, load_renderer
from resilify_cli.render.columns import GAP, Measured, fit
from resilify_cli.render.escape import visible
from resilify_cli.render.measure import cell_width, window
from resilify_cli.render.page import page_text
from resilify_cli.render.styled import HEADING, LABEL, MARK, Line, Piece, cell_pieces, cut_out, plain
from resilify_cli.report import Column, Report

_ANY_HEIGHT: Final = 25
_RULED: Final = "    \n    \n -- \n" + "    \n" * 5


def _render(report: Report, screen: Screen) -> str:
    if report.page is not None:
        return page_text(report.page, screen)
    columns = report.table.columns
    rows = [
        [cell_pieces(cell, column.role) for column, cell in zip(columns, row, strict=True)]
        for row in report.table.rows
    ]
    widths = fit([_measured(index, column, rows) for index, column in enumerate(columns)], screen.width)
    if widths is None:
        return load_renderer("rows", "records").render(report, screen)
    return _drawn(columns, rows, widths, screen) if rows else ""


def _measured(index: int, column: Column, rows: Sequence[Sequence[Line]]) -> Measured:
    cells = (cell_width(plain(row[index])) for row in rows)
    natural = max(cell_width(visible(column.header)), *cells, 0)
    return Measured(index, natural, column.whole or column.right, column.priority)


def _drawn(
    columns: Sequence[Column], rows: Sequence[Sequence[Line]], widths: Mapping[int, int], screen: Screen
) -> str:
    from rich.box import Box  # noqa: PLC0415 - a page and records need no Rich, which takes long to import
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    # Nothing but a rule below the header; with the space that divides two columns their padding makes the gap.
    box = Box(_RULED.replace("-", "─") if screen.utf8 else _RULED)
    padding = (0, GAP - 1, 0, 0)
    grid = Table(
        box=box, padding=padding, pad_edge=False, show_edge=False, header_style="", border_style=LABEL
    )
    shown = sorted(widths)
    for index in shown:
        justify: Literal["left", "right"] = "right" if columns[index].right else "left"
        grid.add_column(
            Text(visible(columns[index].header), HEADING), width=widths[index], no_wrap=True, justify=justify
        )
    for row in rows:
        pieces = (_cut(row[index], widths[index], screen.ellipsis) for index in shown)
        grid.add_row(*(Text.assemble(*((piece.text, piece.style) for piece in line)) for line in pieces))
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


RENDERER: Final = Renderer("table", "a table, or a page, for the terminal", _render)
