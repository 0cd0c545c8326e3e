"""CSV that a spreadsheet can open without harm: no cell begins a formula.

What begins with a sign that spreadsheets compute (`=`, `+`, `-`, `@`, also as wide as a CJK character) gets an apostrophe before it, which they take
for "this is text". So it cannot be read back exactly; `csv` can. Source: OWASP, CSV Injection.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from resilify_cli.render import Renderer, Screen, load_renderer
from resilify_cli.render.cell import cell_text
from resilify_cli.report import Cell, Report

_COMPUTED: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def _render(report: Report, screen: Screen) -> str:
    rows = tuple(tuple(map(_harmless, row)) for row in report.table.rows)
    return load_renderer("rows", "csv").render(
        replace(report, table=replace(report.table, rows=rows)), screen
    )


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, int | float):
        return cell
    text = cell_text(cell)
    return f"'{text}" if text.startswith(_COMPUTED) else text


RENDERER: Final = Renderer("spreadsheet", "CSV in which no cell begins a formula", _render)
