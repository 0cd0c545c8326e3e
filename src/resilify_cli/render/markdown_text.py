r"""Text as Markdown (GFM) that shows it as it is: whatever a reader could take for markup is escaped.

Brackets alone are no markup, as no link definition stands in what is written here; they stay, for legibility.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote

from resilify_cli.render.escape import visible

_INLINE: Final = re.compile(
    r"""
      [\\`*_<|~&$]             # code, emphasis, HTML, the border of a cell, a character reference, a formula
    | (?<=\])[(:]              # what would make a link of the brackets before it
    | :(?=//) | (?<=\bwww)\.   # an address, which GFM makes a link of, escapes and all
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT_START: Final = re.compile(r"[-+=#>]|\[(?=[ xX]\])|\d{1,9}(?P<stop>[.)])")
_URL_CHARACTERS: Final = "!#$%&'*+,-./:;=?@_~[]"
_WEB: Final = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_PLAIN_ADDRESS: Final = re.compile(r"https?://[!#$%&'*+,\-./:;=?@_~()\w]+", re.IGNORECASE | re.ASCII)
_REFERENCE: Final = re.compile(r"&(?=#?\w+;)")
_TAGS: Final = {
    "*": ("<em>", "</em>"),
    "**": ("<strong>", "</strong>"),
    "***": ("<strong><em>", "</em></strong>"),
}


def inline(text: str) -> str:
    """Return a text for the middle of a line."""
    return _INLINE.sub(r"\\\g<0>", visible(text))


def line_start(line: str) -> str:
    """Return an `inline` text for the beginning of a line: it makes no list, heading, quotation or code of it."""
    line = line.lstrip(" ")
    match = _AT_START.match(line)
    if match is None:
        return line
    place = match.start("stop") if match["stop"] else 0
    return f"{line[:place]}\\{line[place:]}"


def heading(text: str, level: int) -> str:
    """Return a heading; marks at its end belong to the text."""
    shown = re.sub(r"#+$", r"\\\g<0>", inline(text).rstrip())
    return f"{'#' * min(level, 6)} {shown}"


def emphasised(text: str, delimiter: str, before: str, after: str) -> str:
    """Return a text as strong (`**`), emphasised (`*`) or both, whatever Markdown stands before, and text after it.

    Where punctuation meets a letter, or delimiters meet, Markdown reads no emphasis; tags do not depend on that.
    """
    shown = visible(text)
    core = shown.strip()
    if not core:
        return shown
    lead, _, tail = shown.partition(core)
    before, after = (before + lead)[-1:], (tail + after)[:1]
    opens = before != "*" and (core[0].isalnum() or not before or before.isspace())
    closes = core[-1].isalnum() or not after or after.isspace()
    first, last = (delimiter, delimiter) if opens and closes else _TAGS[delimiter]
    return f"{lead}{first}{inline(core)}{last}{tail}"


def link(text: str, address: str, delimiter: str = "") -> str:
    """Return a link; an address of another kind than the web's stands behind its text instead."""
    text = text if visible(text).strip() else address  # nobody could follow a link without a text
    if not _WEB.match(address):
        shown = emphasised(text, delimiter, "", " ") if delimiter else inline(text)
        return shown if address == text else f"{shown} ({inline(address)})"
    if text == address and not delimiter and _PLAIN_ADDRESS.fullmatch(address):
        return f"<{address}>"
    shown = emphasised(text, delimiter, "[", "]") if delimiter else inline(text)
    shown = shown.replace("[", r"\[").replace("]", r"\]")
    target = quote(address, safe=_URL_CHARACTERS, errors="replace")
    return f"[{shown}]({_REFERENCE.sub('&amp;', target)})"


def table(header: Sequence[str], right: Sequence[bool], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown text already; `right` tells the columns that are set to the right."""
    rule = ["---:" if to_right else "---" for to_right in right]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (header, rule, *rows))
