"""Rows apart by tabs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, TRAPS, column_of, hostile_texts, listing, rows, steers
from resilify_cli.render.escape import unescape
from resilify_cli.report import Column, Report, Table


def read(document: str) -> list[list[str]]:
    """Read TSV as its documentation says."""
    return [[unescape(cell) for cell in line.split("\t")] for line in document.split("\n")[:-1]]


def test_rows_have_no_header() -> None:
    """The first line is the first row, its cells apart by tabs, a list joined by commas."""
    assert (
        "101\tquiet-evenings\tQuiet Evenings\tMental Health, Sleep\t8"
        == rows(listing(), "tsv").split("\n")[0]
    )


def test_numbers_and_nothing_are_written_plainly() -> None:
    """A number is written in full, and nothing is an empty cell."""
    columns = tuple(Column(name, name) for name in "abc")
    assert "\t10000000\t0.125\n" == rows(Report([], Table(columns, ((None, 10_000_000, 0.125),))), "tsv")


def test_backslashes_are_doubled() -> None:
    """A backslash of the text is told from one of an escape."""
    assert r"0	\\n\n\x1b[2J	end" == rows(column_of(["\\n\n\x1b[2J"]), "tsv").rstrip("\n")


def test_traps_read_back() -> None:
    """Texts that mean something to some format come back as they were."""
    assert [[str(index), text, "end"] for index, text in enumerate(TRAPS)] == read(
        rows(column_of([*TRAPS]), "tsv")
    )


@QUICK
@given(st.lists(hostile_texts, max_size=4))
def test_hostile_texts_read_back(texts: list[str]) -> None:
    """Every text comes back exactly, no row is lost, and nothing steers a terminal but the line feeds and tabs."""
    document = rows(column_of(texts), "tsv")
    assert texts == [row[1] for row in read(document)]
    assert not steers(document.replace("\n", "").replace("\t", ""))
