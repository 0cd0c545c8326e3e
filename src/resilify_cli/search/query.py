"""What a person typed, turned into what is looked up: any text at all is a query, and none breaks it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

MAX_LENGTH: Final = 1000
"""Characters that are read of what was typed: more is a pasted text, and its beginning tells enough."""

MAX_TERMS: Final = 64
"""How many terms are looked up, likewise."""

MIN_PREFIX: Final = 3
"""The letters that the beginning of a word needs; with fewer it begins nearly everything."""

_PREFIX_WEIGHT: Final = 0.5
_LOOSE_WEIGHT: Final = 0.6
_WORD: Final = re.compile(r"[^\W_]+")
# Hyphens and apostrophes hold a word together (`self-harm`, `can't`); any other sign parts two words, so that
# the full-text engine never sees its own operators.
_TERM: Final = re.compile(r'["“”„]([^"“”„]*)["“”„]|[^\W_]+(?:[-‐‑\'’][^\W_]+)*')

Vocabulary: TypeAlias = Callable[[str], Sequence[str]]
"""Gives the catalogue's own words that begin with some letters."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to satisfy a term: all its phrases in one field. `weight` says how near it is to what was typed.

    A phrase is words with single spaces between them, letters and digits only.
    """

    phrases: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """One thing wanted, in any of several ways, of which the best counts."""

    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """All that is wanted; without terms, nothing is. `phrase` is every word in the order typed."""

    terms: tuple[Term, ...] = ()
    phrase: str = ""


def words_of(text: str) -> list[str]:
    """Return the words of a text, which are runs of letters and digits, as the full-text engine cuts them."""
    return _WORD.findall(text)


def rewrite(typed: str, vocabulary: Vocabulary) -> Query:
    """Turn what a person typed into a query.

    Quoted words are a phrase. A hyphenated word is a phrase, or else its words apart in one field. The last
    word, unless quoted, may be the beginning of a word. What is said twice is wanted once.
    """
    said = list(_split(unicodedata.normalize("NFC", typed[:MAX_LENGTH])))[:MAX_TERMS]
    terms = {(quoted, " ".join(words).lower()): _ways(words, quoted=quoted) for words, quoted in said}
    if said and not said[-1][1]:
        words = said[-1][0]
        terms[False, " ".join(words).lower()] += _completed(words, vocabulary)
    return Query(tuple(map(Term, terms.values())), " ".join(word for words, _ in said for word in words))


def _split(typed: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the words of each thing said, and whether they were quoted."""
    for match in _TERM.finditer(typed):
        words = tuple(words_of(match[0]))
        if words:
            yield words, match[1] is not None


def _ways(words: tuple[str, ...], *, quoted: bool) -> tuple[Alternative, ...]:
    phrase = Alternative((" ".join(words),))
    return (phrase,) if len(words) == 1 or quoted else (phrase, Alternative(words, _LOOSE_WEIGHT))


def _completed(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[Alternative, ...]:
    *before, last = words
    longer = vocabulary(last) if len(last) >= MIN_PREFIX else ()
    return tuple(Alternative((" ".join((*before, word)),), _PREFIX_WEIGHT) for word in longer)
