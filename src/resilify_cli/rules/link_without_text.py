"""A link in an overview has nothing to click on.

What:
    An `<a>` with an address holds neither text nor an image that has an `alt`.

Why:
    Nobody sees the link, and a screen reader comes upon one that it cannot name.

Bad:
    overview: <p>Read more.<a href="https://example.org/rest"></a></p>

Good:
    overview: <p>Read more <a href="https://example.org/rest">about rest</a>.</p>
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.content.html_tags import EndTag, Markup, Tag, Text
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._html import OVERVIEW

_NAMES: Final = ("aria-label", "aria-labelledby", "title")
_PICTURES: Final = frozenset(("img", "svg", "math", "picture", "video", "object"))


def _check(subject: Subject) -> Iterator[Finding]:
    link: Tag | None = None
    shows = False
    for piece in subject.markup:
        if link is not None and _is_end_of(link, piece, subject):
            yield _finding((link.extent[0], subject.nesting.closing[link.extent[0]].extent[1]), shows=shows)
            link = None
        elif _is_link(piece):
            link, shows = piece if isinstance(piece, Tag) and not _has_name(piece) else None, False
        elif _says_something(piece):
            link = None
        elif isinstance(piece, Tag):
            shows |= piece.name in _PICTURES


def _is_link(piece: Markup) -> bool:
    return isinstance(piece, Tag) and piece.name == "a" and piece.get("href") is not None


def _is_end_of(link: Tag, piece: Markup, subject: Subject) -> bool:
    return isinstance(piece, EndTag) and subject.nesting.closing.get(link.extent[0]) == piece


def _has_name(tag: Tag) -> bool:
    return any(attribute.value.strip() for attribute in map(tag.get, _NAMES) if attribute)


def _says_something(piece: Markup) -> bool:
    """Tell whether a text or a tag gives a link a name."""
    if isinstance(piece, Text):
        return bool(piece.text.strip())
    alt = piece.get("alt") if isinstance(piece, Tag) else None
    return isinstance(piece, Tag) and (_has_name(piece) or bool(alt and alt.value.strip()))


def _finding(extent: tuple[int, int], *, shows: bool) -> Finding:
    if shows:
        message = "what this link shows has no alt, so that a screen reader cannot name the link"
        hint = "write where it leads into the alt"
    else:
        message, hint = "the link has no text, so that nobody sees it", "write its text, or remove it"
    return Finding(message, OVERVIEW, extent, help=hint)


RULE: Final = Rule("RES708", "link-without-text", Severity.WARNING, _check)
