"""Which programs come first, and which of their texts are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.passages import Genre, Passage
from resilify_cli.search.query import Alternative, Query, Term
from resilify_cli.search.ranking import Found, Standing, told, worth_telling
from resilify_cli.search.rows import Part, Row

TERMS = tuple(Term(word, (Alternative(word),)) for word in "abc")


def found(part: Part, *terms: int, number: int = 0, together: int = 0) -> Found:
    """Return a row of a part that holds some terms."""
    return Found(number, Row(part, Passage("text", ("x",), Genre.PROSE)), dict.fromkeys(terms, 1.0), together)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Standing({0: 1.0}, is_named=True), Standing({0: 99.0, 1: 99.0, 2: 99.0}, holds_phrase=True)),
        (Standing({0: 1.0}, holds_phrase=True), Standing({0: 99.0, 1: 99.0, 2: 99.0})),
        (Standing({0: 1.0}, holds_together=True), Standing({0: 1.0})),
        (Standing({0: 1.0, 1: 1.0}), Standing({0: 2.0})),
        (Standing({0: 2.0}), Standing({0: 1.0})),
    ],
)
def test_a_better_answer_has_a_higher_score(better: Standing, worse: Standing) -> None:
    """The title itself, then the phrase as typed, then how much is held and how well."""
    assert better.score(TERMS) > worse.score(TERMS)


def test_coverage_is_the_share_of_what_is_wanted() -> None:
    """By the weights of the terms."""
    terms = (Term("a", (), weight=3.0), Term("b", (), weight=1.0))
    assert 0.75 == Standing({0: 1.0}).coverage(terms)
    assert 0.0 == Standing().coverage(())


@given(
    points=st.dictionaries(st.integers(0, 2), st.floats(1e-9, 1e6)),
    together=st.booleans(),
    phrase=st.booleans(),
    named=st.booleans(),
)
def test_a_score_lies_above_zero_and_at_most_at_one(
    *, points: dict[int, float], together: bool, phrase: bool, named: bool
) -> None:
    """Whatever was found, in four digits."""
    score = Standing(points, together, phrase, named).score(TERMS)
    assert 0 < score <= 1
    assert round(score, 4) == score


def test_programs_with_much_less_of_what_is_wanted_are_left_out() -> None:
    """Nearly as much as the best is worth telling, and so is the phrase."""
    programs = {
        1: Standing({0: 1.0, 1: 1.0, 2: 1.0}),
        2: Standing({0: 1.0, 1: 1.0}),
        3: Standing({2: 9.0}),
        4: Standing({2: 9.0}, holds_together=True),
        5: Standing({}, is_named=True),
    }
    assert [1, 2, 4, 5] == list(worth_telling(programs, Query(TERMS)))
    assert {} == worth_telling({}, Query(TERMS))


def test_the_best_rows_are_told_first() -> None:
    """The phrase as typed, the phrase, the most words, the most telling part, the order of the file."""
    rows = [
        found(Part.CITATION, 0, 1, number=1),
        found(Part.OVERVIEW, 0, 1, number=2, together=1),
        found(Part.CITATION, 0, 1, number=6, together=2),
        found(Part.ACTIVITY, 0, 1, number=4),
        found(Part.ACTIVITY, 0, 1, number=3),
        found(Part.TITLE, 0, number=5),
    ]
    assert [6, 2, 3, 4, 1] == [row.number for row in told(rows)]


def test_a_row_with_fewer_words_is_told_for_a_word_of_its_own() -> None:
    """A row with fewer words is told only where no better row holds its word."""
    rows = [
        found(Part.BODY, 0, 1, number=1),
        found(Part.TITLE, 0, number=2),
        found(Part.TAG, 2, number=3),
        found(Part.CATEGORY, 2, number=4),
    ]
    assert [1, 3] == [row.number for row in told(rows)]


def test_the_slug_is_told_only_alone() -> None:
    """The slug stands in no field, so it is told only where nothing else is."""
    slug, body = found(Part.SLUG, 0, 1, number=1, together=2), found(Part.BODY, 0, number=2)
    assert [slug] == told([slug])
    assert [body] == told([slug, body])
