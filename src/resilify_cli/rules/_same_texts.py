"""Texts that are the same or nearly so, found among a hundred thousand without comparing each with each.

Two texts are compared where they share marks: five words in a row, of which the first is a long one. A mark that many
texts have is a turn of phrase, and tells nothing. Source of the idea: Schleimer, Wilkerson and Aiken (2003),
Winnowing; long words serve as anchors, as choosing the least of hashes would cost many times as much.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

NEARLY: Final = 0.85
"""From here on two texts are nearly the same."""

_SHORTEST: Final = 100
_ANCHOR: Final = 6
_RUN: Final = 5
_MOST: Final = 16
# Of the marks of two texts that differ in every eighth word a quarter and more survives: 99 pairs in 100 are found.
_SHARE: Final = 0.25
_WORD: Final = re.compile(r"\w+")


def normalised(text: str) -> str:
    """Return the words of a text, in lower case, one space between: what is left where typing does not count."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def near_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of normalised texts that are nearly the same, by number, with their likeness.

    Short ones are left out, since a few words in common may well be chance.
    """
    marks = [_marks(text) if len(text) >= _SHORTEST else frozenset() for text in texts]
    common = Counter(pair for numbers in _holders(marks) for pair in itertools.combinations(numbers, 2))
    for (one, other), count in sorted(common.items()):
        if count >= _SHARE * min(len(marks[one]), len(marks[other])):
            likeness = _likeness(texts[one], texts[other])
            if likeness >= NEARLY:
                yield one, other, likeness


def _marks(text: str) -> frozenset[int]:
    """Return hashes of marks: where two chance to be equal, two texts are compared in vain."""
    words = text.split(" ")
    places = range(len(words) - _RUN + 1)
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in places if len(words[at]) >= _ANCHOR)


def _holders(marks: Sequence[frozenset[int]]) -> Iterator[list[int]]:
    """Yield for each mark the numbers of the texts that have it: of two or more, and not of many."""
    first: dict[int, int] = {}
    shared: dict[int, list[int]] = {}
    for number, held in enumerate(marks):
        for mark in held:
            earlier = first.setdefault(mark, number)
            if earlier != number:
                shared.setdefault(mark, [earlier]).append(number)
    return (numbers for numbers in shared.values() if len(numbers) <= _MOST)


def _likeness(one: str, other: str) -> float:
    """How many of the words of the shorter text stand in the other, in the same order, from 0 to 1."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only where two texts share marks

    words, others = one.split(" "), other.split(" ")
    return LCSseq.similarity(words, others) / min(len(words), len(others))
