"""One line a finding, `path:line:column: CODE message`: for editors and for grep."""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Diagnostic
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.escape import visible
from resilify_cli.render.styled import SEVERITIES, Piece, paint


def _render(report: FindingsReport, screen: Screen) -> str:
    return "".join(_line(finding, screen) for finding in report.findings)


def _line(finding: Diagnostic, screen: Screen) -> str:
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}:"
    pieces = [
        Piece(f"{visible(place)} "),
        Piece(finding.code, SEVERITIES[finding.severity]),
        Piece(f" {visible(finding.message)}\n"),
    ]
    return paint(pieces, screen)


RENDERER: Final = Renderer("concise", "one line a finding: path:line:column: CODE message", _render)
