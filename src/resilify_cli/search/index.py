"""The catalogue, ready to be searched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from resilify_cli.errors import FilterError
from resilify_cli.nearest import nearest_word
from resilify_cli.search.query import Alternative, Query, Term, rewrite, words_of
from resilify_cli.search.ranking import Found, most_words, score, told
from resilify_cli.search.results import Hit, Match
from resilify_cli.search.rows import FIELDS, Row, rows
from resilify_cli.search.shown import extent_in_raw
from resilify_cli.search.snippets import snippet
from resilify_cli.search.store import Store

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from resilify_cli.diagnostics import Extent
    from resilify_cli.facts import Facts

_Relevances: TypeAlias = dict[int, float]


class Index:
    """All rows of some programs in a full-text engine, in memory. Close it, or use it in a `with` statement.

    Raises ResilifyError where Python's SQLite comes without FTS5.
    """

    def __init__(self, facts: Iterable[Facts]) -> None:
        self._programs = tuple(facts)
        self._rows: list[Row] = []
        self._owners: list[int] = []
        for program, one in enumerate(self._programs):
            self._rows += rows(one)
            self._owners += [program] * (len(self._rows) - len(self._owners))
        self._store = Store(row.text for row in self._rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the memory; the index is of no use after that."""
        self._store.close()

    def search(
        self, words: str, *, fields: frozenset[str] | None = None, limit: int | None = None
    ) -> list[Hit]:
        """Return the programs that answer to what a person typed, the best first.

        They are those that hold all the words, or, where there are none, those that hold the most. Equal scores
        stand by sequence, then slug. `fields` narrows the search to names out of `FIELDS`; `limit`, from 0, to the
        first hits. No text is refused; one without any word finds nothing.
        Raises FilterError if a field is not one of `FIELDS`.
        """
        for field in sorted((fields or frozenset()) - FIELDS):
            raise FilterError(_unknown(field))
        query = rewrite(words, self._store.completions)
        programs = self._found(query, fields)
        wanted = len(query.terms)
        scores = {program: score(programs[program], wanted) for program in most_words(programs, wanted)}
        best = sorted(scores, key=lambda program: (-scores[program], *self._place(program)))[:limit]
        chosen = {program: told(programs[program]) for program in best}
        matches = self._matches(query, [found for several in chosen.values() for found in several])
        return [
            self._hit(program, scores[program], [matches[found.number] for found in chosen[program]])
            for program in best
        ]

    def _place(self, program: int) -> tuple[bool, int, str]:
        sequence = self._programs[program].sequence
        return sequence is None, sequence or 0, self._programs[program].slug

    def _found(self, query: Query, fields: frozenset[str] | None) -> dict[int, list[Found]]:
        """Return, by program, the rows that hold any term."""
        terms: dict[int, _Relevances] = defaultdict(dict)
        for term, relevances in enumerate(map(self._relevances, query.terms)):
            for number, relevance in relevances.items():
                terms[number][term] = relevance
        together = self._store.relevance(query.phrase) if terms else {}
        programs: dict[int, list[Found]] = defaultdict(list)
        for number in sorted(terms):
            row = self._rows[number]
            if fields is None or row.part.group in fields:
                is_exact = number in together and len(words_of(row.text)) == len(words_of(query.phrase))
                found = Found(number, row, terms[number], number in together, is_exact)
                programs[self._owners[number]].append(found)
        return programs

    def _relevances(self, term: Term) -> _Relevances:
        """Return the rows that satisfy a term, each with the relevance of its best alternative."""
        best: _Relevances = {}
        for alternative in term.alternatives:
            for number, relevance in self._alternative(alternative).items():
                best[number] = max(best.get(number, 0.0), relevance)
        return best

    def _alternative(self, alternative: Alternative) -> _Relevances:
        first, *others = (self._store.relevance(phrase) for phrase in alternative.phrases)
        rows = set(first).intersection(*others)
        return {
            number: alternative.weight * sum(relevance[number] for relevance in (first, *others))
            for number in rows
        }

    def _matches(self, query: Query, chosen: Sequence[Found]) -> Mapping[int, Match]:
        numbers = [found.number for found in chosen]
        marks: dict[int, list[list[Extent]]] = defaultdict(list)
        for term in query.terms:
            phrases = [phrase for alternative in term.alternatives for phrase in alternative.phrases]
            for number, extents in self._store.extents(phrases, numbers).items():
                marks[number].append(extents)
        return {number: _match(self._rows[number], marks[number]) for number in numbers}

    def _hit(self, program: int, points: float, matches: Sequence[Match]) -> Hit:
        facts = self._programs[program]
        return Hit(facts.slug, facts.title, facts.path, points, tuple(matches))


def _match(row: Row, marks: Sequence[Sequence[Extent]]) -> Match:
    piece = snippet(row.text, marks)
    within = extent_in_raw(row.raw, row.markup, row.text, piece.first)
    return Match(row.field, row.at, row.session, piece.text, piece.marks, within)


def _unknown(field: str) -> str:
    near = nearest_word(field, sorted(FIELDS))
    hint = f"did you mean {near}?" if near else f"there are {', '.join(sorted(FIELDS))}"
    return f"no field to search in is called {field!r}; {hint}"
