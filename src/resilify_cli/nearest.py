"""What a mistyped name was probably meant to be.

Words that few names share weigh most: `cbt-for-insomnia` is nearer to `cognitive-behavioral-therapy-for-insomnia-cbt-i`
than to `cbt-for-depression`, though fewer letters differ in the latter.
"""

from __future__ import annotations

import difflib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from resilify_cli.slugs import slugify

_CONFIDENT: Final = 0.9
_LIKELY: Final = 0.75
_LEAD: Final = 0.08
_CLOSE: Final = 0.62
_MOST: Final = 3
_SHORTEST: Final = 3
_WORD_LIKENESS: Final = 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may have been meant; `score` runs from 0 to 1, and from 0.9 there is hardly a doubt."""

    slug: str
    score: float


def confident(ranked: Sequence[Candidate]) -> Candidate | None:
    """Return the best of ranked candidates, where there is hardly a doubt: it is near, and no other is."""
    if not ranked or ranked[0].score < _LIKELY:
        return None
    runner_up = ranked[1].score if len(ranked) > 1 else 0.0
    return ranked[0] if ranked[0].score - runner_up >= _LEAD else None


class NameIndex:
    """The names of programs, ready to be compared with a wrong one: each by its slug and by its title's."""

    def __init__(self, programs: Iterable[tuple[str, str]]) -> None:
        """Take programs as (slug, title)."""
        self._names = [(slug, {text for text in (slug, slugify(title)) if text}) for slug, title in programs]
        self._words = {text: frozenset(text.split("-")) for _, texts in self._names for text in texts}
        counts = Counter(
            word for _, texts in self._names for word in {w for t in texts for w in self._words[t]}
        )
        self._weights = {word: 1 / (1 + math.log(count)) for word, count in counts.items()}

    def candidates(
        self, slug: str, title: str | None = None, *, besides: str | None = None
    ) -> list[Candidate]:
        """Rank the programs by how likely a wrong `slug` with that `title` meant them; best first, three at most."""
        wanted = {text for text in (slugify(slug), slugify(title or "")) if len(text) >= _SHORTEST}
        best: dict[str, float] = {}
        for want in sorted(wanted):
            judge = _Judge(want, self._weights)
            for name, texts in self._names:
                score = max((judge.likeness(text, self._words[text]) for text in texts), default=0.0)
                best[name] = max(best.get(name, 0.0), score)
        close = [
            Candidate(name, score) for name, score in best.items() if score >= _CLOSE and name != besides
        ]
        return sorted(close, key=lambda candidate: (-candidate.score, candidate.slug))[:_MOST]


class _Judge:
    """Compares one wrong name with many: what can be worked out once is."""

    def __init__(self, want: str, weights: Mapping[str, float]) -> None:
        self._want = want
        self._weights = weights
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only where a name is wrong

        self._ratio = ratio
        self._near = {word: _same_words(word, weights) for word in want.split("-")}

    def likeness(self, have: str, words: frozenset[str]) -> float:
        """The better of two views: as one string of letters, and as words weighed by their rarity."""
        if have == self._want:
            return 1.0
        return max(self._letters(have), self._shared_words(words))

    def _letters(self, have: str) -> float:
        ratio = self._ratio(self._want, have, score_cutoff=100 * _CLOSE) / 100
        # One or two letters astray in a long name leave no doubt; the same share of a short one may.
        return ratio if ratio >= _CONFIDENT else ratio * 0.95

    def _shared_words(self, had: frozenset[str]) -> float:
        shared = missing = 0.0
        matched = set()
        for word, near in self._near.items():
            match = word if word in had else next((other for other in near if other in had), None)
            if match is None:
                missing += self._weights.get(word, 1.0)
            else:
                shared += self._weights[match]
                matched.add(match)
        if not shared:
            return 0.0
        extra = sum(self._weights[word] for word in had - matched)
        # What is asked for must be there; what is there besides counts little: a short name may mean a long title.
        return 0.98 * shared / (shared + missing) * (1 - 0.25 * extra / (extra + shared))


def _same_words(word: str, vocabulary: Iterable[str]) -> list[str]:
    """Return the words that a mistyped one may be, nearest first."""
    return (
        difflib.get_close_matches(word, vocabulary, n=_MOST, cutoff=_WORD_LIKENESS)
        if len(word) > _SHORTEST
        else []
    )


def worth_naming(ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the candidates to propose: the best alone where there is hardly a doubt, else all of them."""
    best = confident(ranked)
    return [best] if best else ranked


def nearest_word(word: str, known: Sequence[str]) -> str | None:
    """Return the one of `known` that a mistyped word is nearest to, regardless of case."""
    by_case = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_case, n=1, cutoff=0.6)
    return by_case[near[0]] if near else None
