"""Which tags of HTML belong together, and which do not nest, as a browser reads them.

Source: the HTML standard, "Tree construction". What a browser puts up with is told all the same, as a fault of
its own kind; what HTML allows to leave out, as `</p>` and `</li>`, is none.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from resilify_cli.content.html_elements import (
    ELEMENTS,
    ENDS_BY_ITSELF,
    ENDS_PARAGRAPH,
    HEADINGS,
    LISTS,
    VOID,
)
from resilify_cli.content.html_tags import EndTag, Markup, Tag, Text

_DEEPEST: Final = 200
"""Browsers stop nesting at a depth, too: Chrome at 512."""

_TABLE: Final = frozenset(("table", "td", "th", "caption"))
_ROW_GROUPS: Final = frozenset(("tbody", "thead", "tfoot"))
# What the opening tag of an element ends: such elements, down to the nearest of others.
_ENDS: Final[Mapping[str, tuple[Collection[str], Collection[str]]]] = {
    "li": (("li",), LISTS),
    **dict.fromkeys(("dd", "dt"), (("dd", "dt"), ("dl",))),
    **dict.fromkeys(("td", "th"), (("td", "th"), ("table", "tr"))),
    "tr": (("tr",), ("table",)),
    **dict.fromkeys(_ROW_GROUPS, (_ROW_GROUPS, ("table",))),
    "option": (("option",), ("select", "datalist")),
    **dict.fromkeys(ENDS_PARAGRAPH, (("p",), _TABLE | {"button", "object", "template"})),
}
# Quotes are followed to their end, so that a `>` within an attribute ends nothing.
_UNENDED: Final = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*+(?:"[^"]*|'[^']*)?\Z""")
_SWALLOWED: Final = re.compile(r"[^<>]*>[^<]*<")


class Slip(enum.Enum):
    """How a tag fails to nest."""

    UNENDED = "the tag has no `>`"
    UNCLOSED = "an element that must be closed is not"
    STRAY = "a closing tag has no opening one"
    EMPTY_PARAGRAPH = "a `</p>` that has no `<p>`, of which a browser makes an empty paragraph"
    CROSSED = "an element ends after one that it began in"
    OTHER_HEADING = "the closing tag of one heading ends another"
    OUTSIDE_LIST = "a list item stands in no list"


@dataclass(frozen=True, slots=True)
class Misnested:
    """A tag that does not nest. `ended_by`: the tag at which a browser ends the element; None: nothing does.

    `is_whole`: the element begins with what it stands in, so that it ends with it, too.
    """

    slip: Slip
    tag: Tag | EndTag
    ended_by: Tag | EndTag | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Nesting:
    """The closing tag of each opening one, by where this begins; and what does not nest, in the order of the HTML."""

    closing: Mapping[int, EndTag]
    faults: tuple[Misnested, ...]


def nesting(html: str, markup: Sequence[Markup]) -> Nesting:
    """Find out which tags of some HTML, read already, belong together."""
    walk = _Walk()
    unended = _UNENDED.search(html) if "<" in html else None
    stop = unended.start() if unended else len(html)
    for piece in markup:
        if isinstance(piece, Text):
            walk.text(piece)
        elif piece.extent[0] < stop and not walk.is_too_deep:
            walk.take(piece)
    faults = walk.faults if unended else walk.faults + walk.left_open()
    if unended:
        name = re.match(r"[^\s/>]*", html[stop + 1 :])
        faults.append(Misnested(Slip.UNENDED, Tag(name[0].lower() if name else "", (), (stop, len(html)))))
    return Nesting(walk.closing, tuple(sorted(faults, key=lambda fault: fault.tag.extent)))


@dataclass(slots=True)
class _Open:
    tag: Tag
    is_first: bool
    """Nothing stands before it within what it stands in."""
    has_items_alone: bool = True
    ended_by: Tag | EndTag | None = None

    @property
    def name(self) -> str:
        return self.tag.name

    @property
    def is_whole(self) -> bool:
        return self.has_items_alone if self.name in LISTS else self.is_first


@dataclass(slots=True)
class _Walk:
    faults: list[Misnested] = field(default_factory=list)
    closing: dict[int, EndTag] = field(default_factory=dict)
    _stack: list[_Open] = field(default_factory=list)
    _ended: list[_Open] = field(default_factory=list)
    """What ended with something else, and may still be closed."""
    _ended_paragraph: Tag | None = None
    _is_fresh: bool = True
    _foreign: str = ""

    @property
    def is_too_deep(self) -> bool:
        """Tell whether nothing more can be said."""
        return len(self._stack) + len(self._ended) > _DEEPEST

    def text(self, piece: Text) -> None:
        """Note that something stands here."""
        self._is_fresh = self._is_fresh and not piece.text.strip()

    def take(self, piece: Tag | EndTag) -> None:
        """Take the next tag. What drawings and formulas are made of has rules of its own."""
        if self._foreign:
            self._foreign = "" if isinstance(piece, EndTag) and piece.name == self._foreign else self._foreign
        elif swallows(piece):
            self.faults.append(Misnested(Slip.UNENDED, piece))
        elif isinstance(piece, EndTag):
            self._end(piece)
        elif piece.name in {"svg", "math"}:
            self._foreign = piece.name
        else:
            self._start(piece)

    def left_open(self) -> list[Misnested]:
        """Return the elements that are never closed."""
        left = [*self._stack, *self._ended]
        return [
            Misnested(Slip.UNCLOSED, one.tag, one.ended_by, one.is_whole)
            for one in left
            if one.name in ELEMENTS and one.name not in ENDS_BY_ITSELF
        ]

    def _start(self, tag: Tag) -> None:
        self._end_what_it_ends(tag)
        if tag.name == "li" and self._nearest(LISTS) is None:
            self.faults.append(Misnested(Slip.OUTSIDE_LIST, tag))
        if self._stack and tag.name != "li":
            self._stack[-1].has_items_alone = False
        if tag.name in VOID:
            self._is_fresh = False
        else:
            self._stack.append(_Open(tag, self._is_fresh))
            self._is_fresh = True

    def _end_what_it_ends(self, tag: Tag) -> None:
        wanted, borders = _ENDS.get(tag.name, ((), ()))
        index = self._nearest(wanted, borders)
        if index is not None:
            self._ended_paragraph = tag if self._stack[index].name == "p" else self._ended_paragraph
            self._end_above(index, tag)
        if tag.name in HEADINGS and self._stack and self._stack[-1].name in HEADINGS:
            self._end_above(len(self._stack) - 1, tag)
        link = self._nearest(("a",)) if tag.name == "a" else None
        if link is not None:
            one = self._stack.pop(link)
            self.faults.append(Misnested(Slip.UNCLOSED, one.tag, tag))

    def _nearest(self, names: Collection[str], borders: Collection[str] = ()) -> int | None:
        """Where in the stack the innermost element of some names stands, within the nearest of others."""
        if names:
            for index in range(len(self._stack) - 1, -1, -1):
                if self._stack[index].name in names:
                    return index
                if self._stack[index].name in borders:
                    break
        return None

    def _end_above(self, index: int, tag: Tag | EndTag) -> None:
        """End elements down to one, because of a tag; those that must be closed may still be."""
        for one in self._stack[index:]:
            one.ended_by = tag
            if one.name not in ENDS_BY_ITSELF:
                self._ended.append(one)
        del self._stack[index:]

    def _end(self, tag: EndTag) -> None:
        self._is_fresh = False
        index = None if tag.name in VOID else self._nearest((tag.name,))
        if index is None and tag.name in HEADINGS:
            index = self._nearest(HEADINGS)
        if index is not None:
            one = self._stack[index]
            self._end_above(index + 1, tag)
            self._stack.pop()
            self.closing[one.tag.extent[0]] = tag
            if one.name != tag.name:
                self.faults.append(Misnested(Slip.OTHER_HEADING, tag, one.tag))
        elif not self._is_misspelt(tag):
            self._end_nothing(tag)

    def _is_misspelt(self, tag: EndTag) -> bool:
        """Tell whether the innermost element is meant, of which one name or the other is none of HTML's."""
        names = {tag.name, self._stack[-1].name} if self._stack else set()
        strange = names - ELEMENTS
        if len(names) != len(strange) + 1 or not all(name.isalpha() for name in strange):
            return False
        one = self._stack.pop()
        self.closing[one.tag.extent[0]] = tag
        return True

    def _end_nothing(self, tag: EndTag) -> None:
        late = next((one for one in reversed(self._ended) if one.name == tag.name), None)
        if late is not None:
            self._ended.remove(late)
            self.faults.append(Misnested(Slip.CROSSED, tag, late.ended_by))
        elif tag.name == "p":
            self.faults.append(Misnested(Slip.EMPTY_PARAGRAPH, tag, self._ended_paragraph))
            self._ended_paragraph = None
        elif tag.name in ELEMENTS:
            self.faults.append(Misnested(Slip.STRAY, tag))


def swallows(tag: Tag | EndTag) -> bool:
    """Tell whether a tag reaches over the next one: its own `>` is missing, or the quote of an attribute."""
    return isinstance(tag, Tag) and any(
        "<" in attribute.name or _SWALLOWED.match(attribute.value) for attribute in tag.attributes
    )
