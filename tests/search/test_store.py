"""The full-text engine finds stems, says where they stand, and takes any text."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.errors import ResilifyError
from resilify_cli.search.store import MAX_COMPLETIONS, Store


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
    with closing(Store(["Sleep well", "She sleeps", "Cafe\u0301"])) as store:
        assert expected == set(store.relevance(phrase))


def test_relevance_is_above_zero_for_the_commonest_word() -> None:
    """A word that stands in every text still counts, and counts less than a rare one."""
    with closing(Store(["calm day", "calm", "calm", "calm"])) as store:
        common, rare = store.relevance("calm"), store.relevance("day")
    assert [0, 1, 2, 3] == sorted(common)
    assert 0 < common[0] < rare[0]
    assert common[0] < common[1]


def test_a_beginning_stands_for_longer_words() -> None:
    """Completions are longer words, the most frequent first, found in spite of case and accents."""
    with closing(Store(["Resilience", "résilience resilient", "resign", "re"])) as store:
        assert ["resilience", "resign", "resilient"] == store.completions("RÉs")
        assert ["resilience"] == store.completions("resilienc")
        assert [] == store.completions("resilience")


def test_completions_are_bounded() -> None:
    """A beginning stands for a bounded number of words."""
    with closing(Store([f"word{number}" for number in range(100)])) as store:
        assert MAX_COMPLETIONS == len(store.completions("word"))


def test_extents_are_told_for_the_texts_asked_for() -> None:
    """Each phrase is marked where it stands, only in the texts that were asked for and hold one."""
    with closing(Store(["Calm and calmer", "calm", "storm"])) as store:
        assert {0: [(0, 4), (9, 15)]} == store.extents(["calm", "calmer"], [0, 2])
        assert {1: [(0, 4)]} == store.extents(["calm"], [1])
        assert {} == store.extents(["calm"], [])


@pytest.mark.parametrize("unfit", ["\0", "\ue000", "\ue001", "\ud800"])
def test_characters_that_the_engine_cannot_hold_keep_offsets_true(unfit: str) -> None:
    """NUL, surrogates and the engine's own marks in a text move nothing."""
    with closing(Store([f"a{unfit}{unfit}calm{unfit}b"])) as store:
        assert {0: [(3, 7)]} == store.extents(["calm"], [0])


@given(st.text())
def test_any_text_is_stored_and_looked_up(text: str) -> None:
    """No text breaks the engine, as content, phrase or beginning, and its extents lie in the text."""
    with closing(Store([text, "calm"])) as store:
        assert set(store.relevance(text)) <= {0, 1}
        store.completions(text)
        for start, end in store.extents([text], [0]).get(0, []):
            assert 0 <= start < end <= len(text)


def test_sqlite_without_full_text_search_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite lacks FTS5, the error says what is missing and what to do."""

    class Bare(sqlite3.Connection):
        def executescript(self, script: str, /) -> sqlite3.Cursor:
            return super().executescript(script.replace("fts5(", "no_fts5("))

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        return Bare(*arguments, **options)

    monkeypatch.setattr(sqlite3, "connect", connect)
    with pytest.raises(ResilifyError, match=r"needs SQLite with FTS5.*no such module"):
        Store(["calm"])
