"""The full-text engine: SQLite FTS5, in memory. It knows texts by number and phrases, nothing of programs."""

from __future__ import annotations

import math
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from typing import Final

from resilify_cli.diagnostics import Extent
from resilify_cli.errors import ResilifyError

MAX_COMPLETIONS: Final = 32
"""How many words a beginning can stand for."""

_TOKENS: Final = "unicode61 remove_diacritics 2"
# Texts are found by their stems. Beginnings of words need whole words: the stem of "resilienc" begins nothing.
_SCHEMA: Final = f"""
CREATE VIRTUAL TABLE stems USING fts5(text, tokenize='porter {_TOKENS}');
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none, tokenize='{_TOKENS}');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
CREATE TABLE wanted(id INTEGER PRIMARY KEY);
"""
_OPEN, _CLOSE = "\ue000", "\ue001"
# The engine ends a text at NUL, cannot hold surrogates, and the two marks are ours: each becomes a space, so
# that offsets stay true.
_UNFIT: Final = re.compile(f"[\0{_OPEN}{_CLOSE}\ud800-\udfff]")
_LEAST_RARITY: Final = 1e-6


class Store:
    """Texts, numbered from 0 in the order given. Close it when done.

    Raises ResilifyError where Python's SQLite comes without FTS5.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            self._connection.executescript(_SCHEMA)
        except sqlite3.OperationalError as error:
            self.close()
            msg = f"searching needs SQLite with FTS5, which this Python's SQLite {sqlite3.sqlite_version} lacks ({error}); use another build of Python"
            raise ResilifyError(msg) from None
        fit = [(number, _UNFIT.sub(" ", text)) for number, text in enumerate(texts)]
        self._size = len(fit)
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO stems(rowid, text) VALUES (?, ?)", fit)
        self._connection.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", fit)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the memory; the store is of no use after that."""
        self._connection.close()

    def relevance(self, phrase: str) -> dict[int, float]:
        """Return the BM25 relevance, above 0, of every text that holds a phrase.

        FTS5 gives nothing for a word that stands in more than half of the texts, which in a small catalogue is
        any common one; so its measure of rarity is replaced by one that stays above 0 (Lucene's).
        """
        found = self._connection.execute(
            "SELECT rowid, -rank FROM stems WHERE stems MATCH ?", (_quoted(phrase),)
        )
        ranked: dict[int, float] = dict(found)
        odds = (self._size - len(ranked) + 0.5) / (len(ranked) + 0.5)
        factor = math.log1p(odds) / max(math.log(odds), _LEAST_RARITY)
        return {number: relevance * factor for number, relevance in ranked.items()}

    def completions(self, beginning: str) -> list[str]:
        """Return the longer words of all texts that begin so, the most frequent first, lower case, without accents."""
        plain = "".join(
            char
            for char in unicodedata.normalize("NFD", beginning.lower())
            if not unicodedata.combining(char)
        )
        found = self._connection.execute(
            "SELECT term FROM vocabulary WHERE term > ? AND term < ? ORDER BY doc DESC, term LIMIT ?",
            (plain, plain + chr(0x10FFFF), MAX_COMPLETIONS),
        )
        return [term for (term,) in found]

    def extents(self, phrases: Iterable[str], numbers: Iterable[int]) -> dict[int, list[Extent]]:
        """Return, for each of the numbered texts that holds any phrase, where all that it holds stand, in order."""
        self._connection.execute("DELETE FROM wanted")
        self._connection.executemany("INSERT INTO wanted VALUES (?)", ((number,) for number in numbers))
        # The plus keeps SQLite from asking anew for each number; what is not wanted is never highlighted.
        found = self._connection.execute(
            "SELECT rowid, highlight(stems, 0, ?, ?) FROM stems WHERE stems MATCH ? AND +rowid IN (SELECT id FROM wanted)",
            (_OPEN, _CLOSE, " OR ".join(map(_quoted, phrases))),
        )
        return {number: list(_marked(text)) for number, text in found}


def _quoted(phrase: str) -> str:
    """Return a phrase as FTS5 takes it literally."""
    return '"' + _UNFIT.sub(" ", phrase).replace('"', " ") + '"'


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
