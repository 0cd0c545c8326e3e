"""Which programs come first, and which of their texts are told: plain arithmetic over what the engine found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from resilify_cli.search.query import Query, Term
from resilify_cli.search.rows import Part, Row

# A program that answers to less of what was asked than this share of the best one's answer is left out.
_WORTH_TELLING: Final = 0.4
# Words that stand close together mean more than the same words apart.
_TOGETHER: Final = 1.3
# The points at which a score reaches half of its band.
_MIDDLING: Final = 12.0
_DIGITS: Final = 4


@dataclass(slots=True)
class Standing:
    """What speaks for a program: for each term that it answers to, by number, its points.

    `holds_together` says that all words of the query follow one another in it, save for their endings;
    `holds_phrase`, just as typed; `is_named`, that they are its title; `is_sure`, that more than a guess stands in
    it; `is_headed`, that this stands in its title or a heading.
    """

    points: dict[int, float] = field(default_factory=dict)
    holds_together: bool = False
    holds_phrase: bool = False
    is_named: bool = False
    is_headed: bool = False
    is_sure: bool = False

    def coverage(self, terms: Sequence[Term]) -> float:
        """Return the share of what is wanted that the program answers to."""
        whole = sum(term.weight for term in terms)
        return sum(terms[number].weight for number in self.points) / whole if whole else 0.0

    def score(self, terms: Sequence[Term]) -> float:
        """Return how well the program answers, above 0 and at most 1.

        Below 0.6: the words stand anywhere. From 0.6: they stand in one text, in the order typed. From 0.9: they
        are the title.
        """
        low, high = (0.9, 1.0) if self.is_named else (0.6, 0.9) if self.holds_phrase else (0.0, 0.6)
        points = sum(terms[number].weight * value for number, value in self.points.items())
        points *= self.coverage(terms) * (_TOGETHER if self.holds_together else 1.0)
        return max(round(low + (high - low) * points / (points + _MIDDLING), _DIGITS), 10**-_DIGITS)


def worth_telling(programs: Mapping[int, Standing], query: Query) -> dict[int, Standing]:
    """Return the programs that answer to nearly as much of what is wanted as the best does."""
    shares = {program: standing.coverage(query.terms) for program, standing in programs.items()}
    best = max(shares.values(), default=0.0)
    return {
        program: standing
        for program, standing in programs.items()
        if shares[program] >= _WORTH_TELLING * best or standing.holds_together or standing.is_named
    }


@dataclass(frozen=True, slots=True)
class Found:
    """A row that holds some of the words: what it holds of each term, by number, with its weight.

    `together` says how nearly all words of the query follow one another in it, 0 for not at all.
    """

    number: int
    row: Row
    terms: Mapping[int, float]
    together: int = 0


def told(rows: Sequence[Found]) -> list[Found]:
    """Return the rows that say where a program matched, the best first.

    Best is what holds the most words, then the most telling part, then what comes first in the file. A row with
    fewer words is told only for a word that no better one holds; the slug only where there is nothing else.
    """
    best_first = sorted(rows, key=_order)
    chosen: list[Found] = []
    seen: set[int] = set()
    for found in best_first:
        is_best = len(found.terms) == len(best_first[0].terms)
        if (is_best or not seen.issuperset(found.terms)) and not (chosen and found.row.part is Part.SLUG):
            chosen.append(found)
            seen.update(found.terms)
    return chosen


def _order(found: Found) -> tuple[bool, int, float, int, int]:
    row = found.row
    return (row.part is Part.SLUG, -found.together, -sum(found.terms.values()), row.part.order, found.number)
