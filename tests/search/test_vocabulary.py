"""The words of a catalogue, and what a mistyped one was meant to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest

from resilify_cli.search.store import Stemmer
from resilify_cli.search.vocabulary import Vocabulary, acronyms, spelled_out

COUNTS = Counter(
    {"procrastination": 2, "anxiety": 9, "panic": 3, "pain": 4, "breaking": 1, "self": 5, "harm": 2, "ibs": 1}
)


@pytest.fixture
def vocabulary() -> Iterator[Vocabulary]:
    """A small catalogue's words."""
    with closing(Stemmer()) as stemmer:
        yield Vocabulary(
            stemmer, COUNTS, {"beck"}, ["Procrastination", "Panic and Pain", "IBS"], ["hypochondria", "the"]
        )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("procastination", "procrastination"),
        ("porcrastination", "procrastination"),
        ("procrastinattion", "procrastination"),
        ("prokrastinaton", "procrastination"),
        ("ansiety", "anxiety"),
        ("panick", "panic"),
        ("pian", "pain"),
        ("isb", "ibs"),
        ("hypocondria", "hypochondria"),
    ],
)
def test_a_typing_error_is_put_right(vocabulary: Vocabulary, typed: str, expected: str) -> None:
    """One letter, in a long word two; also of words that only an alias has."""
    assert expected == vocabulary.corrections(typed, typed)[0]


def test_an_inflected_typing_error_is_put_right_by_its_stem(vocabulary: Vocabulary) -> None:
    """The stem is near where the word is not."""
    assert ["procrastination"] == vocabulary.corrections("procastinating", "procastin")


@pytest.mark.parametrize("typed", ["zebra", "pizza", "xyzzy", "hram", "x", "4711", "tractor"])
def test_what_is_near_nothing_is_left_alone(vocabulary: Vocabulary, typed: str) -> None:
    """No guess is better than a wild one."""
    assert [] == [word for word in vocabulary.corrections(typed, typed) if word != "harm"]


def test_titles_come_first() -> None:
    """Of equally near words, those of titles are meant, and of these the one with the same first letter."""
    counts = Counter({"wore": 9, "word": 1, "core": 8, "cord": 2})
    with closing(Stemmer()) as stemmer:
        several = Vocabulary(stemmer, counts, set(), ["Word", "Cord"], [])
        assert ["word", "cord"] == several.corrections("xord", "xord")[::-1]
        assert ["word", "wore"] == several.corrections("worx", "worx")


def test_completions_are_longer_words(vocabulary: Vocabulary) -> None:
    """Those of titles first, then those in the most programs."""
    assert ["pain", "panic"] == vocabulary.completions("pa")
    assert ["pain"] == vocabulary.completions("pa", 1)
    assert [] == vocabulary.completions("pain")


def test_a_word_is_known_in_any_form(vocabulary: Vocabulary) -> None:
    """By itself, by its stem, or from a reference."""
    assert vocabulary.has("pain", "pain")
    assert vocabulary.has("breaks", "break")
    assert vocabulary.has("beck", "beck")
    assert not vocabulary.has("unicorn", "unicorn")
    assert vocabulary.means("hypochondria", "hypochondria")
    assert not vocabulary.means("the", "the")


def test_a_joined_word_has_parts(vocabulary: Vocabulary) -> None:
    """Two, else three, all of them words of the catalogue, in any form."""
    assert [("self", "harm")] == vocabulary.parts("selfharm")
    assert [("panic", "pains")] == vocabulary.parts("panicpains")
    assert [("self", "harm", "pain")] == vocabulary.parts("selfharmpain")
    assert [] == vocabulary.parts("selfish")


def test_words_of_titles_are_told_apart(vocabulary: Vocabulary) -> None:
    """Any of several is enough."""
    assert vocabulary.is_in_title(["self", "panic"])
    assert not vocabulary.is_in_title(["self", "harm"])


def test_acronyms_are_read_off_texts() -> None:
    """Where the initials before them are theirs, little words aside."""
    text = "Cognitive Behavioral Therapy for Insomnia (CBT-I), and Obsessive-Compulsive Disorder (OCD); see (ABC)"
    assert {
        "cbti": "cognitive behavioral therapy for insomnia",
        "ocd": "obsessive compulsive disorder",
    } == spelled_out(text)


def test_initials_of_a_title_are_an_acronym() -> None:
    """Of three to five words with capitals."""
    found = acronyms(["Overcoming Obsessive Compulsive Disorder", "Coping with panic"])
    assert "obsessive compulsive disorder" == found["ocd"]
    assert {"ooc", "ocd", "oocd"} == set(found)
