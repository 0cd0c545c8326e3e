"""Findings as plain data: where something is wrong, how badly, and the edit that puts it right.

This is the lowest layer: it knows neither files nor rules. Lines and columns count from 1,
columns in characters (code points), and the end of a span is exclusive.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, TypeAlias

FieldPath: TypeAlias = tuple[str | int, ...]
"""The way to a value in the front matter, as `("sessions", "session", 2, "title")`."""

Extent: TypeAlias = tuple[int, int]
"""A half-open range of character offsets, in a file's text or in a value."""


def field_text(path: FieldPath) -> str:
    """Return a field path as people write it: `sessions.session[2].title`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def quoted(text: str) -> str:
    """Return a text as a message names it: in quotation marks, what cannot be seen escaped, a backslash as it is."""
    return repr(text).replace("\\\\", "\\")


class Severity(enum.StrEnum):
    """How much a finding matters to a reader."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest; for comparing and sorting."""
        return list(Severity).index(self)


class On(enum.Enum):
    """Which side of a mapping entry a finding points at."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file that the reading of it found; `kind` is the name of the rule that reports it.

    It stands at `extent`, in offsets of the file's text, where that is given; else at the field path `at`,
    `within` its value (offsets in it) where that is given.
    """

    kind: str
    message: str
    at: FieldPath = ()
    extent: Extent | None = None
    on: On = On.VALUE
    help: str | None = None
    within: Extent | None = None
    meant: str | None = None
    """What should stand there instead, a name or a value, where that is known."""
    is_sure: bool = True
    """False where that is a good guess."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `content` in the place of `extent` of the file's text, which people see as `span`."""

    span: Span
    content: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Part:
    """Another text in the place of a part of a value."""

    extent: Extent
    text: str


Changes: TypeAlias = tuple[tuple[FieldPath, Any], ...]
"""New values by field path, or new parts of them; None: the field or the item is removed."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The edits that put a finding right.

    A safe fix cannot change the meaning; another is a good guess. `changes` declares every value that
    the edits change, so that anything else that changed withdraws them. The message reads after the
    name of the option: `adds link: https://…`.
    """

    message: str
    edits: tuple[Edit, ...]
    safe: bool
    changes: Changes = ()

    @property
    def applicability(self) -> str:
        """`safe` or `unsafe`, as in the JSON report."""
        return "safe" if self.safe else "unsafe"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, placed: everything that any output format needs to tell it."""

    code: str
    rule: str
    severity: Severity
    message: str
    path: str
    span: Span
    help: str | None = None
    field: str | None = None
    program: str | None = None
    fix: Fix | None = None
    source: str = ""
    """The line of the file on which the span begins, for quoting."""
    is_withdrawn: bool = False
    """True where there would be a fix, but every way to write it changes more than it should."""
