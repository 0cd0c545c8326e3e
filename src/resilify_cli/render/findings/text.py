"""Findings for people: grouped by file, the source line quoted with a caret under the span, the summary last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Diagnostic
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.escape import visible
from resilify_cli.render.quote import quote
from resilify_cli.render.styled import (
    HEADING,
    LABEL,
    SEVERITIES,
    Line,
    Piece,
    file_link,
    hang,
    paint_lines,
    wrap_pieces,
)

_GUTTER: Final = 5
_HANGING: Final = 6
_WITHDRAWN: Final = "none: as the file is written, it would change more than this"


def _render(report: FindingsReport, screen: Screen) -> str:
    return paint_lines(_lines(report, screen), screen)


def _lines(report: FindingsReport, screen: Screen) -> Iterator[Line]:
    for path, findings in report.by_path():
        yield [Piece(visible(path), HEADING, file_link(path))]
        for finding in findings:
            yield from _finding(finding, screen)
            yield []
    yield from wrap_pieces([[Piece(visible(report.summary), HEADING)]], screen.width)


def _finding(finding: Diagnostic, screen: Screen) -> Iterator[Line]:
    style = SEVERITIES[finding.severity]
    place = f"  {finding.span.line}:{finding.span.column}  "
    message = [
        Piece(f"{finding.severity} ", style),
        Piece(f"{finding.code} ", style),
        Piece(f"{finding.rule}: ", LABEL),
        Piece(visible(finding.message)),
    ]
    yield from _wrapped(place, message, _HANGING, screen.width)
    size = max(_GUTTER, len(str(finding.span.line)))
    yield from quote(finding, size, style, screen)
    lead = " " * (size + 1)
    if finding.help is not None:
        yield from _noted(f"{lead}= help: ", finding.help, screen.width)
    if finding.fix is not None:
        option = "--fix" if finding.fix.safe else "--unsafe-fixes"
        yield from _noted(f"{lead}= fix:  ", f"{option} {finding.fix.message}", screen.width)
    elif finding.is_withdrawn:
        yield from _noted(f"{lead}= fix:  ", _WITHDRAWN, screen.width)


def _noted(lead: str, text: str, width: int | None) -> list[Line]:
    return _wrapped(lead, [Piece(visible(text))], len(lead), width)


def _wrapped(lead: str, text: Line, hanging: int, width: int | None) -> list[Line]:
    """Wrap a text behind its lead; the later lines hang, perhaps to the left of where the text begins."""
    room = None if width is None else max(width - hanging, 1)
    lines = wrap_pieces([[Piece(lead[hanging:], LABEL), *text]], room)
    return hang(lines, [Piece(lead[:hanging], LABEL)], hanging)


RENDERER: Final = Renderer("text", "grouped by file, the source line quoted, a summary last", _render)
