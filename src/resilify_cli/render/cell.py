"""One cell of a table: its text, and its stretches with the marked ones apart."""

from __future__ import annotations

from itertools import pairwise

from resilify_cli.report import Bar, Cell, Text


def cell_text(cell: Cell) -> str:
    """Return the text of a cell, as it is: nothing for None, a list joined by commas."""
    match cell:
        case None:
            return ""
        case Text():
            return cell.value
        case Bar():
            return "█" * cell.length
        case tuple():
            return ", ".join(cell)
        case _:
            return str(cell)


def marked(cell: Cell) -> list[tuple[str, bool]]:
    """Return the stretches of a cell's text, as they are, and whether each is marked."""
    text = cell_text(cell)
    if not isinstance(cell, Text) or not cell.marks:
        return [(text, False)]
    borders = sorted({0, len(text), *(min(offset, len(text)) for mark in cell.marks for offset in mark)})
    return [
        (text[start:end], any(mark[0] <= start and end <= mark[1] for mark in cell.marks))
        for start, end in pairwise(borders)
    ]
