"""Which programs come first, and which of their fields are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.search.ranking import Found, most_words, score, told
from resilify_cli.search.rows import Part, Row


def found(
    part: Part,
    *terms: int,
    number: int = 0,
    relevance: float = 2.0,
    together: bool = False,
    exact: bool = False,
) -> Found:
    """Return a row of a part that holds some terms, each as relevant."""
    row = Row(part, ("x",), "raw", "text")
    return Found(number, row, dict.fromkeys(terms, relevance), together, exact)


def test_programs_with_all_words_keep_away_the_others() -> None:
    """Where a program holds all that is wanted, in whichever fields, only such programs are found."""
    programs = {
        1: [found(Part.TITLE, 0), found(Part.BODY, 1)],
        2: [found(Part.TITLE, 0)],
        3: [found(Part.TAG, 0, 1)],
    }
    assert {1, 3} == most_words(programs, 2)


def test_programs_with_the_most_words_stand_in() -> None:
    """Where no program holds all, those that hold the most are found."""
    programs = {1: [found(Part.TITLE, 0)], 2: [found(Part.TITLE, 0, 1)], 3: [found(Part.TITLE, 1)]}
    assert {2} == most_words(programs, 3)


def test_common_words_do_not_keep_away_a_telling_one() -> None:
    """A program with the one rare word is found beside those with more of the common ones."""
    programs = {number: [found(Part.TITLE, 0, 1)] for number in range(3)} | {9: [found(Part.TITLE, 2)]}
    assert {0, 1, 2, 9} == most_words(programs, 4)


def test_nothing_is_found_in_nothing() -> None:
    """Without any row there is no program."""
    assert set() == most_words({}, 1)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ([found(Part.TITLE, 0, 1, exact=True)], [found(Part.TITLE, 0, 1, relevance=99)]),
        (
            [found(Part.TITLE, 0, 1, relevance=0.1)],
            [found(Part.SESSION_TITLE, 0, 1, relevance=99, together=True)],
        ),
        ([found(Part.SESSION_TITLE, 0, 1)], [found(Part.OVERVIEW, 0, 1)]),
        ([found(Part.OVERVIEW, 0, 1, together=True)], [found(Part.OVERVIEW, 0, 1)]),
        ([found(Part.OVERVIEW, 0, 1)], [found(Part.OVERVIEW, 0), found(Part.OVERVIEW, 1)]),
        ([found(Part.OVERVIEW, 0, 1), found(Part.BODY, 0)], [found(Part.OVERVIEW, 0, 1)]),
        ([found(Part.SESSION_TITLE, 0, 1)], [found(Part.TITLE, 0)]),
    ],
)
def test_a_better_answer_has_a_higher_score(better: list[Found], worse: list[Found]) -> None:
    """Exact title, then title, then weight of the field; words together before words apart; more before fewer."""
    assert score(better, 2) > score(worse, 2)


PARTS = st.builds(
    lambda part, terms, relevance: found(part, *terms, relevance=relevance),
    st.sampled_from(Part),
    st.sets(st.integers(0, 3), min_size=1),
    st.floats(1e-9, 1e6),
)


@given(st.lists(PARTS, min_size=1))
def test_a_score_lies_above_zero_and_at_most_at_one(rows: list[Found]) -> None:
    """Whatever was found, the score is between 0 and 1, in four digits."""
    points = score(rows, 4)
    assert 0 < points <= 1
    assert round(points, 4) == points


def test_the_best_rows_are_told_first() -> None:
    """All words together, then the most words, then the most telling part, then the order of the file."""
    rows = [
        found(Part.CITATION, 0, 1, number=1),
        found(Part.OVERVIEW, 0, 1, number=2, together=True),
        found(Part.ACTIVITY, 0, 1, number=4),
        found(Part.ACTIVITY, 0, 1, number=3),
        found(Part.TITLE, 0, number=5),
    ]
    assert [2, 3, 4, 1] == [row.number for row in told(rows)]


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
    slug, body = found(Part.SLUG, 0, 1, number=1, together=True), found(Part.BODY, 0, number=2)
    assert [slug] == told([slug])
    assert [body] == told([slug, body])
