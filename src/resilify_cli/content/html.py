"""The HTML of an overview, read: blocks of running text, and the places of its characters.

Source: Python's own `html.parser`; like a browser it never refuses anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from typing import Final

from resilify_cli.content.html_elements import BLOCKS
from resilify_cli.diagnostics import Extent

_UNSEEN: Final = frozenset(("script", "style", "template"))
_BOLD: Final = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"))
_ITALIC: Final = frozenset(("i", "em", "cite"))
# The pieces in which `html.unescape` reads a text: a character reference, or one character.
_PIECE: Final = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)|.", re.DOTALL)
_OPEN_TAG: Final = re.compile(r"<[a-zA-Z/!?]")


@dataclass(frozen=True, slots=True)
class HtmlRun:
    """A piece of text of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A paragraph or a list item: `depth` counts the lists around it, `marker` is its bullet or number."""

    runs: tuple[HtmlRun, ...]
    depth: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


def to_blocks(html: str) -> list[HtmlBlock]:
    """Return the blocks that a reader sees, white space collapsed, empty ones left out."""
    reader = _Reader(html)
    return reader.blocks


def to_text(html: str) -> str:
    """Return what a reader sees as plain text: blocks on lines of their own, list items with their markers."""
    lines = []
    for block in to_blocks(html):
        marker = f"{block.marker} " if block.marker else ""
        lines.append("  " * max(block.depth - 1, 0) + marker + block.text)
    return "\n".join(lines)


def characters(html: str) -> list[tuple[str, Extent]]:
    """Return every character that a reader sees, in order, each with what it is written as; white space as it is."""
    return _Characters(html).found


class PlacedParser(HTMLParser):
    """The parser of the standard library, for HTML that may be anything, with places as offsets in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = without_open_ends(html)

    def read(self) -> None:
        """Read the whole of the HTML."""
        self.feed(self.html)
        self.close()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.html))]

    @property
    def place(self) -> int:
        """Where what is being read begins."""
        line, column = self.getpos()
        return self._line_starts[line - 1] + column


class _Reader(PlacedParser):
    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.blocks: list[HtmlBlock] = []
        self._runs: list[HtmlRun] = []
        self._lists: list[int | None] = []
        self._marker = ""
        self._bold = self._italic = self._unseen = 0
        self._hrefs: list[str | None] = []
        self.read()
        self._end_block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """End what ends, and note the look of what begins."""
        if tag == "a":
            self._hrefs.append(dict(attrs).get("href"))
        if tag in BLOCKS:
            self._end_block()
        if tag == "br":
            self._runs.append(HtmlRun("\n"))
        elif tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._marker = self._next_marker()
        self._count(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        """End a block, a list, a link or a look."""
        if tag in BLOCKS:
            self._end_block()
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag == "a" and self._hrefs:
            self._hrefs.pop()
        self._count(tag, -1)

    def handle_data(self, data: str) -> None:
        """Take text that is seen."""
        if not self._unseen:
            link = self._hrefs[-1] if self._hrefs else None
            self._runs.append(
                HtmlRun(re.sub(r"[ \t\r\n\f]+", " ", data), self._bold > 0, self._italic > 0, link)
            )

    def _count(self, tag: str, by: int) -> None:
        if tag in _BOLD:
            self._bold = max(self._bold + by, 0)
        if tag in _ITALIC:
            self._italic = max(self._italic + by, 0)
        if tag in _UNSEEN:
            self._unseen = max(self._unseen + by, 0)

    def _next_marker(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "•"
        self._lists[-1] += 1
        return f"{self._lists[-1]}."

    def _end_block(self) -> None:
        runs = _tidy(self._runs)
        if runs:
            self.blocks.append(HtmlBlock(runs, len(self._lists), self._marker))
            self._marker = ""
        self._runs = []


class _Characters(PlacedParser):
    """Reads HTML once more, as `_Reader` does, for the places of its characters: few of them are ever asked for."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[tuple[str, Extent]] = []
        self._unseen = 0
        self.read()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        """Note what is not seen."""
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        """Note that what is not seen ends."""
        self._unseen = max(self._unseen - (tag in _UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        """Take the characters that are seen."""
        if self._unseen:
            return
        start = self.place
        if self.html.startswith(data, start):  # also where `&amp;` is no reference, as in `<iframe>`
            self.found += ((char, (at, at + 1)) for at, char in enumerate(data, start))
        else:
            self._unescape(start, len(data))

    def _unescape(self, start: int, length: int) -> None:
        """Take the pieces that stand for `length` characters; all of a piece share its place."""
        read = 0
        for piece in _PIECE.finditer(self.html, start):
            if read >= length:
                break
            chars = unescape(piece[0])
            read += len(chars)
            self.found += ((char, piece.span()) for char in chars)


def without_open_ends(html: str) -> str:
    """Cut what never closes, as a browser drops it, and keep all else in its place.

    `html.parser` would look for the end of a comment or a tag again at each one within it, and stumbles over a
    `<![` that is no marked section; a browser reads a comment there, as at any other `<!`.
    """
    opened = html.find("<!--", html.rfind("-->") + 1)
    if opened != -1:
        html = html[:opened]
    last = _OPEN_TAG.search(html, html.rfind(">") + 1)
    return (html[: last.start()] if last else html).replace("<![", "<!x")


def _tidy(runs: list[HtmlRun]) -> tuple[HtmlRun, ...]:
    """Collapse white space over the borders of runs, as a browser does, and drop what is left empty."""
    tidy: list[HtmlRun] = []
    after_space = True
    for run in runs:
        text = run.text
        if after_space:
            text = text.lstrip(" ")
        if text:
            after_space = text[-1] in " \n"
            tidy.append(HtmlRun(text, run.bold, run.italic, run.link))
    while tidy and not tidy[-1].text.strip():
        tidy.pop()
    if tidy:
        last = tidy[-1]
        tidy[-1] = HtmlRun(last.text.rstrip(), last.bold, last.italic, last.link)
    return tuple(tidy)
