"""What a command has to say when it judges content, free of any format: the findings, and their data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from resilify_cli.diagnostics import Diagnostic, Edit
from resilify_cli.report import Json


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The answer of a command that judges content: the findings, sorted, and what to say last."""

    kind: ClassVar[Literal["findings"]] = "findings"
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
