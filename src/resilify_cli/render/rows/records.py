"""Rows one under another, a labelled line a field: for narrow screens and for screen readers."""

from __future__ import annotations

from typing import Final

from resilify_cli.render import Renderer, Screen
from resilify_cli.render.labels import Labelled, labelled
from resilify_cli.render.styled import cell_pieces, paint_lines
from resilify_cli.report import Cell, Column, Report


def _render(report: Report, screen: Screen) -> str:
    columns = report.table.columns
    return "\n".join(_record(columns, row, screen) for row in report.table.rows)


def _record(columns: tuple[Column, ...], row: tuple[Cell, ...], screen: Screen) -> str:
    fields = zip(columns, row, strict=True)
    values = [
        Labelled(column.header, [cell_pieces(cell, column.role)], column.whole) for column, cell in fields
    ]
    return paint_lines(labelled(values, screen.width), color=screen.color)


RENDERER: Final = Renderer("records", "one labelled line a field, a blank line between records", _render)
