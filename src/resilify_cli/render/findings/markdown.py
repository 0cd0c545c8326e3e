"""Markdown for a comment on a pull request: the summary, and a table of findings a file.

What does not fit in a comment is left out, the least grave first, and its number told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from resilify_cli.diagnostics import Diagnostic
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.markdown_text import emphasised, heading, inline, table
from resilify_cli.report import counted

LIMIT: Final = 65_536
"""The characters that a comment of GitHub may have."""

_HEADER: Final = ("Line", "Severity", "Code", "Message", "Help")
_TO_RIGHT: Final = (True, False, False, False, False)

# Mentions, references to issues and emoji, which GitHub makes of the text that is left after Markdown was read.
_MADE_LATER: Final = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=[\w+\\-]+:)", re.IGNORECASE)


def _render(report: FindingsReport, _screen: Screen) -> str:
    whole = _document(report)
    if len(whole) <= LIMIT:
        return whole
    total = len(report.findings)
    frame = len(_document(replace(report, findings=()))) + len(_rest(total))
    kept = _fitting(report, LIMIT - frame)
    return _document(replace(report, findings=kept)) + _rest(total - len(kept))


def _document(report: FindingsReport) -> str:
    summary = f"{_literal(emphasised(report.summary, '**', '', ''))}\n"
    return summary + "".join(_section(path, findings) for path, findings in report.by_path())


def _section(path: str, findings: Sequence[Diagnostic]) -> str:
    rows = [_row(finding) for finding in findings]
    return f"\n{_literal(heading(path, 4))}\n\n{table(_HEADER, _TO_RIGHT, rows)}"


def _row(finding: Diagnostic) -> tuple[str, ...]:
    texts = (finding.code, finding.message, finding.help or "")
    return (str(finding.span.line), finding.severity.value, *(_literal(inline(text)) for text in texts))


def _fitting(report: FindingsReport, room: int) -> tuple[Diagnostic, ...]:
    """Return the gravest findings for which there is room, in the order of the report."""
    kept: set[int] = set()
    headings: dict[str, int] = {}
    for place, finding in sorted(enumerate(report.findings), key=lambda item: item[1].severity.rank):
        room -= len(_section(finding.path, [finding])) - headings.get(finding.path, 0)
        if room >= 0:  # once there was none, there is none again
            headings.setdefault(finding.path, len(_section(finding.path, [])))
            kept.add(place)
    return tuple(finding for place, finding in enumerate(report.findings) if place in kept)


def _rest(number: int) -> str:
    return f"\nand {counted(number, 'more finding')}, for which there is no room in a comment\n"


def _literal(markdown: str) -> str:
    """Keep GitHub from what it makes of a text after Markdown was read: an empty comment parts the text there."""
    return _MADE_LATER.sub(r"\g<0><!-- -->", markdown)


RENDERER: Final = Renderer("markdown", "tables for a comment on a pull request", _render)
