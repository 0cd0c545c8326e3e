"""The words of a catalogue: which there are, what begins so, and what a mistyped one was meant to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from resilify_cli.search.words import FUNCTION_WORDS, fold, words_of

if TYPE_CHECKING:
    from resilify_cli.search.store import Stemmer

_MAX_CORRECTIONS: Final = 4
_SHORTEST_ANYWHERE: Final = 4
_SHORTEST_IN_TITLES: Final = 3
_SHORTEST_STEM: Final = 6
_SHORTEST_SAID: Final = (6, 6, 9)
_LONG: Final = 7
_MAX_EDITS: Final = 2
_MIN_PART: Final = 2
_LONGER_PART: Final = 3
_ACRONYM: Final = re.compile(r"\(([A-Z][A-Z-]{1,7})\)")
_BEFORE: Final = 200
_INITIALS: Final = range(3, 6)


class Vocabulary:
    """The words of all texts, with the number of programs that hold each; those of titles are told apart.

    `cited` are words of references, which nobody is taken to have meant; `others` are words that stand in no program
    but mean something: what people say of what is there.
    """

    def __init__(
        self,
        stemmer: Stemmer,
        counts: Counter[str],
        cited: Collection[str],
        titles: Iterable[str],
        others: Iterable[str],
    ) -> None:
        self._stemmer = stemmer
        self.counts = counts
        self._cited = cited
        self._titles = {word for title in titles for word in words_of(fold(title))}
        self._others = {word for word in others if word not in counts and word not in FUNCTION_WORDS}

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted({*self.counts, *self._cited})

    @cached_property
    def _stems(self) -> dict[str, str]:
        """The stem of every word there is, and of those that mean something."""
        words = [*self.counts, *self._others]
        return dict(zip(words, (" ".join(stem) for stem in self._stemmer.stems(words)), strict=True))

    @cached_property
    def _known_stems(self) -> set[str]:
        return {self._stems[word] for word in self.counts}

    @cached_property
    def _other_stems(self) -> set[str]:
        return {self._stems[word] for word in self._others}

    @cached_property
    def _by_stem(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word, stem in self._stems.items():
            if word not in FUNCTION_WORDS:
                found[stem].append(word)
        return found

    def has(self, word: str, stem: str) -> bool:
        """Tell whether a word stands in the catalogue, in any form of it."""
        return word in self.counts or word in self._cited or stem in self._known_stems

    def means(self, word: str, stem: str) -> bool:
        """Tell whether a word stands in no program but means something all the same, in any form of it."""
        return word in self._others or stem in self._other_stems

    def completions(self, beginning: str, limit: int | None = None) -> list[str]:
        """Return the longer words of the catalogue that begin so, those in the most programs first."""
        start = bisect_left(self._sorted, beginning)
        found = []
        for number in range(start, len(self._sorted)):
            word = self._sorted[number]
            if not word.startswith(beginning):
                break
            if word != beginning:
                found.append(word)
        return sorted(found, key=lambda word: (word not in self._titles, -self.counts[word], word))[:limit]

    def corrections(self, word: str, stem: str) -> list[str]:
        """Return the words that a mistyped one may be, the likeliest first.

        One letter may be missing, too many, another, or change places with its neighbour; in long words two may.
        Short words are taken for those of titles only: there are too many of them.
        """
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where a word is unknown
        from rapidfuzz.process import extract  # noqa: PLC0415

        if len(word) < _SHORTEST_IN_TITLES - 1 or word.isdigit():
            return []
        allowed = _MAX_EDITS if len(word) >= _LONG else 1
        near: dict[str, int] = {}
        pairs = [(word, self._candidates(word))]
        if len(stem) >= _SHORTEST_STEM:
            pairs.append((stem, list(self._by_stem)))
        for text, texts in pairs:
            for found, distance, _ in extract(
                text, texts, scorer=OSA.distance, score_cutoff=allowed, limit=None
            ):
                for candidate in [found] if text is word else self._by_stem[found]:
                    if self._may_be(word, candidate, distance):
                        near[candidate] = min(near.get(candidate, allowed), int(distance))
        least = min(near.values(), default=0)
        close = [candidate for candidate, distance in near.items() if distance == least]
        close.sort(key=lambda candidate: self._likelihood(word, candidate))
        # What people say besides is not meant where a word of the programs is likelier.
        if close and close[0] not in self._others:
            close = [candidate for candidate in close if candidate not in self._others]
        return close[:_MAX_CORRECTIONS]

    def _candidates(self, word: str) -> list[str]:
        return [
            known
            for known in self._stems
            if abs(len(known) - len(word)) <= _MAX_EDITS and known not in FUNCTION_WORDS
        ]

    def _may_be(self, word: str, candidate: str, distance: int) -> bool:
        shortest = min(len(word), len(candidate))
        if shortest < _SHORTEST_ANYWHERE and candidate not in self._titles:
            return False
        # In what people say stands every everyday word: "lawn" is not meant for "laws", nor "parking" for "purging".
        if candidate in self._others and max(len(word), len(candidate)) < _SHORTEST_SAID[int(distance)]:
            return False
        return distance <= 1 or word[0] == candidate[0]

    def _likelihood(self, word: str, candidate: str) -> tuple[bool, bool, bool, int, str]:
        return (
            candidate not in self._titles,
            candidate[0] != word[0],
            candidate in self._others,
            -self.counts[candidate],
            candidate,
        )

    def parts(self, word: str) -> list[tuple[str, ...]]:
        """Return the ways to part a word into two that are there, or mean something, else into three."""
        two = [(word[:place], word[place:]) for place in range(_MIN_PART, len(word) - _MIN_PART + 1)]
        three = [
            (first, rest[:place], rest[place:])
            for first, rest in two
            if first in self.counts
            for place in range(_LONGER_PART, len(rest) - _LONGER_PART + 1)
        ]
        return self._all_known(two) or self._all_known(three)

    def _all_known(self, several: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
        words = {part for parts in several for part in parts}
        known = {
            word
            for word, stem in zip(words, self._stemmer.stems(list(words)), strict=True)
            if word in self.counts or (len(word) >= _LONGER_PART and self._is_there(word, " ".join(stem)))
        }
        return [parts for parts in several if known.issuperset(parts)]

    def _is_there(self, word: str, stem: str) -> bool:
        return stem in self._known_stems or self.means(word, stem)

    def is_in_title(self, words: Iterable[str]) -> bool:
        """Tell whether any of some words stands in a title."""
        return not self._titles.isdisjoint(words)


def spelled_out(text: str) -> dict[str, str]:
    """Return what acronyms stand for, as a text itself says: `Cognitive Behavioral Therapy (CBT)`."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text) if "(" in text else ():
        letters = match[1].replace("-", "").lower()
        meaning = _meaning(letters, words_of(fold(text[max(match.start() - _BEFORE, 0) : match.start()])))
        if meaning:
            found[letters] = meaning
    return found


def acronyms(titles: Iterable[str]) -> dict[str, str]:
    """Return what the initials of three to five words of a title stand for."""
    found: dict[str, str] = {}
    for title in titles:
        words = words_of(title)
        for length in _INITIALS:
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                if all(word[0].isupper() for word in run):
                    found.setdefault("".join(word[0] for word in run).lower(), fold(" ".join(run)))
    return found


def _meaning(letters: str, before: list[str]) -> str | None:
    """Return the words right before an acronym whose initials it is; little words between them do not count."""
    place = len(before)
    for letter in reversed(letters):
        place -= 1
        while place >= 0 and before[place][0] != letter and before[place] in FUNCTION_WORDS:
            place -= 1
        if place < 0 or before[place][0] != letter:
            return None
    return " ".join(before[place:])
