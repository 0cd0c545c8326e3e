"""Where in its texts a program answers to a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from resilify_cli.search.ranking import Found, told
from resilify_cli.search.results import Match
from resilify_cli.search.rows import Row, rows
from resilify_cli.search.snippets import snippet
from resilify_cli.search.store import extents
from resilify_cli.search.words import fold, words_of

if TYPE_CHECKING:
    from resilify_cli.diagnostics import Extent
    from resilify_cli.facts import Facts
    from resilify_cli.search.query import Query

_AT_ONCE: Final = 500
"""How many programs are looked at together, so that their texts do not fill the memory."""


class _Located:
    """The rows of some programs, and where in them the phrases of a query stand."""

    def __init__(self, query: Query, several: Sequence[Row], *, exact: bool) -> None:
        self._query = query
        self._rows = several
        wanted = dict.fromkeys(phrase for term in query.terms for phrase in term.phrases)
        self._extents = extents([row.text for row in several], (*wanted, *query.phrases))
        if exact:
            self._extents = {
                phrase: _as_typed(phrase, found, several) for phrase, found in self._extents.items()
            }

    def found(self, number: int, row: Row) -> Found:
        """Say which terms a row holds."""
        held = {
            place: max(way.weight for way in term.alternatives if self._at(way.phrase, number))
            for place, term in enumerate(self._query.terms)
            if not term.is_unwanted
            and term.group in {None, row.part.group}
            and any(self._at(phrase, number) for phrase in term.phrases)
        }
        return Found(number, row, held, self._closeness(number))

    def match(self, found: Found) -> Match:
        """Cut the piece of a row that answers best."""
        terms = [self._query.terms[place] for place in found.terms]
        marks = [[e for phrase in term.phrases for e in self._at(phrase, found.number)] for term in terms]
        if found.together:
            # Once for each term: a snippet stands where the most of what is wanted stands.
            marks += [self._together(found.number)] * len(self._query.terms)
        row = found.row
        piece = snippet(row.text, marks)
        return Match(row.field, row.at, row.session, piece.text, piece.marks, row.within(piece.first))

    def _closeness(self, number: int) -> int:
        """How near a row comes to the phrase: 0, not at all; 1, save for endings; 2, as written; 3, as typed."""
        text = self._rows[number].text
        for closeness, phrase in zip((3, 2), self._query.phrases, strict=False):
            if any(_is_as_typed(phrase, text, one) for one in self._at(phrase, number)):
                return closeness
        return int(bool(self._together(number)))

    def _together(self, number: int) -> list[Extent]:
        return [extent for phrase in self._query.phrases for extent in self._at(phrase, number)]

    def _at(self, phrase: str, number: int) -> Sequence[Extent]:
        return self._extents.get(phrase, {}).get(number, ())


def locate(
    query: Query, programs: Sequence[Facts], columns: frozenset[str], *, exact: bool
) -> Iterator[list[Match]]:
    """Yield the places where each program answers, the best first; with `exact`, only where it is as typed."""
    for start in range(0, len(programs), _AT_ONCE):
        yield from _locate(query, programs[start : start + _AT_ONCE], columns, exact=exact)


def _locate(
    query: Query, programs: Sequence[Facts], columns: frozenset[str], *, exact: bool
) -> Iterator[list[Match]]:
    several: list[Row] = []
    owners: dict[int, list[int]] = defaultdict(list)
    for program, facts in enumerate(programs):
        for row in rows(facts):
            if row.part.name in columns:
                owners[program].append(len(several))
                several.append(row)
    located = _Located(query, several, exact=exact)
    for program in range(len(programs)):
        found = [located.found(number, several[number]) for number in owners[program]]
        holding = [one for one in found if one.terms or one.together]
        yield [located.match(one) for one in told(holding)]


def _as_typed(
    phrase: str, found: Mapping[int, Sequence[Extent]], several: Sequence[Row]
) -> dict[int, list[Extent]]:
    """Keep of what was found by its stem what is written as it was typed."""
    kept = {
        number: [one for one in ones if _is_as_typed(phrase, several[number].text, one)]
        for number, ones in found.items()
    }
    return {number: ones for number, ones in kept.items() if ones}


def _is_as_typed(phrase: str, text: str, extent: Extent) -> bool:
    """Tell whether a part of a text is a phrase, save for case and accents."""
    return words_of(fold(text[slice(*extent)])) == phrase.split()
