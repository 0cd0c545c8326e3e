"""Workflow commands of GitHub Actions: each finding an annotation on the lines it is about.

GitHub shows ten annotations of each severity a step; all of them stand in its log.
Source: GitHub's documentation of workflow commands, and `@actions/core`, which escapes as is done here.
"""

from __future__ import annotations

import re
from typing import Final

from resilify_cli.diagnostics import Diagnostic, Severity
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.escape import visible

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LINE_ENDS: Final = re.compile(r"([\r\n])")
_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES: Final = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def _render(report: FindingsReport, _screen: Screen) -> str:
    return "".join(_command(finding) for finding in report.findings)


def _command(finding: Diagnostic) -> str:
    properties = {
        "file": finding.path,
        **_place(finding),
        "title": f"{finding.code} {finding.rule}",
    }
    named = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTIES)}" for name, value in properties.items())
    message = finding.message if finding.help is None else f"{finding.message}\nhelp: {finding.help}"
    return f"::{_COMMANDS[finding.severity]} {named}::{_escaped(message, _IN_DATA)}\n"


def _place(finding: Diagnostic) -> dict[str, int]:
    """Return the lines, and the columns within one line: GitHub refuses columns of a stretch of several lines.

    The end column is the one after the last character, as other linters tell it; GitHub does not say.
    """
    span = finding.span
    if span.line == span.end_line:
        return {"line": span.line, "endLine": span.line, "col": span.column, "endColumn": span.end_column}
    # GitHub shows an annotation below its last line: one of which nothing is meant is none.
    last = span.end_line - 1 if span.end_column == 1 else span.end_line
    return {"line": span.line, "endLine": last}


def _escaped(text: str, table: dict[int, str]) -> str:
    """Return a text as GitHub reads it: line ends come through, other characters that steer are made visible."""
    shown = (part if part in ("\r", "\n") else visible(part) for part in _LINE_ENDS.split(text))
    return "".join(shown).translate(table)


RENDERER: Final = Renderer("github", "annotations of a pull request, as GitHub Actions reads them", _render)
