"""A word stands once in the catalogue, and is one slip away from a word that stands there often.

What:
    Two letters have changed places, a letter is doubled or no longer doubled, one within a long word is missing, too many, or another vowel. The catalogue itself is the dictionary: the other word must stand in it many times, and in several programs. Beginnings and ends of words are left alone, where words differ by their grammar; so are short words, British and American spelling, names inside a sentence, categories, cited works and addresses. Without a dictionary nobody can tell that the rare word is none, so that this is only a hint.

Why:
    Such a word is often a misspelling that no list of common ones knows. A reader trips over it, and a search does not find it.

Bad:
    overview: <p>Distance helps. Take a distance from worry, look at it from that distance, and keep the distnace.</p>

Good:
    overview: <p>Distance helps. Take a distance from worry, look at it from that distance, and keep the distance.</p>
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import WORD, Finding, Rule, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.rules._text import finding
from resilify_cli.rules._words import OWN, common_misspellings, standing, text_of, vocabulary

_GENRES: Final = OWN - {Genre.LABEL}  # categories have a rule of their own
_SHORTEST: Final = 7
_LONG: Final = 9  # where a letter more or less seldom makes another word
_OFTEN: Final = 6
_SEVERAL: Final = 3
_VOWELS: Final = frozenset("aeiouy")
_KEPT_AT_THE_END: Final = 2  # where words differ by their grammar: `manages`, `managers`
_VARIANTS: Final = (
    (re.compile("our"), "or"),
    (re.compile("[ao]e"), "e"),
    (re.compile(r"([a-z])\1(?=ed|ing|er|or|ment|ful|able|ation)"), r"\1"),
    (re.compile("e(?=ment|ing|able)"), ""),
    (re.compile("er(?=s?$)"), "or"),
)
"""What British and American spelling do differently, and what is right both ways."""


def _check(subject: Subject) -> Iterator[Finding]:
    slips = _slips(subject.catalogue)
    for passage, match in standing(subject, slips, _GENRES):
        if not _may_be_a_name(passage, match):
            message = f"{match[0]!r} stands once in the catalogue, and {slips[match[0]]!r} often"
            yield finding(passage, match.span(), message, f"did you mean {slips[match[0]]}?")


@once_per_catalogue
def _slips(catalogue: Catalogue) -> Mapping[str, str]:
    """Return for each rare word of a catalogue, as it is written, the frequent one of which it is a slip."""
    times: Counter[str] = Counter()
    for word, count in vocabulary(catalogue).items():
        if len(word) >= _SHORTEST:
            times[word.lower()] += count
    frequent: dict[str, list[str]] = {}
    for word, count in times.items():
        if count >= _OFTEN:
            for shortened in _shortened(word):
                frequent.setdefault(shortened, []).append(word)
    known_slips = common_misspellings()  # which `misspelt-word` tells, with the right word
    rare = [word for word in vocabulary(catalogue) if times[word.lower()] == 1 and word not in known_slips]
    near = {word: _near(word.lower(), frequent) for word in rare}
    meant = {
        word: max(others, key=lambda other: (times[other], other)) for word, others in near.items() if others
    }
    known = _in_several(catalogue, frozenset(meant.values()))
    return {word: other for word, other in meant.items() if other in known}


def _near(rare: str, frequent: Mapping[str, list[str]]) -> list[str]:
    """Return the frequent words of which a rare one is a slip."""
    alike = {other for shortened in _shortened(rare) for other in frequent.get(shortened, ())}
    return [other for other in alike if _is_slip(rare, other)]


def _in_several(catalogue: Catalogue, words: frozenset[str]) -> frozenset[str]:
    """Return those of some words that stand in more than one or two programs."""
    programs: Counter[str] = Counter()
    if words:
        for program in catalogue:
            programs.update(words & set(WORD.findall(text_of(program.facts).lower())))
    return frozenset(word for word, count in programs.items() if count >= _SEVERAL)


def _shortened(word: str) -> set[str]:
    """Return a word, and what is left of it without one of its letters: two words one slip apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_slip(rare: str, word: str) -> bool:
    """Tell whether a word becomes another by one slip of the fingers, and not by another way to spell it."""
    start = _shared(rare, word)
    end = _shared(rare[start:][::-1], word[start:][::-1])
    written, meant = rare[start : len(rare) - end], word[start : len(word) - end]
    is_swap = len(meant) == len("ab") and written == meant[::-1]
    if not start or not end or (end < _KEPT_AT_THE_END and not is_swap):
        return False
    return _is_likely(word, start, written, meant) and _folded(rare) != _folded(word)


def _shared(first: str, second: str) -> int:
    """Return how many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _is_likely(word: str, start: int, written: str, meant: str) -> bool:
    """Tell whether `written`, at `start`, is likely to be a slip of what is `meant` there."""
    if len(written) == len(meant):
        is_swap = len(meant) == len("ab") and written == meant[::-1]
        is_vowel = written in _VOWELS and meant in _VOWELS and len(word) >= _LONG
        return is_swap or is_vowel
    is_one = {len(written), len(meant)} == {0, 1}
    return is_one and (len(word) >= _LONG or word[start - 1] == written + meant)


def _folded(word: str) -> str:
    for pattern, plain in _VARIANTS:
        word = pattern.sub(plain, word)
    return word


def _may_be_a_name(passage: Passage, match: re.Match[str]) -> bool:
    """A capital inside a sentence begins a name, and capitals throughout are an acronym; titles have capitals anyway."""
    if match[0].islower():
        return False
    return not match[0].istitle() or (passage.genre is not Genre.TITLE and match.start() > 0)


RULE: Final = Rule("RES532", "rare-spelling", Severity.INFO, _check)
