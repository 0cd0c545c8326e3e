"""Which columns of a table fit a screen, and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

GAP: Final = 2
"""The cells between two columns."""

NARROWEST: Final = 16
"""What a text is left at least, or there is no table."""

COMFORTABLE: Final = 24
"""What a text is left at least before another column goes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A column with its widest cell; `index` is its place in the table."""

    index: int
    natural: int
    whole: bool
    priority: int
    gives_way: bool = False

    def least(self, text_width: int) -> int:
        """The cells that it needs, when texts that may be cut are given `text_width`."""
        return self.natural if self.whole else min(self.natural, text_width)


def fit(columns: Sequence[Measured], width: int | None) -> dict[int, int] | None:
    """Return the width of each column that is shown, by its index; None when not even the main ones fit.

    Columns go by priority, the highest number first (of equals, the last), until the texts that stay have a
    comfortable width. Where none is left to go, whole ones that give way are cut like the texts.
    """
    kept = list(columns)
    while width is not None and _needed(kept, COMFORTABLE) > width:
        least = max(reversed(kept), key=lambda column: column.priority)
        if least.priority <= 0:
            break
        kept.remove(least)
    if width is not None and _needed(kept, COMFORTABLE) > width:
        kept = [replace(column, whole=column.whole and not column.gives_way) for column in kept]
    if width is None:
        return {column.index: column.natural for column in kept}
    return _shared(kept, width) if _needed(kept, NARROWEST) <= width else None


def _needed(columns: Sequence[Measured], text_width: int) -> int:
    return sum(column.least(text_width) for column in columns) + GAP * (len(columns) - 1)


def _shared(columns: Sequence[Measured], width: int) -> dict[int, int]:
    """Give whole columns what they need and share the rest: narrow texts first, wide ones what is left, evenly."""
    widths = {column.index: column.natural for column in columns if column.whole}
    texts = sorted((column for column in columns if not column.whole), key=lambda column: column.natural)
    room = width - sum(widths.values()) - GAP * (len(columns) - 1)
    for place, column in enumerate(texts):
        widths[column.index] = min(column.natural, room // (len(texts) - place))
        room -= widths[column.index]
    return widths
