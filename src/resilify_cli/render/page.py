"""A page as plain lines, painted where the screen has colour: for the terminal and for text in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from resilify_cli.page import Block, Grid, Heading, Pairs, Paragraph, Run, Verbatim
from resilify_cli.render import Screen
from resilify_cli.render.escape import visible
from resilify_cli.render.grid import grid_text
from resilify_cli.render.labels import Labelled, labelled
from resilify_cli.render.lists import Nesting, marker_sizes
from resilify_cli.render.measure import cell_width
from resilify_cli.render.styled import (
    HEADING,
    LINK,
    ROLES,
    Line,
    Piece,
    file_link,
    hang,
    paint_lines,
    visible_pieces,
    web_link,
    wrap_pieces,
)

WIDEST: Final = 100
"""Longer lines of prose are hard to read."""

_STEP: Final = 2
_DEEPEST: Final = 3


def page_text(page: Sequence[Block], screen: Screen) -> str:
    """Return a page, wrapped to the screen, or unwrapped in a pipe."""
    return paint_lines(_lines(page, screen), screen)


def _lines(page: Sequence[Block], screen: Screen) -> Iterator[Line]:
    width = None if screen.width is None else min(screen.width, WIDEST)
    nesting = Nesting(_STEP)
    previous: Block | None = None
    base = 0
    for block, size in zip(page, marker_sizes(page), strict=True):
        yield from ([] for _ in range(_gap(previous, block)))
        if isinstance(block, Heading):
            base = _STEP * (min(block.level, _DEEPEST) - 1)
            yield from _heading(block, max(base - _STEP, 0), width)
        elif isinstance(block, Pairs):
            yield from _pairs(block, base, width)
        elif isinstance(block, Grid):
            yield from _grid(block, base, screen)
        elif isinstance(block, Verbatim):
            yield from ([Piece(" " * base), Piece(visible(line))] for line in block.text.split("\n"))
        else:
            yield from _paragraph(block, base + nesting.place(block, size + 1), size, width)
        if not isinstance(block, Paragraph):
            nesting.end()
        previous = block


def _gap(previous: Block | None, block: Block) -> int:
    """How many blank lines part two blocks."""
    if previous is None:
        return 0
    if isinstance(block, Heading):
        return 2 if block.level == 1 else 1
    if isinstance(previous, Heading):
        return 0
    if isinstance(previous, Paragraph) and isinstance(block, Paragraph):
        return int(not _belong_together(previous, block))
    return 1


def _belong_together(previous: Paragraph, block: Paragraph) -> bool:
    in_list = all(paragraph.marker or paragraph.indent for paragraph in (previous, block))
    return in_list and bool(previous.marker or not block.marker)


def _heading(heading: Heading, indent: int, width: int | None) -> list[Line]:
    line = [Piece(visible(heading.text), HEADING)]
    return _indented([line], [], indent, width)


def _pairs(block: Pairs, indent: int, width: int | None) -> Iterator[Line]:
    values = [Labelled(label, visible_pieces(_pieces(runs))) for label, runs in block.pairs]
    room = None if width is None else width - indent
    yield from hang(list(labelled(values, room)), [Piece(" " * indent)], indent)


def _grid(block: Grid, indent: int, screen: Screen) -> Iterator[Line]:
    """Draw a table as far in as what stands around it; the drawing is painted already."""
    drawn = grid_text(block.table, screen, indent=indent)
    yield from ([Piece(f"{' ' * indent}{line}".rstrip())] for line in drawn.splitlines())


def _paragraph(block: Paragraph, column: int, size: int, width: int | None) -> list[Line]:
    lines = visible_pieces(_pieces(block.runs))
    if not block.marker:
        return _indented(lines, [], column, width)
    shown = visible(block.marker)
    # Numbers are set to the right, their full stops under each other.
    marker = [Piece(" " * (size - cell_width(shown))), Piece(shown, ROLES[block.marker_role]), Piece(" ")]
    return _indented(lines, marker, column, width)


def _indented(lines: Sequence[Line], lead: Line, column: int, width: int | None) -> list[Line]:
    hanging = column + sum(cell_width(piece.text) for piece in lead)
    room = None if width is None else max(width - hanging, 1)
    return hang(wrap_pieces(lines, room), [Piece(" " * column), *lead], hanging)


def _pieces(runs: Sequence[Run]) -> Iterator[Piece]:
    for run in runs:
        looks = ("bold" * run.bold, "italic" * run.italic, ROLES[run.role])
        style = " ".join(filter(None, looks))
        if run.link is None:
            yield Piece(run.text, style, file_link(run.source) if run.source else None)
        elif run.link == run.text:
            yield Piece(run.text, f"{style} {LINK}".strip(), web_link(run.link))
        else:
            yield Piece(f"{run.text} ", style)
            yield Piece(f"<{run.link}>", LINK, web_link(run.link))
