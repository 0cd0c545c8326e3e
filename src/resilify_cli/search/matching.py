"""Which programs answer to a query, and how well each term stands in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Final

from resilify_cli.search.query import Kind, Term
from resilify_cli.search.ranking import Standing
from resilify_cli.search.rows import CITED, Part

if TYPE_CHECKING:
    from resilify_cli.search.query import Query
    from resilify_cli.search.store import Store

COLUMNS: Final = frozenset(part.name for part in Part)
"""All columns of the engine: one for each kind of text."""

_TITLE: Final = frozenset({Part.TITLE.name})
_HEADINGS: Final = frozenset({Part.SESSION_TITLE.name, Part.TAG.name})
# What a word counts besides, by how rare it is in titles and in headings: BM25 itself gives the twentieth mention
# as much as the title.
_IN_TITLE: Final = 2.0
_IN_HEADING: Final = 1.0
# The stem of "mindfulness" is "mind", and that of "optimism" also the one of "optimal".
_OTHER_ENDING: Final = 0.5
# With less of what is wanted than this, a program must have it in its title or a heading: a passing mention of one
# word out of several is no answer.
_ENOUGH: Final = 0.5
_ENOUGH_OF_GUESSES: Final = 0.8


def columns_of(groups: Collection[str]) -> frozenset[str]:
    """Return the columns of the fields that a search is narrowed to."""
    return frozenset(part.name for part in Part if part.group in groups)


def stand(query: Query, store: Store, columns: frozenset[str], *, exact: bool = False) -> dict[int, Standing]:
    """Return the programs that answer to a query, by number, with what speaks for each.

    With `exact`, they hold what is required just as it was typed, endings included.
    """
    standings: dict[int, Standing] = defaultdict(Standing)
    for number, term in enumerate(query.terms):
        if not term.is_unwanted:
            points, sure, headed = _points(term, store, columns)
            for program, value in points.items():
                standings[program].points[number] = value
                standings[program].is_sure |= program in sure
                standings[program].is_headed |= program in headed
    own = columns - CITED
    for phrase in query.phrases if own else ():
        for program in store.holders(phrase, own):
            standings[program].holds_together = True
    # What was typed is meant, where it stands anywhere; else as the catalogue writes it.
    written = (store.written(phrase, own) for phrase in query.phrases if own)
    for program in next(filter(None, written), ()):
        standings[program].holds_phrase = True
    fit = _fit(query, store, columns, exact=exact)
    return {
        program: standing
        for program, standing in standings.items()
        if (fit is None or program in fit) and _is_enough(standing, query)
    }


def _is_enough(standing: Standing, query: Query) -> bool:
    """Tell whether a program answers to enough of a query: a passing mention of one word of two does not."""
    if standing.is_headed or standing.holds_phrase:
        return True
    return standing.coverage(query.terms) > (_ENOUGH if standing.is_sure else _ENOUGH_OF_GUESSES)


def _points(term: Term, store: Store, columns: frozenset[str]) -> tuple[dict[int, float], set[int], set[int]]:
    """Return what each program has of a term, by its best alternative.

    With it, which programs have it by more than a guess, and which have that in a title or a heading.
    """
    columns = _columns_for(term, columns)
    best: dict[int, float] = {}
    sure: set[int] = set()
    headed: set[int] = set()
    for way in term.alternatives if columns else ():
        values = store.relevance(way.phrase, columns)
        if values:
            for headings, bonus in ((_TITLE, _IN_TITLE), (_HEADINGS, _IN_HEADING)):
                holders = _add_bonus(values, way.phrase, store, columns & headings, bonus)
                if not (term.is_guess or way.kind is Kind.CORRECTION):
                    sure |= values.keys()
                    headed |= holders
        for program, value in values.items():
            best[program] = max(best.get(program, 0.0), way.weight * value)
    return best, sure, headed


def _add_bonus(
    values: dict[int, float], phrase: str, store: Store, headings: frozenset[str], bonus: float
) -> set[int]:
    """Add to the values of the programs that hold a phrase in some headings, and return these programs."""
    holders = _holders(phrase, store, headings)
    written = store.written(phrase, headings) if holders else set()
    for program in holders:
        share = 1.0 if program in written else _OTHER_ENDING
        values[program] += share * bonus * store.rarity(len(holders))
    return holders


def _fit(query: Query, store: Store, columns: frozenset[str], *, exact: bool) -> set[int] | None:
    """Return the programs that hold what is required and not what is unwanted; None: any may."""
    fit: set[int] | None = None
    for term in query.terms:
        if term.is_required:
            holders = _having(term, store.written if exact else store.holders, columns)
            fit = holders if fit is None else fit & holders
    for term in query.terms:
        if term.is_unwanted:
            holders = _having(term, store.written if exact else store.holders, columns)
            fit = (set(store.numbers) if fit is None else fit) - holders
    return fit


def _having(
    term: Term, holders: Callable[[str, Collection[str]], set[int]], columns: frozenset[str]
) -> set[int]:
    """Return the programs that hold a term in any of the ways in which it may be put."""
    columns = _columns_for(term, columns)
    return set().union(*(holders(phrase, columns) for phrase in term.phrases)) if columns else set()


def _columns_for(term: Term, columns: frozenset[str]) -> frozenset[str]:
    return columns & columns_of({term.group}) if term.group else columns


def _holders(phrase: str, store: Store, columns: frozenset[str]) -> set[int]:
    return store.holders(phrase, columns) if columns else set()
