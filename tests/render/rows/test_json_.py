"""The data as JSON."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, column_of, hostile_texts, rows, steers

EXPECTED = r"""[
  {
    "n": 0,
    "title": "睡眠 \u202e\u001b\u2028\udc80 é"
  }
]
"""


def test_json_is_indented_utf8() -> None:
    """JSON is written for people too: indented, and only what must not stand as it is is escaped."""
    assert EXPECTED == rows(column_of(["睡眠 \u202e\x1b\u2028\udc80 é"]), "json")


@QUICK
@given(st.lists(hostile_texts, max_size=4))
def test_hostile_texts_read_back(texts: list[str]) -> None:
    """The standard library's reader gives every text back exactly, from what every encoding of Unicode can carry."""
    document = rows(column_of(texts), "json")
    assert texts == [item["title"] for item in json.loads(document.encode())]
    assert not steers(document.replace("\n", ""))
