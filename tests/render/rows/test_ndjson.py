"""The data as JSON, an item a line."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, column_of, hostile_texts, page_of, rows, steers


def test_an_item_is_a_line() -> None:
    """Each item of the data is a compact object on a line of its own."""
    assert '{"n":0,"title":"calm"}\n{"n":1,"title":"quiet"}\n' == rows(column_of(["calm", "quiet"]), "ndjson")


def test_one_item_is_one_line() -> None:
    """Data that is no list is one line."""
    assert "{}\n" == rows(page_of(), "ndjson")


@QUICK
@given(st.lists(hostile_texts, max_size=4))
def test_hostile_texts_read_back(texts: list[str]) -> None:
    """Each line read for itself gives its text back exactly."""
    document = rows(column_of(texts), "ndjson")
    assert texts == [json.loads(line)["title"] for line in document.split("\n")[:-1]]
    assert not steers(document.replace("\n", ""))
