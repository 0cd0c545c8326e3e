"""A short piece of a text around the words that were found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from resilify_cli.diagnostics import Extent

WIDTH: Final = 80
"""Characters of a snippet, about: words are whole, and the mark it is cut around never is cut itself."""

ELLIPSIS: Final = "…"
_BEFORE: Final = 24
_WHITE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a line: `marks` are the words found in it, as offsets in `text`, in order, none over another.

    `first` is the word around which it was cut, as offsets in the whole line.
    """

    text: str
    marks: tuple[Extent, ...]
    first: Extent


def snippet(line: str, marks: Sequence[Sequence[Extent]]) -> Snippet:
    """Cut a piece of about `WIDTH` characters out of a line; `…` stands where it was cut.

    `marks` holds, for each thing wanted, where it stands, at least once for one of them. The piece is cut around
    the first mark with as many different things close behind it as there are behind any.
    """
    several = sorted((mark, wanted) for wanted, some in enumerate(marks) for mark in some)
    first = several[max(range(len(several)), key=lambda number: _different(several, number))][0]
    start, end = _window(line, first)
    head = ELLIPSIS if start else ""
    tail = ELLIPSIS if end < len(line) else ""
    shift = len(head) - start
    whole = _merged(mark for mark, _ in several if start <= mark[0] and mark[1] <= end)
    text = head + line[start:end] + tail
    return Snippet(
        _WHITE.sub(" ", text),
        tuple(_on_one_line(text, begin + shift, stop + shift) for begin, stop in whole),
        first,
    )


def _on_one_line(text: str, start: int, end: int) -> Extent:
    """Return where a part of a text stands, when each run of white space is one space."""
    return len(_WHITE.sub(" ", text[:start])), len(_WHITE.sub(" ", text[:end]))


def _different(several: Sequence[tuple[Extent, int]], number: int) -> int:
    """Count the different things wanted that are marked from one mark on, as far as a snippet reaches."""
    limit = several[number][0][0] + WIDTH - _BEFORE
    after = (several[later] for later in range(number, len(several)))
    return len({wanted for (_, end), wanted in takewhile(lambda marked: marked[0][1] <= limit, after)})


def _merged(marks: Iterable[Extent]) -> list[Extent]:
    """Join marks that lie over one another."""
    joined: list[Extent] = []
    for start, end in marks:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _window(text: str, mark: Extent) -> Extent:
    if len(text) <= WIDTH:
        return 0, len(text)
    start = max(min(mark[0] - _BEFORE, len(text) - WIDTH), 0)
    end = max(min(start + WIDTH, len(text)), mark[1])
    return _next_word(text, start, mark[0]), _end_of_word(text, end, mark[1])


def _next_word(text: str, start: int, limit: int) -> int:
    """Return where the first whole word from `start` on begins, at `limit` at the latest."""
    if start == 0 or text[start - 1] == " ":
        return start
    space = text.find(" ", start, limit)
    return limit if space == -1 else space + 1


def _end_of_word(text: str, end: int, limit: int) -> int:
    """Return where the last whole word up to `end` ends, at `limit` at the earliest."""
    if end == len(text) or text[end] == " ":
        return end
    space = text.rfind(" ", limit, end)
    return limit if space == -1 else space
