"""Two texts of a file as a unified diff, for people and for `git apply`."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.render import Screen
from resilify_cli.render.escape import HIDDEN, visible
from resilify_cli.render.styled import HEADING, Line, Piece, paint_lines

_STYLES: Final = {"+": "green", "-": "red", "@": "cyan"}
_BETWEEN: Final = re.compile(r"[^\t]+")
_UNQUOTED: Final = frozenset(range(0x20, 0x7F)) - frozenset(b'"\\')


def unified(before: str, after: str, path: str, *, color: bool, exact: bool) -> str:
    """Return what differs, with three lines around it.

    `exact` writes every character as it is, for only so can the patch be applied; else what would steer a terminal
    or hide in a text is shown as an escape.
    """
    return paint_lines(_lines(before, after, path, exact=exact), Screen(color=color))


def _lines(before: str, after: str, path: str, *, exact: bool) -> Iterator[Line]:
    found = difflib.unified_diff(_split(before), _split(after), _named(f"a/{path}"), _named(f"b/{path}"), n=3)
    for number, line in enumerate(found):
        text = line.removesuffix("\n")
        is_head = number < 2  # noqa: PLR2004 - the names of the two files
        style = HEADING if is_head else _STYLES.get(text[:1], "")
        yield [Piece(text if exact else _shown(text), style)]
        if not line.endswith("\n"):
            yield [Piece("\\ No newline at end of file")]


def _split(text: str) -> list[str]:
    """Split at line feeds alone: other breaks belong to the content."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _shown(text: str) -> str:
    return _BETWEEN.sub(lambda match: visible(match[0]), text.removesuffix("\r"))


def _named(path: str) -> str:
    """Return a file's name as git writes it: between quotes, byte by byte, where it would break the line or hide."""
    if not HIDDEN.search(path):
        return path
    written = (chr(byte) if byte in _UNQUOTED else f"\\{byte:03o}" for byte in os.fsencode(path))
    return f'"{"".join(written)}"'
