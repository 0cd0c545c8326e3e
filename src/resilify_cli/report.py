"""What a command has to say of content, free of any format: data, a table or a page, and notes.

Nothing here knows of colour, width or escape sequences; `render` turns a report into an output format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from resilify_cli.diagnostics import Extent
    from resilify_cli.page import Block, Role

Json: TypeAlias = Any
"""Plain data as JSON has it; texts may hold anything, lone surrogates included."""


_LONGEST_BAR: Final = 18
"""With a label and a number it fits a screen of 40."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with parts of it marked (as offsets), and perhaps an address it leads to, or the file it comes from."""

    value: str
    role: Role | None = None
    marks: tuple[Extent, ...] = ()
    link: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A number drawn as a bar, beside others of which the longest stands for `most`."""

    value: int
    most: int

    @property
    def length(self) -> int:
        """How many cells it takes; what is not nothing takes one at least."""
        return max(round(_LONGEST_BAR * self.value / max(self.most, 1)), int(self.value > 0))


Cell: TypeAlias = str | int | float | Text | Bar | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    When a terminal is too narrow, columns of the highest `priority` number go first; a column that is `whole`
    is never cut or wrapped, and one of priority 0 never goes.
    """

    name: str
    header: str
    priority: int = 0
    role: Role | None = None
    right: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; every row has a cell for every column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The answer of a command that shows content.

    `data` goes to JSON, NDJSON (a line per item, where it is a list) and YAML; it may be a function that makes it,
    called only for a format that shows it. `table` goes to the formats made of rows; `page`, where there is one, to the terminal, to plain text and to Markdown in the table's stead.
    `notes` are counts and warnings for standard error. `is_negative` ends the command with status 1.
    """

    kind: ClassVar[Literal["rows"]] = "rows"
    data: Json | Callable[[], Json]
    table: Table
    page: tuple[Block, ...] | None = None
    notes: tuple[str, ...] = ()
    is_negative: bool = False


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 error`, `2 errors`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class HasData(Protocol):
    """A report of either kind."""

    @property
    def data(self) -> Json | Callable[[], Json]:
        """The data, or a function that makes it."""
        ...


def data_of(report: HasData) -> Json:
    """Return a report's data, made now where it was not yet."""
    return report.data() if callable(report.data) else report.data


def records(report: Report) -> Sequence[Json]:
    """Return the items of a report's data: itself, where it is one item."""
    data = data_of(report)
    return data if isinstance(data, list) else [data]
