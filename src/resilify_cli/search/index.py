"""The catalogue, ready to be searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from resilify_cli.errors import FilterError
from resilify_cli.nearest import nearest_word
from resilify_cli.search.aliases import Aliases, load_aliases
from resilify_cli.search.locating import locate
from resilify_cli.search.matching import COLUMNS, columns_of, stand
from resilify_cli.search.ranking import Standing, worth_telling
from resilify_cli.search.results import Answer, Hit, Match
from resilify_cli.search.rewriting import Rewriter
from resilify_cli.search.rows import CITED, FIELDS, Part, rows
from resilify_cli.search.store import Stemmer, Store
from resilify_cli.search.syntax import parse
from resilify_cli.search.vocabulary import Vocabulary, acronyms, spelled_out
from resilify_cli.search.words import fold, words_of

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from resilify_cli.facts import Facts
    from resilify_cli.search.query import Query


class Index:
    """Some programs in a full-text engine, in memory. Close it, or use it in a `with` statement.

    `aliases` are what people say for what is there; None: the package's own. Raises ResilifyError where Python's
    SQLite comes without FTS5.
    """

    def __init__(self, facts: Iterable[Facts], aliases: Aliases | None = None) -> None:
        self._programs = tuple(facts)
        self._aliases = aliases
        self._counts: Counter[str] = Counter()
        self._cited: set[str] = set()
        self._spelled_out: dict[str, str] = {}
        self._stemmer = Stemmer()
        weights = {part.name: part.weight for part in Part}
        self._store = Store(weights, map(self._document, self._programs))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the memory; the index is of no use after that."""
        self._store.close()
        self._stemmer.close()

    def search(
        self,
        typed: str,
        *,
        fields: frozenset[str] | None = None,
        limit: int | None = None,
        exact: bool = False,
    ) -> Answer:
        """Return the programs that answer to what a person typed, the best first.

        Equal scores stand by sequence, then slug. `fields` narrows the search to names out of `FIELDS`; `limit`,
        from 0, to the first hits; `exact` to programs that hold all the words just as they were typed. No text is
        refused; one without any word finds nothing. Raises FilterError if a field is not one of `FIELDS`.
        """
        for field in sorted((fields or frozenset()) - FIELDS):
            raise FilterError(_unknown(field))
        items = parse(typed)
        query = self._rewriter.rewrite(items, exact=exact)
        columns = COLUMNS if fields is None else columns_of(fields)
        found = stand(query, self._store, columns, exact=exact)
        for program in self._named.get(" ".join(item.phrase for item in items if not item.is_unwanted), ()):
            if program in found:
                found[program].is_named = True
        standings = worth_telling(found, query)
        scores = {program: standing.score(query.terms) for program, standing in standings.items()}
        best = sorted(scores, key=lambda program: (-scores[program], *self._place(program)))
        shown = best[:limit]
        # To look for the places takes a millisecond a program, many times what the engine takes to find it.
        places = locate(query, [self._programs[program] for program in shown], columns, exact=exact)
        hits = (
            self._hit(program, scores[program], matches, standings[program], query)
            for program, matches in zip(shown, places, strict=True)
        )
        return Answer(tuple(hits), query, len(best), _unanswered(query, found))

    def _document(self, facts: Facts) -> Mapping[str, Sequence[str]]:
        """Return the texts of a program by column, and take note of their words."""
        texts: dict[str, list[str]] = {}
        for row in rows(facts):
            texts.setdefault(row.part.name, []).append(row.text)
        cited = [text for name, several in texts.items() if name in CITED for text in several]
        own = [text for name, several in texts.items() if name not in CITED for text in several]
        self._counts.update(set(words_of(fold("\n".join(own)))))
        self._cited.update(words_of(fold("\n".join(cited))))
        self._spelled_out |= spelled_out("\n".join(own))
        return texts

    @cached_property
    def _rewriter(self) -> Rewriter:
        aliases = load_aliases() if self._aliases is None else self._aliases
        titles = [facts.title or "" for facts in self._programs]
        headings = [session.title or "" for facts in self._programs for session in facts.sessions]
        vocabulary = Vocabulary(
            self._stemmer,
            self._counts,
            self._cited,
            titles,
            (word for phrase in aliases for word in phrase.split()),
        )
        known = acronyms([*titles, *headings]) | self._spelled_out
        return Rewriter(vocabulary, self._stemmer, aliases, known)

    @cached_property
    def _named(self) -> Mapping[str, set[int]]:
        """The programs by the words of their titles, and of their slugs."""
        names: dict[str, set[int]] = {}
        for program, facts in enumerate(self._programs):
            for name in (facts.title or "", facts.slug):
                names.setdefault(" ".join(words_of(fold(name))), set()).add(program)
        return names

    def _place(self, program: int) -> tuple[bool, int, str]:
        sequence = self._programs[program].sequence
        return sequence is None, sequence or 0, self._programs[program].slug

    def _hit(
        self, program: int, score: float, matches: Sequence[Match], standing: Standing, query: Query
    ) -> Hit:
        facts = self._programs[program]
        points = {query.terms[number].said: round(value, 2) for number, value in standing.points.items()}
        return Hit(facts.slug, facts.title, facts.path, score, tuple(matches), points)


def _unanswered(query: Query, found: Mapping[int, Standing]) -> tuple[str, ...]:
    """Return what no program answers to, save for words of a saying that one answers to."""
    answered = {number for standing in found.values() for number in standing.points}
    said = {word for number in answered for word in query.terms[number].said.split()}
    terms = [
        term for number, term in enumerate(query.terms) if number not in answered and not term.is_unwanted
    ]
    return tuple(dict.fromkeys(term.said for term in terms if not said.issuperset(term.said.split())))


def _unknown(field: str) -> str:
    near = nearest_word(field, sorted(FIELDS))
    hint = f"did you mean {near}?" if near else f"there are {', '.join(sorted(FIELDS))}"
    return f"no field to search in is called {field!r}; {hint}"
