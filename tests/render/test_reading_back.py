"""Ten thousand titles made to break formats come back from each of them, every one the same, none lost."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from render.samples import HOSTILE, TRAPS, column_of, rows
from resilify_cli.render.escape import unescape, visible

PIECES = (
    *TRAPS,
    *HOSTILE,
    *"\t\n\r\\\"'`|,;:=+-@#<>&[]{}*_~!%^$ \x00\x07\x1b\x7f\x85\xa0\u200b\u202e\u2028\ufeff\ud800\udfff",
    "=cmd()",
    "[red]",
    "[/]",
    "<script>",
    "&amp;",
    "\\n",
    "---",
    "null",
    "no",
    "0x1F",
    "2022-02-31",
    "sleep",
    "睡眠",
    "שלום",
    "👩\u200d⚕️",
)


def titles() -> list[str]:
    """Make the same ten thousand titles every time."""
    dice = random.Random(7)  # noqa: S311 - nobody's secret
    return ["".join(dice.choices(PIECES, k=dice.randrange(1, 9))) for _ in range(10_000)]


TITLES = titles()


def from_tsv(text: str) -> list[str]:
    """Split at tabs and line feeds, and take the escapes back."""
    return [unescape(line.split("\t")[1]) for line in text.split("\n")[:-1]]


def from_csv(text: str) -> list[str]:
    """Read with the standard library."""
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [unescape(row[1]) for row in table][1:]


def _titles_of(items: list[dict[str, Any]]) -> list[str]:
    return [item["title"] for item in items]


def from_json(text: str) -> list[str]:
    """Read with the standard library."""
    return _titles_of(json.loads(text))


def from_ndjson(text: str) -> list[str]:
    """Read every line for itself."""
    return _titles_of([json.loads(line) for line in text.split("\n")[:-1]])


def from_yaml(text: str) -> list[str]:
    """Read with PyYAML, item by item: its reader in Python is slow with much at once."""
    return _titles_of(yaml.load(text, Loader=yaml.SafeLoader))


@pytest.mark.parametrize("read", [from_tsv, from_csv, from_json, from_ndjson, from_yaml])
def test_every_title_is_the_same_and_no_row_is_lost(read: Callable[[str], list[str]]) -> None:
    """By the standard library's readers, or PyYAML's."""
    name = read.__name__.removeprefix("from_")
    text = rows(column_of(TITLES), name)
    text.encode("utf-8")  # whatever the titles hold, the output is sound UTF-8
    assert TITLES == read(text)


def test_markdown_keeps_its_table() -> None:
    """As many rows of three cells as there are titles, each with what is visible of it."""
    tokens = MarkdownIt("commonmark").enable("table").parse(rows(column_of(TITLES), "markdown"))
    assert {"table", "thead", "tbody", "tr", "th", "td", ""} >= {token.tag for token in tokens}
    cells = [token for token in tokens if token.type == "inline"]
    assert 3 * (1 + len(TITLES)) == len(cells)
    shown = ["".join(child.content for child in cell.children or ()) for cell in cells[4::3]]
    assert [visible(title).split() for title in TITLES] == [text.split() for text in shown]
