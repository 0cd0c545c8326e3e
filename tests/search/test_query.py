"""What people type becomes what is looked up, and nothing they type breaks it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.search.query import MAX_LENGTH, MAX_TERMS, Alternative, Query, Term, rewrite, words_of


def nothing(beginning: str) -> list[str]:
    """Know no words."""
    assert beginning
    return []


def phrases(typed: str) -> list[list[tuple[str, ...]]]:
    """Return, for each term, the phrases of its alternatives."""
    return [[way.phrases for way in term.alternatives] for term in rewrite(typed, nothing).terms]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sleep", [[("sleep",)]]),
        ("panic  attacks", [[("panic",)], [("attacks",)]]),
        ('"panic attacks"', [[("panic attacks",)]]),
        ("“panic attacks” now", [[("panic attacks",)], [("now",)]]),
        ("self-harm", [[("self harm",), ("self", "harm")]]),
        ("can't", [[("can t",), ("can", "t")]]),
        ("sleep/rest", [[("sleep",)], [("rest",)]]),
        ("-sleep", [[("sleep",)]]),
        ("snake_case", [[("snake",)], [("case",)]]),
        ('"sleep well', [[("sleep",)], [("well",)]]),
        ('sleep "" well', [[("sleep",)], [("well",)]]),
        ("a AND b", [[("a",)], [("AND",)], [("b",)]]),
        ("NEAR(a b, 2)", [[("NEAR",)], [("a",)], [("b",)], [("2",)]]),
        ("title:x*", [[("title",)], [("x",)]]),
        ("nai\u0308ve", [[("na\u00efve",)]]),
    ],
)
def test_words_become_terms(typed: str, expected: list[list[tuple[str, ...]]]) -> None:
    """Each word is a term, quoted words are a phrase, and no sign is an operator."""
    assert expected == phrases(typed)


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "*", "-", "🙂", "\0", "^:()", "\ud800", "___"])
def test_a_text_without_words_wants_nothing(typed: str) -> None:
    """Without a letter or a digit there is no term."""
    assert Query() == rewrite(typed, nothing)


def test_a_word_said_twice_is_wanted_once() -> None:
    """Terms are told apart without regard to case; the phrase keeps every word as typed."""
    assert [[("sleep",)], [("well",)]] == phrases("Sleep well sleep")
    assert "Sleep well sleep" == rewrite("Sleep well sleep", nothing).phrase


def test_the_last_word_may_be_a_beginning() -> None:
    """The last word may also be any word that begins with it, which counts less."""
    known = {"anx": ["anxiety", "anxious"]}.get
    expected = Term((Alternative(("anx",)), Alternative(("anxiety",), 0.5), Alternative(("anxious",), 0.5)))
    assert (Term((Alternative(("anx",)),)), expected) == rewrite(
        '"anx" anx', lambda word: known(word) or []
    ).terms


def test_a_hyphenated_word_may_be_a_beginning() -> None:
    """Of a hyphenated word at the end, the last part may be a beginning."""
    term = rewrite("self-comp", lambda word: [word + "assion"]).terms[0]
    assert ("self compassion",) == term.alternatives[-1].phrases


@pytest.mark.parametrize("typed", ['"anx"', "of", "anx of", 'anx "of"'])
def test_what_is_quoted_or_short_or_not_last_is_no_beginning(typed: str) -> None:
    """Quoted words are meant as they are, two letters begin too many words, and only the last is unfinished."""
    terms = rewrite(typed, lambda word: [word + "iety"]).terms
    assert {1} == {len(term.alternatives) for term in terms}


def test_a_pasted_text_is_cut() -> None:
    """A query looks up a bounded number of terms and of words."""
    assert MAX_TERMS == len(rewrite(" ".join(f"w{number}" for number in range(1000)), nothing).terms)
    assert MAX_LENGTH // 2 >= len(words_of(rewrite('"' + "x " * 100_000, nothing).phrase))


@given(st.text())
def test_phrases_hold_nothing_but_words(typed: str) -> None:
    """Whatever is typed, phrases are letters and digits with single spaces between."""
    query = rewrite(typed, lambda word: [word + "x"])
    for phrase in (way for term in query.terms for ways in term.alternatives for way in ways.phrases):
        assert re.fullmatch(r"[^\W_]+(?: [^\W_]+)*", phrase)
    assert query.phrase.split() == words_of(query.phrase)
