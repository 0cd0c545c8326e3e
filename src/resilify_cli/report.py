"""What a command has to say, free of any format: data, a table or a page, findings, and notes.

Nothing here knows of colour, width or escape sequences; `render` turns a report into an output format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from resilify_cli.diagnostics import Diagnostic, Edit, Extent

Json: TypeAlias = Any
"""Plain data as JSON has it; texts may hold anything, lone surrogates included."""

Role: TypeAlias = Literal["title", "slug", "path", "muted", "good", "bad", "warning", "code", "number"]
"""What a text is, for a renderer that can show it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with parts of it marked (as offsets), and perhaps an address it leads to."""

    value: str
    role: Role | None = None
    marks: tuple[Extent, ...] = ()
    link: str | None = None


Cell: TypeAlias = str | int | float | Text | tuple[str, ...] | None


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


Block: TypeAlias = Heading | Paragraph | Pairs


@dataclass(frozen=True, slots=True)
class Report:
    """The answer of a command that shows content.

    `data` goes to JSON, NDJSON (a line per item, where it is a list) and YAML; it may be a function that makes it,
    called only for a format that shows it. `table` goes to the formats made of rows; `page`, where there is one, to the terminal, to plain text and to Markdown in the table's stead.
    `notes` are counts and warnings for standard error. `is_negative` ends the command with status 1.
    """

    data: Json | Callable[[], Json]
    table: Table
    page: tuple[Block, ...] | None = None
    notes: tuple[str, ...] = ()
    is_negative: bool = False


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The answer of a command that judges content: the findings, sorted, and what to say last."""

    data: Json
    findings: tuple[Diagnostic, ...]
    summary: str
    notes: tuple[str, ...] = ()
    is_negative: bool = False
    totals: Mapping[str, int] = field(default_factory=dict)

    def by_path(self) -> Iterator[tuple[str, list[Diagnostic]]]:
        """Yield the findings of each file, in their order."""
        groups: dict[str, list[Diagnostic]] = {}
        for finding in self.findings:
            groups.setdefault(finding.path, []).append(finding)
        yield from groups.items()


def diagnostic_data(finding: Diagnostic) -> dict[str, Json]:
    """Return a finding as the JSON report has it."""
    fix = finding.fix
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "path": finding.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "field": finding.field,
        "program": finding.program,
        "fix": fix
        and {
            "applicability": fix.applicability,
            "message": fix.message,
            "edits": [_edit_data(edit) for edit in fix.edits],
        },
    }


def _edit_data(edit: Edit) -> dict[str, Json]:
    span = edit.span
    return {
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
        "content": edit.content,
    }


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 error`, `2 errors`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def data_of(report: Report) -> Json:
    """Return a report's data, made now where it was not yet."""
    return report.data() if callable(report.data) else report.data


def records(report: Report) -> Sequence[Json]:
    """Return the items of a report's data: itself, where it is one item."""
    data = data_of(report)
    return data if isinstance(data, list) else [data]
