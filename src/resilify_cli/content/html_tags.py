"""The tags of HTML with their attributes, each with its place: for judging how a page is made, not what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Final

from resilify_cli.content.html import without_open_ends
from resilify_cli.diagnostics import Extent

_ATTRIBUTE: Final = re.compile(
    r"""(?P<name>[^\s"'>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: its name in small letters, its value with character references resolved, and where it stands."""

    name: str
    value: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag: its name in small letters, its attributes, and where it stands in the HTML."""

    name: str
    attributes: tuple[Attribute, ...]
    extent: Extent

    def get(self, name: str) -> Attribute | None:
        """Return the first attribute of a name, which is the one that counts."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)


def tags(html: str) -> list[Tag]:
    """Return the opening tags of HTML, in order."""
    return _Tags(html).found if "<" in html else []


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Tag] = []
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", html))]
        self.feed(without_open_ends(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - their places are wanted, too
        source = self.get_starttag_text() or ""
        line, column = self.getpos()
        start = self._line_starts[line - 1] + column
        found = []
        for match in _ATTRIBUTE.finditer(source, 1 + len(tag), max(len(source) - 1, 1 + len(tag))):
            value = match["double"] or match["single"] or match["bare"] or ""
            extent = (start + match.start(), start + match.end())
            found.append(Attribute(match["name"].lower(), unescape(value), extent))
        self.found.append(Tag(tag, tuple(found), (start, start + len(source))))


def without_attribute(html: str, attribute: Attribute) -> Extent:
    """Return what to cut so that an attribute goes: the white space before it too, where nothing else needs that."""
    start, end = attribute.extent
    if html[end : end + 1] in {">", " ", "\t", "\n", "\r", "\f"}:
        while html[start - 1] in " \t\n\r\f":
            start -= 1
    return start, end
