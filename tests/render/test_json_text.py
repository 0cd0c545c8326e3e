"""JSON as text."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, hostile_texts, steers
from resilify_cli.render.json_text import lines, pretty

DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | hostile_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile_texts, inner, max_size=3),
    max_leaves=8,
)


@QUICK
@given(DATA)
def test_any_data_comes_back(data: object) -> None:
    """Whatever JSON can say reads back exactly, keys too, and is one line where one is wanted."""
    assert data == json.loads(pretty(data))
    assert data == json.loads(lines([data]))
    assert 1 == lines([data]).count("\n")
    assert not steers(pretty(data).replace("\n", ""))


def test_surrogates_of_a_pair_become_their_character() -> None:
    """The one thing that JSON cannot tell apart."""
    assert "😀" == json.loads(pretty("\ud83d\ude00"))
