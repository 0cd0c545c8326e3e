"""CSV for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest

from resilify_cli.render import Screen, load_renderer
from resilify_cli.report import Cell, Column, Report, Table, Text


def shown(cell: Cell) -> str:
    """Return the one cell of a table as a spreadsheet would read it."""
    table = Table((Column("a", "A"),), ((cell,),))
    text = load_renderer("rows", "spreadsheet").render(Report([], table), Screen())
    return list(csv.reader(io.StringIO(text)))[1][0]


@pytest.mark.parametrize("text", ['=cmd()|"/c calc"!A1', "+1", "-1", "@SUM(A1)", "\uff1d1"])
def test_no_cell_begins_a_formula(text: str) -> None:
    """An apostrophe before it says that it is text."""
    assert f"'{text}" == shown(text) == shown(Text(text)) == shown((text,))


@pytest.mark.parametrize(
    ("cell", "text"), [(-1, "-1"), (None, ""), ("a=b", "a=b"), ("Self-help", "Self-help")]
)
def test_everything_else_stays(cell: Cell, text: str) -> None:
    """Numbers are computed by right."""
    assert text == shown(cell)
