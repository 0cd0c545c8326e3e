"""What earlier runs have found out, kept on disk.

An SQLite file in WAL mode: every answer is written as it comes, in a transaction of its own, so that a run that is
interrupted or killed loses nothing it has told; a record that was cut short is no record, and several runs may
read and write at once.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from resilify_cli.links.extract import identity
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus, Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY: Final = 24 * 60 * 60
# What is broken or did not answer is asked again every time: it may have been mended.
_LIFETIMES: Final[Mapping[LinkStatus, float]] = {
    LinkStatus.OK: 7 * _DAY,
    LinkStatus.REDIRECTED: 7 * _DAY,
    LinkStatus.BLOCKED: 1 * _DAY,
}
_LIFETIME_OF_DOIS: Final = 30 * _DAY
_FORGOTTEN: Final = 90 * _DAY
_BUSY_SECONDS: Final = 5.0
_NAME: Final = "links-1.sqlite3"
"""The number is that of the format: another format has another file."""
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS answers(
    terms TEXT NOT NULL, kind TEXT NOT NULL, link BLOB NOT NULL, at REAL NOT NULL, answer TEXT NOT NULL,
    PRIMARY KEY (terms, kind, link)
) WITHOUT ROWID
"""


def usual_path() -> Path:
    """Return where answers are kept: in `$XDG_CACHE_HOME`, else in `~/.cache`. Source: XDG Base Directory 0.8."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(given) if os.path.isabs(given) else Path.home() / ".cache"  # noqa: PTH117 - of a text
    return base / "resilify" / _NAME


@dataclass(frozen=True, slots=True)
class Ages:
    """How long answers hold, in seconds: as long as usual, or all that are kept for `most` seconds."""

    most: float | None = None

    def of(self, kind: LinkKind, status: LinkStatus) -> float:
        """Return how long such an answer holds."""
        usual = _LIFETIMES.get(status, 0)
        if usual and self.most is not None:
            return self.most
        return _LIFETIME_OF_DOIS if kind is LinkKind.DOI and status is LinkStatus.OK else usual


class Cache:
    """Answers by the terms under which they were given, and by link. Close it when done.

    Raises OSError where the file can be neither opened nor begun anew. What cannot be written later is not kept, and
    `trouble` says why.
    """

    def __init__(self, path: Path, ages: Ages = Ages(), *, reads: bool = True) -> None:
        self._ages = ages
        self._reads = reads
        self.trouble: str | None = None
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._connection = _opened_or_begun_anew(path)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def get(self, terms: str, kind: LinkKind, url: str) -> LinkResult | None:
        """Return what was found out about a link, where that still holds."""
        if not self._reads:
            return None
        key = (terms, kind.value, _key(kind, url))
        with contextlib.suppress(sqlite3.Error):
            query = "SELECT at, answer FROM answers WHERE terms = ? AND kind = ? AND link = ?"
            row = self._connection.execute(query, key).fetchone()
            result = _result(kind, url, row[1]) if row else None
            age = time.time() - row[0] if row else 0
            if result is not None and 0 <= age < self._ages.of(kind, result.status):
                return result
        return None

    def put(self, terms: str, result: LinkResult) -> None:
        """Keep what was found out, at once, where that is of any use later."""
        if self.trouble is not None or result.status not in _LIFETIMES:
            return
        row = (terms, result.kind.value, _key(result.kind, result.url), time.time(), _written(result))
        try:
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            self.trouble = str(error)


def _opened_or_begun_anew(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path)
    except sqlite3.OperationalError:  # no right to it, a full disk: the file may be sound
        raise
    except sqlite3.DatabaseError:  # no database, or a broken one: what it held can be asked anew
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # outlives a killed run; no wait for the disk
        connection.execute(_SCHEMA)
        connection.execute("DELETE FROM answers WHERE at < ?", (time.time() - _FORGOTTEN,))
    except BaseException:
        connection.close()
        raise
    return connection


def _key(kind: LinkKind, url: str) -> bytes:
    return identity(kind, url).encode("utf-8", "surrogatepass")


def _written(result: LinkResult) -> str:
    told = dataclasses.asdict(result)
    return json.dumps({name: value for name, value in told.items() if name not in {"url", "kind", "cached"}})


def _result(kind: LinkKind, url: str, text: str) -> LinkResult | None:
    """Read an answer; one that is not as it was written is none."""
    try:
        told: dict[str, Any] = json.loads(text)
        status, metadata = LinkStatus(told.pop("status")), told.pop("metadata")
        if metadata is not None:
            metadata = Metadata(**{**metadata, "other_titles": tuple(metadata["other_titles"])})
        return LinkResult(url, kind, status, **told, cached=True, metadata=metadata)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
