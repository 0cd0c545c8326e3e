"""A page to read, free of any format: headings, paragraphs, labels with their values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from resilify_cli.report import Table

Role: TypeAlias = Literal["title", "slug", "path", "muted", "good", "bad", "warning", "code", "number"]
"""What a text is, for a renderer that can show it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page; level 1 is the page's title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of running text."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    role: Role | None = None
    source: str | None = None
    """The file that it names."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `indent` counts list levels, and `marker` stands before it (`•`, `3.`, `✓`)."""

    runs: tuple[Run, ...]
    indent: int = 0
    marker: str = ""
    marker_role: Role | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their values."""

    pairs: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines to be shown as they are written, such as a sample of a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the middle of a page."""

    table: Table


Block: TypeAlias = Heading | Paragraph | Pairs | Verbatim | Grid
