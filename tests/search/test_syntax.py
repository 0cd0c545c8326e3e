"""What people type is taken apart, and nothing they type breaks that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.search.syntax import MAX_ITEMS, MAX_LENGTH, Item, parse


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Sleep", [Item("sleep")]),
        ("panic  attacks", [Item("panic"), Item("attacks")]),
        ('"Panic attacks"', [Item("panic attacks", is_phrase=True)]),
        ("“panic attacks” now", [Item("panic attacks", is_phrase=True), Item("now")]),
        ("self-harm", [Item("self"), Item("harm")]),
        ("can't", [Item("can't")]),
        ("-sleep", [Item("sleep", is_unwanted=True)]),
        ('-"bad sleep"', [Item("bad sleep", is_phrase=True, is_unwanted=True)]),
        ("anx*", [Item("anx", is_beginning=True)]),
        ('category:"Mental Health"', [Item("mental health", is_phrase=True, group="categories")]),
        ("session:breath", [Item("breath", group="sessions")]),
        ("-ref:sleep", [Item("sleep", is_unwanted=True, group="references")]),
        ("Title: calm", [Item("calm", group="title")]),
        ("session:", [Item("session")]),
        ("colour:blue", [Item("colour"), Item("blue")]),
        ("sleep/rest", [Item("sleep"), Item("rest")]),
        ("snake_case", [Item("snake"), Item("case")]),
        ('"sleep well', [Item("sleep"), Item("well")]),
        ('sleep "" well', [Item("sleep"), Item("well")]),
        ("a AND b", [Item("a"), Item("and"), Item("b")]),
        ("NEAR(a b, 2)", [Item("near"), Item("a"), Item("b"), Item("2")]),
        ("O.C.D. and e.g.", [Item("ocd"), Item("and"), Item("e"), Item("g")]),
        ("nai\u0308ve \ufb01le", [Item("naive"), Item("file")]),
    ],
)
def test_a_query_is_taken_apart(typed: str, expected: list[Item]) -> None:
    """Words, phrases, what is not wanted, beginnings and fields; no other sign is an operator."""
    assert expected == parse(typed)


@pytest.mark.parametrize(
    "typed", ["", " ", '"', '""', "*", "-", "--", "🙂", "\0", "^:()", "\ud800", "___", 'title:""']
)
def test_a_text_without_words_says_nothing(typed: str) -> None:
    """Without a letter or a digit nothing is said, save for the name of a field."""
    assert [] == [item for item in parse(typed) if item.typed != "title"]


def test_a_pasted_text_is_cut() -> None:
    """Of a very long text the beginning is read."""
    assert MAX_ITEMS == len(parse("word " * 150))
    assert [] == parse(" " * MAX_LENGTH + "word")


@given(st.one_of(st.text(), st.text(st.sampled_from("\"“*-:'’. abref sessiontl\0"), max_size=60)))
def test_no_text_breaks_it(typed: str) -> None:
    """Whatever is typed, each thing said has words that the engine takes."""
    for item in parse(typed):
        assert item.phrase
        assert all(word.isalnum() for word in item.phrase.split(" "))
