"""Two texts of a file as a unified diff, for people and for `patch`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.render import Screen
from resilify_cli.render.escape import visible
from resilify_cli.render.styled import HEADING, Line, Piece, paint_lines

_STYLES: Final = {"+": "green", "-": "red", "@": "cyan"}
_BETWEEN: Final = re.compile(r"[^\t]+")


def unified(before: str, after: str, path: str, *, color: bool, exact: bool) -> str:
    """Return what differs, with three lines around it; `exact` keeps carriage returns, as `patch` needs them."""
    return paint_lines(_lines(before, after, path, exact=exact), Screen(color=color))


def _lines(before: str, after: str, path: str, *, exact: bool) -> Iterator[Line]:
    named = path.lstrip("/")
    found = difflib.unified_diff(_split(before), _split(after), f"a/{named}", f"b/{named}", n=3)
    for number, line in enumerate(found):
        text = line.removesuffix("\n")
        is_head = number < 2  # noqa: PLR2004 - the names of the two files
        style = HEADING if is_head else _STYLES.get(text[:1], "")
        yield [Piece(_shown(text, exact=exact), style)]
        if not line.endswith("\n"):
            yield [Piece("\\ No newline at end of file")]


def _split(text: str) -> list[str]:
    """Split at line feeds alone: other breaks belong to the content."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _shown(text: str, *, exact: bool) -> str:
    ending = "\r" if exact and text.endswith("\r") else ""
    return _BETWEEN.sub(lambda match: visible(match[0]), text.removesuffix("\r")) + ending
