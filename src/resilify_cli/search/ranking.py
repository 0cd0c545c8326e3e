"""Which programs come first, and which of their fields are told: plain arithmetic over what the engine found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from resilify_cli.search.rows import Part, Row

# Words that stand together mean more than the same words apart, and a whole phrase more than its words.
_PHRASE_FACTOR: Final = 3.0
# Each further field counts half: ten passing mentions do not outdo one title.
_FURTHER: Final = 0.5
# The relevance at which a score reaches half of its band.
_MIDDLING: Final = 20.0
_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A row that holds some of the words: which terms, by number, and how relevant each is there.

    `together` says that all words of the query follow one another in it; `is_exact`, that they are all it holds.
    """

    number: int
    row: Row
    terms: Mapping[int, float]
    together: bool = False
    is_exact: bool = False


def most_words(programs: Mapping[int, Sequence[Found]], wanted: int) -> set[int]:
    """Return the programs that hold all the terms; where none does, those that hold the most.

    To those belong also the programs that hold the most of the terms that at most half of all these programs
    hold: a program with "how", "to" and "do" must not keep away the one with "worry".
    """
    held = {program: {term for found in rows for term in found.terms} for program, rows in programs.items()}
    counts = Counter(term for terms in held.values() for term in terms)
    if any(len(terms) == wanted for terms in held.values()):
        return _with_most(held, set(counts))
    telling = {term for term, count in counts.items() if 2 * count <= len(held)}
    return _with_most(held, set(counts)) | _with_most(held, telling)


def _with_most(held: Mapping[int, set[int]], terms: set[int]) -> set[int]:
    most = max((len(some & terms) for some in held.values()), default=0)
    return {program for program, some in held.items() if most and len(some & terms) == most}


def score(rows: Sequence[Found], wanted: int) -> float:
    """Return how well a program answers, above 0 and at most 1, in four digits.

    Below 0.5: the words stand anywhere. From 0.5: the title holds them all. From 0.9: they are the title. Where
    terms are missing it is the less by their share.
    """
    relevances = sorted((_relevance(found, wanted) for found in rows), reverse=True)
    relevance = sum(value * _FURTHER**rank for rank, value in enumerate(relevances))
    titles = [found for found in rows if found.row.part is Part.TITLE and len(found.terms) == wanted]
    low, high = (
        (0.9, 1.0) if any(found.is_exact for found in titles) else (0.5, 0.9) if titles else (0.0, 0.5)
    )
    share = len({term for found in rows for term in found.terms}) / wanted
    return max(
        round((low + (high - low) * relevance / (relevance + _MIDDLING)) * share, _DIGITS), 10**-_DIGITS
    )


def _relevance(found: Found, wanted: int) -> float:
    share = len(found.terms) / wanted
    factor = _PHRASE_FACTOR if found.together else 1.0
    return found.row.part.weight * factor * share * share * sum(found.terms.values())


def told(rows: Sequence[Found]) -> list[Found]:
    """Return the rows that say where a program matched, the best first.

    Best is what holds the most words, then the most telling part, then what comes first in the file. A row with
    fewer words is told only for a word that no better one holds; the slug only where there is nothing else.
    """
    best_first = sorted(rows, key=_standing)
    chosen: list[Found] = []
    seen: set[int] = set()
    for found in best_first:
        is_best = len(found.terms) == len(best_first[0].terms)
        if (is_best or not seen.issuperset(found.terms)) and not (chosen and found.row.part is Part.SLUG):
            chosen.append(found)
            seen.update(found.terms)
    return chosen


def _standing(found: Found) -> tuple[bool, bool, int, int, int]:
    return (
        found.row.part is Part.SLUG,
        not found.together,
        -len(found.terms),
        found.row.part.order,
        found.number,
    )
