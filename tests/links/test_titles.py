"""Titles, compared as a lenient reader would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.links.titles import is_cited


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("A study of sleep", "A Study of Sleep"),
        ("A study of sleep", "Doe, J. (2010). A study of sleep. Sleep, 1, 1–2."),
        ("A study of sleep: six months of nights", "A study of sleep"),
        ("A study of sleep", "A study of sleep: six months of nights"),
        ("A study of sleep – six months", "A study of sleep, six months"),
        ("Étude du sommeil", "Etude du Sommeil."),
        ("RETRACTED: A study of sleep", "A study of sleep"),
        ("A randomised trial of rest in adults", "A randomized trial of rest in adults"),
        ("Sleep", "Sleep"),
        ("Does rest help? A trial in adults", "Does rest help"),
    ],
)
def test_a_title_is_the_same_in_another_dress(title: str, text: str) -> None:
    """Case, accents, punctuation, subtitles, marks of publishers and slips make no other work."""
    assert is_cited([title], [text])


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The care of tomatoes", "A study of sleep"),
        ("Cognitive therapy for insomnia in later life", "Exercise for chronic pain"),
        ("A study of sleep", "Doe, J. (2010). Effects of light on mood. Light, 1, 1–2."),
    ],
)
def test_another_title_is_another_work(title: str, text: str) -> None:
    """A text that has hardly anything of the title cites another work."""
    assert is_cited([title], [text]) is False


@pytest.mark.parametrize(
    ("titles", "texts"),
    [([], ["A study"]), (["A study"], []), (["A study"], ["…"]), (["睡眠の研究"], ["A study"])],
)
def test_where_nothing_can_be_compared_nothing_is_said(titles: list[str], texts: list[str]) -> None:
    """Without a title, without words to compare it with, or in another script, nobody can tell."""
    assert None is is_cited(titles, texts)


def test_any_of_the_titles_will_do() -> None:
    """A work is cited by its title in any language that the registry knows."""
    assert is_cited(["Studie zum Schlaf", "A study of sleep"], ["A study of sleep"])


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_compared_there_is_an_answer(title: str, text: str) -> None:
    """No text is an exception, and every title with words in it is cited by itself."""
    assert is_cited([title], [text]) in (True, False, None)
    assert is_cited([title], [title]) in (True, None)
