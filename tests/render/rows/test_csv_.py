"""Rows as CSV."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, column_of, hostile_texts, listing, rows, steers
from resilify_cli.render.escape import unescape
from resilify_cli.report import Column, Report, Table


def read(document: str) -> list[list[str]]:
    """Read CSV with the standard library."""
    return [
        [unescape(cell) for cell in row] for row in csv.reader(io.StringIO(document, newline=""), strict=True)
    ]


def test_the_header_has_the_columns_names() -> None:
    """The first line has the columns' names, not their headings."""
    first, second, *_ = rows(listing(), "csv").split("\n")
    assert "sequence,slug,title,categories,sessions" == first
    assert '101,quiet-evenings,Quiet Evenings,"Mental Health, Sleep",8' == second


def test_no_rows_leave_the_header() -> None:
    """A table without rows has its header."""
    assert "a\n" == rows(Report([], Table((Column("a", "A"),), ())), "csv")


@QUICK
@given(st.lists(hostile_texts, max_size=4))
def test_hostile_texts_read_back(texts: list[str]) -> None:
    """The standard library's reader gives every text back exactly, and loses no row."""
    document = rows(column_of(texts), "csv")
    assert texts == [row[1] for row in read(document)[1:]]
    assert not steers(document.replace("\n", ""))
