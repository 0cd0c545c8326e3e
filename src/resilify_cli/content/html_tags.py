"""HTML as it is written: tags with their attributes, and texts, each with its place: for judging how a page is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final, TypeAlias

from resilify_cli.content.html import PlacedParser
from resilify_cli.diagnostics import Extent

_ATTRIBUTE: Final = re.compile(
    r"""(?P<name>[^\s"'>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)
_ADDRESSES: Final = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: its name in small letters, its value with character references resolved, and where they stand."""

    name: str
    value: str
    extent: Extent
    value_extent: Extent | None
    """Where the value stands, without its quotes; None where there is none."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag: its name in small letters, its attributes, and where it stands in the HTML."""

    name: str
    attributes: tuple[Attribute, ...]
    extent: Extent

    def get(self, name: str) -> Attribute | None:
        """Return the first attribute of a name, which is the one that counts."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)


@dataclass(frozen=True, slots=True)
class EndTag:
    """A closing tag: its name in small letters, and where it stands in the HTML."""

    name: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Text:
    """What stands between tags, character references resolved, and where it begins."""

    text: str
    start: int


Markup: TypeAlias = Tag | EndTag | Text


@dataclass(frozen=True, slots=True)
class HtmlLink:
    """The address of an `<a>` or `<img>`, character references resolved; `extent`: as written, in the HTML."""

    url: str
    tag: str
    extent: Extent


def markup(html: str) -> tuple[Markup, ...]:
    """Return the tags and texts of HTML, in order; comments are left out."""
    return tuple(_Markup(html).found) if "<" in html else (Text(html, 0),)


def tags(html: str) -> tuple[Tag, ...]:
    """Return the opening tags of HTML, in order."""
    return tuple(piece for piece in markup(html) if isinstance(piece, Tag))


def links(html: str) -> list[HtmlLink]:
    """Return the addresses of links and images, in order."""
    found = []
    for tag in tags(html):
        address = tag.get(_ADDRESSES[tag.name]) if tag.name in _ADDRESSES else None
        if address is not None and address.value_extent is not None:
            found.append(HtmlLink(address.value, tag.name, address.value_extent))
    return found


def anchors(html: str) -> frozenset[str]:
    """Return the names of the places in HTML to which a link can lead."""
    named = (attribute for tag in tags(html) for attribute in tag.attributes)
    return frozenset(attribute.value for attribute in named if attribute.name in {"id", "name"})


class _Markup(PlacedParser):
    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[Markup] = []
        self.read()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - their places are wanted, too
        """Take a tag."""
        source = self.get_starttag_text() or ""
        start = self.place
        found = _ATTRIBUTE.finditer(source, 1 + len(tag), max(len(source) - 1, 1 + len(tag)))
        attributes = tuple(_attribute(match, start) for match in found)
        self.found.append(Tag(tag, attributes, (start, start + len(source))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that seems to close itself: to a browser the slash means nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Take a closing tag; where white space stands before its name it is a comment to a browser."""
        start = self.place
        if self.html[start + 2 : start + 3].isalpha():
            self.found.append(EndTag(tag, (start, self.html.find(">", start) + 1)))

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self.found.append(Text(data, self.place))


def _attribute(match: re.Match[str], start: int) -> Attribute:
    group = match.lastgroup or "name"
    first, last = match.span(group)
    value_extent = None if group == "name" else (start + first, start + last)
    value = unescape(match[group]) if value_extent else ""
    return Attribute(match["name"].lower(), value, (start + match.start(), start + match.end()), value_extent)
