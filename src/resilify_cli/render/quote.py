"""The source line of a finding, quoted, with carets exactly under the span in the cells of a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Diagnostic, Extent
from resilify_cli.render import Screen
from resilify_cli.render.escape import visible
from resilify_cli.render.measure import cell_width, window
from resilify_cli.render.styled import LABEL, Line, Piece

_NARROWEST: Final = 10


def quote(finding: Diagnostic, gutter: int, style: str, screen: Screen) -> Iterator[Line]:
    """Yield the lines of the quotation, the line number in a gutter; none where the source is not known.

    A span over several lines is underlined to the end of its first; a line too long for the screen is cut around it.
    """
    if not finding.source:
        return
    room = None if screen.width is None else max(screen.width - gutter - 3, _NARROWEST)
    shown, carets = underlined(finding, room, screen.ellipsis)
    bar = Piece(" " * gutter + " |", LABEL)
    yield [bar]
    yield [Piece(f"{finding.span.line:>{gutter}} |", LABEL), Piece(f" {shown}".rstrip())]
    yield [bar, Piece(f" {carets}", style)]


def underlined(finding: Diagnostic, width: int | None, ellipsis: str) -> tuple[str, str]:
    """Return the source line, made visible and cut to the width, and the line of carets below it."""
    text, span = _visible_span(finding)
    start, end = (0, len(text)) if width is None else window(text, span, width)
    before, after = ellipsis * (start > 0), ellipsis * (end < len(text))
    first, last = max(span[0], start), min(span[1], end)
    offset = cell_width(before) + cell_width(text[start:first])
    return f"{before}{text[start:end]}{after}", " " * offset + "^" * max(cell_width(text[first:last]), 1)


def _visible_span(finding: Diagnostic) -> tuple[str, Extent]:
    """Return the source line made visible, and the offsets in it of the span."""
    source, span = finding.source.rstrip("\r\n"), finding.span
    first = min(span.column - 1, len(source))
    last = min(span.end_column - 1, len(source)) if span.end_line == span.line else len(source.rstrip())
    start = len(visible(source[:first]))
    return visible(source), (start, start + len(visible(source[first:last])))
