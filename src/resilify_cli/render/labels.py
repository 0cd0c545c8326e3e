"""Values behind labels, in two columns; on a screen too narrow for that, under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from resilify_cli.render.escape import visible
from resilify_cli.render.measure import cell_width
from resilify_cli.render.styled import LABEL, Line, Piece, hang, plain, wrap_pieces

_NARROWEST_VALUE: Final = 16
_INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value of some lines with its label; one that is `whole` is never wrapped."""

    label: str
    lines: Sequence[Line]
    whole: bool = False


def labelled(values: Sequence[Labelled], width: int | None) -> Iterator[Line]:
    """Yield the lines of labels with their values, which are wrapped to the width."""
    size = max((cell_width(_head(value)) for value in values), default=0) + 1
    for value in values:
        head = Piece(_head(value), LABEL)
        if not any(plain(line) for line in value.lines):
            yield [head]
        elif width is None or _fits_beside(value, width - size):
            gap = Piece(" " * (size - cell_width(head.text)))
            yield from hang(_wrapped(value, width, size), [head, gap], size)
        else:
            yield [head]
            yield from hang(_wrapped(value, width, _INDENT), [Piece(" " * _INDENT)], _INDENT)


def _head(value: Labelled) -> str:
    return f"{visible(value.label)}:"


def _fits_beside(value: Labelled, room: int) -> bool:
    texts = [plain(line) for line in value.lines]
    if value.whole:
        return all(cell_width(text) <= room for text in texts)
    # A word of ASCII is not broken by the wrapping.
    words = (word for text in texts for word in text.split(" ") if word.isascii())
    return room >= max(_NARROWEST_VALUE, max(map(len, words), default=0))


def _wrapped(value: Labelled, width: int | None, indent: int) -> Sequence[Line]:
    return value.lines if value.whole or width is None else wrap_pieces(value.lines, width - indent)
