"""How many findings each rule has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from resilify_cli.report import Column, Report, Table

if TYPE_CHECKING:
    from resilify_cli.diagnostics import Diagnostic

COLUMNS: Final = (
    Column("count", "Count", priority=0, role="number", right=True),
    Column("code", "Code", priority=0, role="code", whole=True),
    Column("rule", "Rule", priority=1, whole=True),
    Column("fixable", "Fixable", priority=2, role="number", right=True),
)


def statistics(findings: Sequence[Diagnostic]) -> Report:
    """Count findings by rule, the most frequent first."""
    counts = Counter((finding.code, finding.rule) for finding in findings)
    fixable = Counter(finding.code for finding in findings if finding.fix)
    rows = tuple(
        (count, code, rule, fixable[code])
        for (code, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
    names = [column.name for column in COLUMNS]
    return Report([dict(zip(names, row, strict=True)) for row in rows], Table(COLUMNS, rows))
