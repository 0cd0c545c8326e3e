"""What a command has to say when it judges content, free of any format: the findings, and their data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from resilify_cli.diagnostics import Diagnostic, Edit
from resilify_cli.report import Json


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The answer of a command that judges content: the findings, sorted, and what to say last."""

    kind: ClassVar[Literal["findings"]] = "findings"
    data: Json | Callable[[], Json]
    """What goes to JSON and NDJSON; it may be a function that makes it, called only for a format that shows it."""
    findings: tuple[Diagnostic, ...]
    summary: str
    notes: tuple[str, ...] = ()
    is_negative: bool = False
    rules: tuple[Mapping[str, Any], ...] = ()
    """The data of the rules that the findings name, as `resilify rules --format json` has it:

    `code`, `name`, `severity`, `summary`, `what`, `why`, `bad`, `good`; a sample that a rule does not have is None.
    """

    def by_path(self) -> Iterator[tuple[str, list[Diagnostic]]]:
        """Yield the findings of each file, in their order."""
        groups: dict[str, list[Diagnostic]] = {}
        for finding in self.findings:
            groups.setdefault(finding.path, []).append(finding)
        yield from groups.items()

    def fingerprints(self) -> list[str]:
        """Return for each finding what tells it from any other, wherever in its file it stands: 64 hex digits.

        It is made of path, code, field and message; of findings that share them all, also of their order.
        """
        import hashlib  # noqa: PLC0415 - few formats need it

        seen: Counter[tuple[str | None, ...]] = Counter()
        digests = []
        for finding in self.findings:
            key = (finding.path, finding.code, finding.field, finding.message)
            # `ascii` is unambiguous, and writes lone surrogates, which UTF-8 cannot hold.
            digests.append(hashlib.sha256(ascii((*key, seen[key])).encode()).hexdigest())
            seen[key] += 1
        return digests


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
