"""The links of a Markdown body: inline, by reference, autolinks, images, HTML, and bare ones in its text.

Source: CommonMark, as markdown-it-py reads it. Its tokens know the lines they come from; where an address stands in
them is found by looking for it there, one link after another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from resilify_cli.content.html_tags import links as html_links
from resilify_cli.diagnostics import Extent
from resilify_cli.links import text_links

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MOST: Final = 1_000_000
"""Characters of a body that are read: a program's is empty or short."""

_ATTRIBUTES: Final = {"link_open": ("href", "a"), "image": ("src", "img")}

Found: TypeAlias = tuple[str, str, Extent]
"""An address as written, the element it becomes (`a`, `img`), and where it stands in the body."""


def find(body: str) -> list[Found]:
    """Return the links of a Markdown text, in the order in which they stand."""
    if not body.strip() or len(body) > _MOST:
        return []
    # As many characters as before, so that all places hold.
    body = body.replace("\r\n", " \n").replace("\r", "\n")
    environment: dict[str, Any] = {}
    tokens = _parser().parse(body, environment)
    reader = _Reader(body)
    found = [found for token in tokens for found in reader.links(token)]
    definitions = environment.get("references", {}).values()
    found += [reader.definition(definition["href"], definition["map"]) for definition in definitions]
    return sorted(set(found), key=lambda item: (item[2], item[0]))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - hardly any program has a body

    parser = MarkdownIt("commonmark", {"store_labels": True})
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.validateLink = _valid  # type: ignore[method-assign]
    return parser


def _as_written(url: str) -> str:
    return url


def _valid(url: str) -> bool:
    """Take whatever is written as a link: whether it is a good one is judged later."""
    return bool(url)


class _Reader:
    """Finds in the body what tokens speak of, moving on within the lines of each block."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._starts = [0, *(match.end() for match in re.finditer("\n", body)), len(body)]

    def links(self, token: Token) -> Iterator[Found]:
        """Yield the links of one block."""
        if token.map is None:
            return
        if token.type == "html_block":
            yield from self._html(*self._lines(token.map))
        elif token.type == "inline":
            yield from self._inline(token.children or (), *self._lines(token.map))

    def definition(self, url: str, lines: Sequence[int]) -> Found:
        """Return the address that a label stands for; of one that is not found as it is read, the line."""
        start, end = self._lines(lines)
        return url, "a", self._find(start, end, url) or (start, start)

    def _inline(self, tokens: Sequence[Token], at: int, end: int) -> Iterator[Found]:
        depth = 0
        for token in tokens:
            place: Extent | None = None
            depth += token.nesting
            if token.type in _ATTRIBUTES and not token.meta.get(
                "label"
            ):  # a label's address is at its definition
                attribute, tag = _ATTRIBUTES[token.type]
                url = str(token.attrs.get(attribute, ""))
                opening = "<" if token.info == "auto" else "]("
                place = self._find(at, end, url, opening, "](<") or self._find(at, end, url)
                yield url, tag, place or (at, at)
            elif token.type == "html_inline":
                place = self._find(at, end, token.content)
                yield from self._html(*place) if place else ()
            elif token.type in ("text", "code_inline") and not depth:
                place = self._find(at, end, token.content)
                if token.type == "text":
                    yield from self._bare(token.content, place, at, end)
            at = place[1] if place and token.type != "link_open" else at

    def _bare(self, text: str, place: Extent | None, at: int, end: int) -> Iterator[Found]:
        for _, url, (first, last) in text_links.find(text):
            inside = (place[0] + first, place[0] + last) if place else self._find(at, end, url)
            yield url, "a", inside or (at, at)

    def _html(self, start: int, end: int) -> Iterator[Found]:
        for link in html_links(self._body[start:end]):
            yield link.url, link.tag, (start + link.extent[0], start + link.extent[1])

    def _lines(self, lines: Sequence[int]) -> Extent:
        first, last = lines
        return self._starts[first], self._starts[min(last, len(self._starts) - 1)]

    def _find(self, start: int, end: int, text: str, *openings: str) -> Extent | None:
        """Look for a text, behind one of some openings where there are any."""
        for opening in openings or ("",):
            at = self._body.find(opening + text, start, end) if text else -1
            if at != -1:
                return at + len(opening), at + len(opening) + len(text)
        return None
