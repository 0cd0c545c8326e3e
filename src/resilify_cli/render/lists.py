"""How the paragraphs of a page nest: a list item within an item stands under the text of that item."""

from __future__ import annotations

from collections.abc import Sequence

from resilify_cli.page import Block, Paragraph
from resilify_cli.render.escape import visible
from resilify_cli.render.measure import cell_width


class Nesting:
    """Where each paragraph begins, in columns, by the items that are open when it comes.

    A paragraph outside of any item is indented by `unit` columns a level.
    """

    def __init__(self, unit: int) -> None:
        self._unit = unit
        self._open: list[tuple[int, int]] = []

    def place(self, paragraph: Paragraph, lead: int) -> int:
        """Return the column at which a paragraph begins; `lead` is what its marker takes, 0 where it has none."""
        if not (paragraph.marker or paragraph.indent):
            self._open.clear()
            return 0
        # An item ends the one before it; a paragraph without a marker goes on with the item of its own level.
        while self._open and self._open[-1][0] >= paragraph.indent + (not paragraph.marker):
            self._open.pop()
        column = self._open[-1][1] if self._open else paragraph.indent * self._unit
        if paragraph.marker:
            self._open.append((paragraph.indent, column + lead))
        return column

    def end(self) -> None:
        """Close all items: something other than a paragraph comes."""
        self._open.clear()


def marker_sizes(page: Sequence[Block]) -> list[int]:
    """Return for each block how many cells its marker takes, so that the markers of one list are of one size."""
    lists: list[list[int]] = []
    open_lists: dict[int, list[int]] = {}
    for index, block in enumerate(page):
        indent = block.indent if isinstance(block, Paragraph) and (block.marker or block.indent) else -1
        for level in [level for level in open_lists if level > indent]:
            del open_lists[level]
        if isinstance(block, Paragraph) and block.marker:
            if indent not in open_lists:
                lists.append([])
            open_lists.setdefault(indent, lists[-1]).append(index)
    sizes = [0] * len(page)
    for members in lists:
        size = max(cell_width(_marker(page[index])) for index in members)
        for index in members:
            sizes[index] = size
    return sizes


def _marker(block: Block) -> str:
    return visible(block.marker) if isinstance(block, Paragraph) else ""
