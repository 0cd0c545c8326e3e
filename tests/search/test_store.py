"""The full-text engine finds stems, says where they stand, and takes any text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.errors import ResilifyError
from resilify_cli.search.store import Stemmer, Store, extents

ALL = ("title", "text")


@contextmanager
def stored(*texts: str, titles: Sequence[str] = ()) -> Iterator[Store]:
    """Store documents of one text each, and a title where there is one."""
    documents = [
        {"text": [text], "title": list(titles[number : number + 1])} for number, text in enumerate(texts)
    ]
    with closing(Store({"title": 4.0, "text": 1.0}, documents)) as store:
        yield store


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("sleep", {0, 1}),
        ("SLEEPING", {0, 1}),
        ("sleep well", {0}),
        ("well sleep", set()),
        ("cafe", {2}),
        ("caf\u00e9", {2}),
        ("🙂", set()),
        ('a" OR "sleep', set()),
    ],
)
def test_a_phrase_is_found_by_its_stems(phrase: str, expected: set[int]) -> None:
    """Endings, case and accents do not matter; the order of words does; no sign is an operator."""
    with stored("Sleep well", "She sleeps", "Cafe\u0301") as store:
        assert expected == set(store.relevance(phrase, ALL)) == store.holders(phrase, ALL)


def test_endings_can_matter() -> None:
    """What is written just so is told from what has the same stem."""
    with stored("Mindfulness", "mind") as store:
        assert {0, 1} == store.holders("mindfulness", ALL)
        assert {0} == store.written("mindfulness", ALL)


def test_relevance_is_above_zero_for_the_commonest_word() -> None:
    """A word that stands in every text still counts, and counts less than a rare one."""
    with stored("calm day", "calm", "calm", "calm") as store:
        common, rare = store.relevance("calm", ALL), store.relevance("day", ALL)
        assert 0 < store.rarity(4) < store.rarity(1)
    assert [0, 1, 2, 3] == sorted(common)
    assert 0 < common[0] < rare[0]
    assert common[0] < common[1]


def test_a_column_counts_what_it_weighs() -> None:
    """And what is asked for in one column is not found in another."""
    with stored("calm", "calm", "", titles=["", "", "calm"]) as store:
        relevance = store.relevance("calm", ALL)
        assert relevance[2] > relevance[0] == relevance[1]
        assert {2} == set(store.relevance("calm", ["title"]))
        assert {0, 1} == store.holders("calm", ["text"])


def test_no_phrase_reaches_from_one_text_into_the_next() -> None:
    """Though both are in one column."""
    with closing(Store({"text": 1.0}, [{"text": ["sleep", "well"]}])) as store:
        assert set() == store.holders("sleep well", ["text"])
        assert {0} == store.holders("well", ["text"])


def test_documents_have_numbers() -> None:
    """From 0, in the order given."""
    with stored("a", "b") as store:
        assert [0, 1] == list(store.numbers)


def test_stems_are_told_in_order() -> None:
    """Text by text, folded, endings off."""
    with closing(Stemmer()) as stemmer:
        assert [("calm", "night"), (), ("worri",)] == stemmer.stems(["Calm nights", "!", "Worry"])
        assert [("worri",)] == stemmer.stems(["worries"])
        assert [] == stemmer.stems([])


def test_extents_are_told_for_each_phrase() -> None:
    """Where it stands, in which text."""
    expected = {"calm": {0: [(0, 4), (9, 14)], 1: [(0, 4)]}, "and": {0: [(5, 8)]}, "x": {}}
    assert expected == extents(["Calm and calms", "calm", "storm"], ["calm", "and", "x"])


@pytest.mark.parametrize("unfit", ["\0", "\ue000", "\ue001", "\ue002", "\ud800"])
def test_characters_that_the_engine_cannot_hold_keep_offsets_true(unfit: str) -> None:
    """NUL, surrogates and the engine's own marks in a text move nothing."""
    assert {"calm": {0: [(3, 7)]}} == extents([f"a{unfit}{unfit}calm{unfit}b"], ["calm"])


@given(st.text())
def test_any_text_is_stored_and_looked_up(text: str) -> None:
    """No text breaks the engine, as content or phrase, and its extents lie in the text."""
    with stored(text, "calm") as store:
        assert set(store.relevance(text, ALL)) <= {0, 1}
        assert store.written(text, ALL) <= {0, 1}
    for start, end in extents([text], [text])[text].get(0, []):
        assert 0 <= start < end <= len(text)


def test_sqlite_without_full_text_search_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite lacks FTS5, the error says what is missing and what to do."""

    class Bare(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            return super().execute(sql.replace("fts5(", "no_fts5("), parameters)

    connect = sqlite3.connect

    def bare(*arguments: Any, **options: Any) -> sqlite3.Connection:
        return connect(*arguments, factory=Bare, **options)

    monkeypatch.setattr(sqlite3, "connect", bare)
    with pytest.raises(ResilifyError, match=r"needs SQLite with FTS5.*no such module"):
        Store({"text": 1.0}, [])
