"""A Code Quality report, as GitLab shows it beside a merge request.

An error is `major`, a warning `minor`, an info `info`: `critical` and `blocker` are for what brings down a site,
which a finding alone cannot tell.
Source: GitLab's documentation of Code Quality; positions are Code Climate's.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Diagnostic, Severity
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.escape import visible
from resilify_cli.render.json_text import pretty
from resilify_cli.report import Json

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def _render(report: FindingsReport, _screen: Screen) -> str:
    return pretty(
        [
            _issue(finding, fingerprint)
            for finding, fingerprint in zip(report.findings, report.fingerprints(), strict=True)
        ]
    )


def _issue(finding: Diagnostic, fingerprint: str) -> Json:
    span = finding.span
    text = finding.message if finding.help is None else f"{finding.message} (help: {finding.help})"
    return {
        "type": "issue",
        "description": visible(f"{finding.code} {finding.rule}: {text}"),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            # A lone surrogate, which no UTF-8 holds, would make GitLab refuse the whole report.
            "path": finding.path.encode(errors="backslashreplace").decode(),
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }


RENDERER: Final = Renderer("gitlab", "a Code Quality report for GitLab", _render)
