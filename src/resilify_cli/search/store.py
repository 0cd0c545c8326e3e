"""The full-text engine: SQLite FTS5, in memory. It knows texts by number and phrases, nothing of programs."""

from __future__ import annotations

import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from typing import Final

from resilify_cli.diagnostics import Extent
from resilify_cli.errors import ResilifyError

_TOKENS: Final = "unicode61 remove_diacritics 2"
_OPEN, _CLOSE = "\ue000", "\ue001"
# A word of its own to the engine, so that no phrase reaches from one text of a column into the next.
_BORDER: Final = " \ue002 "
# The engine ends a text at NUL, cannot hold surrogates, and the marks are ours: each becomes a space, so that
# offsets stay true.
_UNFIT: Final = re.compile(f"[\0{_OPEN}{_CLOSE}{_BORDER.strip()}\ud800-\udfff]")


class Store:
    """Documents, numbered from 0 in the order given, each of several texts by column. Close it when done.

    `weights` names the columns, with what a word found there counts. Raises ResilifyError where Python's SQLite
    comes without FTS5.
    """

    def __init__(
        self, weights: Mapping[str, float], documents: Iterable[Mapping[str, Sequence[str]]]
    ) -> None:
        self._connection = _connect()
        self._names = list(weights)
        self._rank = f"bm25(documents, {', '.join(map(str, weights.values()))})"
        try:
            self._connection.execute(
                f"CREATE VIRTUAL TABLE documents USING fts5({', '.join(self._names)}, content='', tokenize='porter {_TOKENS}')"
            )
            self._connection.execute(
                f"CREATE VIRTUAL TABLE forms USING fts5({', '.join(self._names)}, content='', tokenize='{_TOKENS}')"
            )
        except sqlite3.OperationalError as error:
            self.close()
            msg = f"searching needs SQLite with FTS5, which this Python's SQLite {sqlite3.sqlite_version} lacks ({error}); use another build of Python"
            raise ResilifyError(msg) from None
        self._connection.execute("BEGIN")
        self._size = 0
        for document in documents:
            texts = [_BORDER.join(map(_fit, document.get(name, ()))) for name in self._names]
            self._insert("documents", texts)
            self._insert("forms", texts)
            self._size += 1
        self._connection.execute("COMMIT")

    def _insert(self, table: str, texts: Sequence[str]) -> None:
        self._connection.execute(
            f"INSERT INTO {table}(rowid, {', '.join(self._names)}) VALUES (?{', ?' * len(texts)})",  # noqa: S608 - names of ours
            (self._size, *texts),
        )

    def close(self) -> None:
        """Let go of the memory; the store is of no use after that."""
        self._connection.close()

    def relevance(self, phrase: str, columns: Collection[str]) -> dict[int, float]:
        """Return the BM25 relevance, above 0, of every document that holds a phrase in one of some columns.

        FTS5 gives nothing for a word that stands in more than half of the documents, which in a small catalogue
        is any common one; so its measure of rarity is replaced by one that stays above 0 (Lucene's).
        """
        found = self._connection.execute(
            f"SELECT rowid, -{self._rank} FROM documents WHERE documents MATCH ?",  # noqa: S608 - numbers of ours
            (_within(columns, _quoted(phrase)),),
        )
        ranked: dict[int, float] = dict(found)
        odds = (self._size - len(ranked) + 0.5) / (len(ranked) + 0.5)
        factor = math.log1p(odds) / (math.log(odds) if odds > 1 + 1e-6 else 1e-6)
        return {number: relevance * factor for number, relevance in ranked.items()}

    def holders(self, phrase: str, columns: Collection[str]) -> set[int]:
        """Return the documents that hold a phrase in one of some columns."""
        return self._numbers("documents", phrase, columns)

    def written(self, phrase: str, columns: Collection[str]) -> set[int]:
        """Return the documents that hold a phrase in one of some columns just so, endings included."""
        return self._numbers("forms", phrase, columns)

    def _numbers(self, table: str, phrase: str, columns: Collection[str]) -> set[int]:
        found = self._connection.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ?",  # noqa: S608 - names of ours
            (_within(columns, _quoted(phrase)),),
        )
        return {number for (number,) in found}

    @property
    def numbers(self) -> range:
        """The numbers of all documents."""
        return range(self._size)

    def rarity(self, count: int) -> float:
        """Return how much a word tells that stands in so many documents: above 0, more for a rare one."""
        return math.log1p((self._size - count + 0.5) / (count + 0.5))


class Stemmer:
    """Tells the words of a text as the engine compares them: folded, without their endings. Close it when done."""

    def __init__(self) -> None:
        self._connection = _connect()
        self._connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter {_TOKENS}')")
        self._connection.execute("CREATE VIRTUAL TABLE tokens USING fts5vocab(texts, instance)")

    def close(self) -> None:
        """Let go of the memory; the stemmer is of no use after that."""
        self._connection.close()

    def stems(self, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the stems of each text, in order."""
        if not texts:
            return []
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT INTO texts(rowid, text) VALUES (?, ?)", enumerate(map(_fit, texts))
        )
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for term, number, place in self._connection.execute("SELECT term, doc, offset FROM tokens"):
            found[number].append((place, term))
        self._connection.execute("ROLLBACK")
        return [tuple(term for _, term in sorted(found[number])) for number in range(len(texts))]


def extents(texts: Iterable[str], phrases: Iterable[str]) -> dict[str, dict[int, list[Extent]]]:
    """Return, for each phrase, where it stands in which of the texts, by their numbers, in order."""
    with closing(_connect()) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter {_TOKENS}')")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO texts(rowid, text) VALUES (?, ?)", enumerate(map(_fit, texts)))
        connection.execute("COMMIT")
        return {
            phrase: {
                number: list(_marked(text))
                for number, text in connection.execute(
                    "SELECT rowid, highlight(texts, 0, ?, ?) FROM texts WHERE texts MATCH ?",
                    (_OPEN, _CLOSE, _quoted(phrase)),
                )
            }
            for phrase in phrases
        }


def _connect() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def _fit(text: str) -> str:
    return _UNFIT.sub(" ", text)


def _within(columns: Collection[str], expression: str) -> str:
    """Return an expression that holds in any of the columns; there is at least one."""
    return f"{{{' '.join(columns)}}} : {expression}"


def _quoted(phrase: str) -> str:
    """Return a phrase as FTS5 takes it literally."""
    return '"' + _fit(phrase).replace('"', " ") + '"'


def _marked(text: str) -> Iterable[Extent]:
    """Yield the extents between marks, in offsets of the text without marks."""
    offset = start = 0
    for char_run in re.split(f"([{_OPEN}{_CLOSE}])", text):
        if char_run == _OPEN:
            start = offset
        elif char_run == _CLOSE:
            yield start, offset
        else:
            offset += len(char_run)
