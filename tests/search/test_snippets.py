"""A snippet shows the words found, whole, in little room."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.search.snippets import ELLIPSIS, WIDTH, Snippet, snippet

FILLER = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def places(line: str, word: str) -> list[tuple[int, int]]:
    """Return where a pattern stands in a line."""
    return [match.span() for match in re.finditer(word, line)]


def test_a_short_line_is_shown_whole() -> None:
    """A line that fits is not cut."""
    assert Snippet("Sleep well", ((0, 5),), (0, 5)) == snippet("Sleep well", [[(0, 5)]])


def test_a_long_line_is_cut_between_words() -> None:
    """Where the line was cut an ellipsis stands, and no word is broken."""
    line = f"{FILLER} calm {FILLER}"
    expected = "…fifteen sixteen calm one two three four five six seven eight nine ten…"
    assert Snippet(expected, ((17, 21),), (97, 101)) == snippet(line, [places(line, "calm")])


def test_an_end_of_the_line_has_no_ellipsis() -> None:
    """Only a side that was cut has an ellipsis."""
    line = f"calm {FILLER} calmly"
    assert snippet(line, [[(0, 4)]]).text.startswith("calm one")
    assert snippet(line, [places(line, "calmly")]).text.endswith("sixteen calmly")


def test_a_word_wider_than_a_snippet_is_shown_whole() -> None:
    """The word found is never cut, however long."""
    line = f"{'x' * 30}{'y' * 200}{'z' * 70}"
    assert Snippet(f"…{'y' * 200}…", ((1, 201),), (30, 230)) == snippet(line, [[(30, 230)]])


def test_the_snippet_stands_where_most_of_what_is_wanted_stands() -> None:
    """Of several places, the first with the most different things wanted is shown."""
    line = f"calm {FILLER} deep calm breath {FILLER} calm breath"
    shown = snippet(line, [places(line, "calm"), places(line, "breath")])
    assert "deep calm breath" in shown.text
    assert (line.index("calm breath"), line.index("calm breath") + 4) == shown.first
    assert ["calm", "breath"] == [shown.text[slice(*mark)] for mark in shown.marks]


def test_marks_over_one_another_are_one() -> None:
    """A phrase and a word of it are marked once."""
    assert ((0, 10), (11, 15)) == snippet("sleep well calm", [[(0, 10)], [(6, 10), (0, 5)], [(11, 15)]]).marks


@given(st.lists(st.text("ab.•", min_size=1, max_size=90), min_size=1, max_size=40), st.data())
def test_marks_lie_in_the_snippet_and_on_the_words(words: list[str], data: st.DataObject) -> None:
    """A snippet is a piece of the line, about as wide as it may be, and holds the first word as a mark."""
    line = " ".join(words)
    spans = places(line, r"\S+")
    marks = data.draw(st.lists(st.sampled_from(spans), min_size=1, unique=True))
    shown = snippet(line, [marks[:1], marks[1:]])
    assert shown.text.removeprefix(ELLIPSIS).removesuffix(ELLIPSIS) in line
    assert len(shown.text) <= max(WIDTH, shown.first[1] - shown.first[0]) + WIDTH
    assert line[slice(*shown.first)] in [shown.text[slice(*mark)] for mark in shown.marks]
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.marks)
    assert list(shown.marks) == sorted(shown.marks)


def test_white_space_is_one_space() -> None:
    """Line ends and runs of spaces are shown as one space, and marks stay on their words."""
    shown = snippet("Breathe \n\n slowly,  then rest", [[(11, 17)], [(25, 29)]])
    assert "Breathe slowly, then rest" == shown.text
    assert ["slowly", "rest"] == [shown.text[slice(*mark)] for mark in shown.marks]
