"""A word stands once in the catalogue, and is one slip away from a word that stands there often.

What:
    Two letters have changed places, a letter is doubled or no longer doubled, one within a long word is missing, too many, or another vowel. The catalogue itself is the dictionary: the other word must stand in it many times, and in several programs. Beginnings and ends of words are left alone, where words differ by their grammar; so are short words, British and American spelling, names inside a sentence, categories, cited works and addresses.

    Without a dictionary nobody can tell that the rare word is none, so that this is only a hint.

Why:
    Such a word is often a misspelling that no list of common ones knows. A reader trips over it, and a search does not find it.

Bad:
    overview: <p>Resilience grows. Your resilience, and resilience in others.</p>
    sessions:
      session:
        - title: Resilience
          overview: Resilience at home, and resilience at work.
          activityOverview: Note what resilience means, and what reslience does not.

Good:
    overview: <p>Resilience grows. Your resilience, and resilience in others.</p>
    sessions:
      session:
        - title: Resilience
          overview: Resilience at home, and resilience at work.
          activityOverview: Note what resilience means, and what resilience does not.
"""

from __future__ import annotations

import re
import weakref
from collections import Counter
from collections.abc import Iterator, Mapping
from os.path import commonprefix
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import finding
from resilify_cli.rules._words import OWN, standing, vocabulary

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
    (re.compile("[zck]"), "s"),
    (re.compile(r"([a-z])\1(?=ed|ing|er|or|ment|ful|able|ation)"), r"\1"),
    (re.compile("e(?=ment|ing|able)"), ""),
    (re.compile("tre"), "ter"),
    (re.compile("ers?$"), "or"),
)
"""What British and American spelling do differently, and what is right both ways."""

_INDEXES: Final[weakref.WeakKeyDictionary[Catalogue, Mapping[str, str]]] = weakref.WeakKeyDictionary()


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.catalogue not in _INDEXES:
        _INDEXES[subject.catalogue] = _slips(subject.catalogue)
    slips = _INDEXES[subject.catalogue]
    for passage, match in standing(subject, slips, _GENRES):
        if not _may_be_a_name(passage, match):
            message = f"{match[0]!r} stands once in the catalogue, and {slips[match[0]]!r} often"
            yield finding(passage, match.span(), message, f"did you mean {slips[match[0]]}?")


def _slips(catalogue: Catalogue) -> Mapping[str, str]:
    """Return for each rare word of a catalogue, as it is written, the frequent one of which it is a slip."""
    words = vocabulary(catalogue)
    times: Counter[str] = Counter()
    for word, count in words.times.items():
        times[word.lower()] += count
    frequent: dict[tuple[str, str], list[str]] = {}
    for word, count in times.items():
        if count >= _OFTEN and len(word) >= _SHORTEST and _programs(words.programs, word) >= _SEVERAL:
            frequent.setdefault(_ends(word), []).append(word)
    rare = (word for word, count in words.times.items() if count == 1 and times[word.lower()] == 1)
    slips = {}
    for word in rare:
        low = word.lower()
        near = [other for other in frequent.get(_ends(low), ()) if _is_slip(low, other)]
        if near and len(low) >= _SHORTEST:
            slips[word] = max(near, key=lambda other: (times[other], other))
    return slips


def _programs(counts: Mapping[str, int], word: str) -> int:
    """Return in how many programs a word stands, in the case that is the most usual."""
    return max(counts[word], counts[word.capitalize()])


def _ends(word: str) -> tuple[str, str]:
    """Return what a slip leaves alone."""
    return word[:1], word[-_KEPT_AT_THE_END:]


def _is_slip(rare: str, word: str) -> bool:
    """Tell whether a word becomes another by one slip of the fingers, and not by another way to spell it."""
    if abs(len(rare) - len(word)) > 1:
        return False
    start = len(commonprefix((rare, word)))
    most = min(len(rare), len(word)) - start
    end = min(most, len(commonprefix((rare[::-1], word[::-1]))))
    written, meant = rare[start : len(rare) - end], word[start : len(word) - end]
    return _is_likely(word, start, written, meant) and _folded(rare) != _folded(word)


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
