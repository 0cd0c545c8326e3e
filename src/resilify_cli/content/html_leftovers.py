"""What an editor leaves in HTML that was pasted into it, and no reader sees: attributes, wrappers, empty paragraphs."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from resilify_cli.content.html_elements import BLOCKS, HEADINGS
from resilify_cli.content.html_nesting import Nesting
from resilify_cli.content.html_tags import Attribute, EndTag, Markup, Tag, Text
from resilify_cli.diagnostics import Extent

_KEEPS_SPACE: Final = re.compile(r"<(?:pre|textarea|listing)\b|white-space", re.IGNORECASE)
_SPACE: Final = frozenset(" \t\n\r\f")
_BOLD: Final = HEADINGS | {"b", "strong", "th"}
_USUAL_WEIGHT: Final = re.compile(r"font-weight\s*:\s*(?:400|normal)", re.IGNORECASE)
_WEIGHT: Final = re.compile(r"font-weight\s*:\s*(?P<weight>\w+)", re.IGNORECASE)
_OFFICE_STYLE: Final = re.compile(r"(?:mso-[\w-]+|tab-stops)\s*:.*", re.IGNORECASE | re.DOTALL)
_OFFICE_ELEMENT: Final = re.compile(r"(?:o|st\d):[a-z]\w*")
_PASTED_CLASS: Final = re.compile(
    r"(?:x_)?Mso\w+|Apple-[\w-]+|docs-internal-guid\S*|SCX[OPW]?\d+|BCX\d+|(?:Normal)?TextRun|EOP|OutlineElement"
    r"|WordSection\d+|gmail_\w+|ql-[\w-]+"
)
_PASTED_ID: Final = re.compile(r"docs-internal-guid\S*")
_PASTED_NAME: Final = re.compile(
    r"paraid|paraeid|data-(?:aria-(?:level|posinset)|ccp-\w+|contrast|font|is-(?:last|only)-node|leveltext|listid"
    r"|mce-\w+|offset-key|pm-slice|sheets-\w+|start|end|stringify-\w+|usefontface|usefontsize)"
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """A stretch of the HTML, what belongs there instead, and what people call it."""

    extent: Extent
    text: str
    what: str

    @property
    def edit(self) -> tuple[Extent, str]:
        """What puts it right."""
        return self.extent, self.text


def leftovers(html: str, markup: Sequence[Markup], nesting: Nesting) -> tuple[Leftover, ...]:
    """Return what may go from some HTML without a reader seeing it, in the order of the HTML.

    HTML that keeps its white space is left alone.
    """
    if _KEEPS_SPACE.search(html):
        return ()
    found: list[Leftover] = []
    unwrapped: set[int] = set()
    for tag, is_bold in _with_weight(markup, nesting, len(html)):
        end = nesting.closing.get(tag.extent[0])
        pasted = list(_attributes(html, tag, is_bold=is_bold))
        if end is not None and _is_wrapper(tag, pasted, is_bold=is_bold):
            found += (Leftover(tag.extent, "", f"<{tag.name}>"), Leftover(end.extent, "", ""))
            unwrapped |= {tag.extent[0], end.extent[0]}
        elif not _is_weightless(tag, is_bold=is_bold):
            found += pasted
    paragraphs = list(_empty_paragraphs(markup, nesting, unwrapped))
    return tuple(sorted((*_outside(paragraphs, found), *paragraphs), key=lambda one: one.extent))


def _outside(paragraphs: Sequence[Leftover], found: Iterable[Leftover]) -> Iterator[Leftover]:
    """Yield what was found outside some paragraphs."""
    starts = [paragraph.extent[0] for paragraph in paragraphs]
    for one in found:
        index = bisect.bisect_right(starts, one.extent[0]) - 1
        if index < 0 or one.extent[0] >= paragraphs[index].extent[1]:
            yield one


def removals(html: str, found: Iterable[tuple[Extent, str]]) -> list[tuple[Extent, str]]:
    """Return edits of some HTML such that what they remove goes with the white space that would stand twice."""
    edits = _joined(list(found))
    while (wider := _joined([(_with_space(html, *edit), edit[1]) for edit in edits])) != edits:
        edits = wider
    return edits


def _joined(edits: list[tuple[Extent, str]]) -> list[tuple[Extent, str]]:
    """Make one removal of those that touch."""
    joined: list[tuple[Extent, str]] = []
    for extent, text in edits:
        (start, end), last_text = joined[-1] if joined else ((0, -1), "")
        if not text and not last_text and extent[0] <= end:
            joined[-1] = ((start, max(end, extent[1])), "")
        else:
            joined.append((extent, text))
    return joined


def _with_space(html: str, extent: Extent, text: str) -> Extent:
    """Widen a removal by the white space on one side of it, where it has some on both, and rather within a line."""
    start, end = extent
    before, after = html[start - 1 : start] or "\n", html[end : end + 1] or "\n"
    if text or before not in _SPACE or after not in _SPACE:
        return extent
    if end < len(html) and (before == "\n" or start == 0):
        while html[end : end + 1] in _SPACE:
            end += 1
    else:
        while html[start - 1 : start] in _SPACE:
            start -= 1
    return start, end


def _with_weight(markup: Sequence[Markup], nesting: Nesting, length: int) -> Iterator[tuple[Tag, bool]]:
    """Yield the opening tags, each with whether what it stands in is bold."""
    around: list[tuple[int, bool]] = [(length, False)]
    for piece in markup:
        if not isinstance(piece, Tag):
            continue
        start = piece.extent[0]
        while len(around) > 1 and around[-1][0] <= start:
            around.pop()
        limit, is_bold = around[-1]
        yield piece, is_bold
        closing = nesting.closing.get(start)
        if closing is not None:
            around.append((min(limit, closing.extent[0]), _is_bold(piece, is_bold=is_bold)))


def _is_bold(tag: Tag, *, is_bold: bool) -> bool:
    """Tell whether what stands in an element is bold, in one that is or is not."""
    style = tag.get("style")
    weight = _WEIGHT.search(style.value) if style else None
    if weight is not None:
        return weight["weight"].lower() not in {"400", "normal"}
    return is_bold or tag.name in _BOLD


def _is_weightless(tag: Tag, *, is_bold: bool) -> bool:
    """Tell whether an element is called bold, but is as light as what it stands in, as Google Docs wraps what is pasted."""
    return tag.name in {"b", "strong"} and not is_bold and not _is_bold(tag, is_bold=is_bold)


def _is_wrapper(tag: Tag, pasted: Sequence[Leftover], *, is_bold: bool) -> bool:
    """Tell whether nothing but the tag itself is left of an element without a meaning."""
    is_bare = len([one for one in pasted if not one.text]) == len(tag.attributes)
    means_nothing = tag.name in {"span", "font"} or _is_weightless(tag, is_bold=is_bold)
    return bool(_OFFICE_ELEMENT.fullmatch(tag.name)) or (is_bare and means_nothing)


def _attributes(html: str, tag: Tag, *, is_bold: bool) -> Iterator[Leftover]:
    """Yield what of a tag's attributes may go; of a weightless `<b>` all or nothing."""
    is_light = not is_bold and (tag.name not in _BOLD or _is_weightless(tag, is_bold=is_bold))
    for attribute in tag.attributes:
        rest = _rest(html, tag, attribute, is_light=is_light)
        if rest is None:
            continue
        if rest and attribute.value_extent:
            yield Leftover(attribute.value_extent, rest, attribute.name)
        else:
            start, end = attribute.extent
            while html[start - 1] in _SPACE:
                start -= 1
            yield Leftover((start, end), "", attribute.name)


def _rest(html: str, tag: Tag, attribute: Attribute, *, is_light: bool) -> str | None:
    """What is left of an attribute's value without what an editor left; empty: nothing; None: all of it."""
    written = html[slice(*attribute.value_extent)] if attribute.value_extent else ""
    match attribute.name:
        case "style":
            return _style_rest(written, is_light=is_light)
        case "class":
            kept = [name for name in written.split() if not _PASTED_CLASS.fullmatch(name)]
            return " ".join(kept) if kept != written.split() or not kept else None
        case "id" if _PASTED_ID.fullmatch(written):
            return ""
        case "dir" if written.lower() == "ltr" and "rtl" not in html.lower():
            return ""
        case "aria-level" if tag.get("role") is None:
            return ""
    return "" if _PASTED_NAME.fullmatch(attribute.name) else None


def _style_rest(written: str, *, is_light: bool) -> str | None:
    """Take the usual weight, where it changes nothing, and what only Word understands out of a style."""
    if "(" in written or "&" in written:  # a semicolon within ends no declaration
        return None
    all_of_it = [text.strip() for text in written.split(";") if text.strip()]
    kept = [
        text
        for text in all_of_it
        if not (is_light and _USUAL_WEIGHT.fullmatch(text)) and not _OFFICE_STYLE.fullmatch(text)
    ]
    return "; ".join(kept) if kept != all_of_it or not kept else None


def _empty_paragraphs(
    markup: Sequence[Markup], nesting: Nesting, unwrapped: Collection[int]
) -> Iterator[Leftover]:
    """Yield the paragraphs that show nothing, unless they keep two texts apart or there is no other text."""
    if not any(isinstance(piece, Text) and piece.text.strip() for piece in markup):
        return
    kept = [piece for piece in markup if _is_kept(piece, unwrapped)]
    empty = {
        index: stop for index in range(len(kept)) if (stop := _end_of_empty(kept, index, nesting)) is not None
    }
    following: dict[int, Markup | None] = {}
    for index, stop in reversed(empty.items()):
        following[index] = following[stop + 1] if stop + 1 in empty else _at(kept, stop + 1)
    before: Markup | None = None
    index = 0
    while index < len(kept):
        first, last = kept[index], kept[empty.get(index, index)]
        goes = index in empty and (_ends_text(before) or _ends_text(following[index]))
        if goes and isinstance(first, Tag) and isinstance(last, EndTag):
            yield Leftover((first.extent[0], last.extent[1]), "", "empty <p>")
            index = empty[index] + 1
        else:
            before = first
            index += 1


def _is_kept(piece: Markup, unwrapped: Collection[int]) -> bool:
    """Tell whether a piece shows or means something, when the wrappers are gone."""
    return bool(piece.text.strip()) if isinstance(piece, Text) else piece.extent[0] not in unwrapped


def _end_of_empty(pieces: Sequence[Markup], index: int, nesting: Nesting) -> int | None:
    """Where the paragraph that begins at an index ends, if there is nothing in it, and nothing that leads to it."""
    tag = pieces[index]
    if not isinstance(tag, Tag) or tag.name != "p" or tag.get("id") or tag.get("name"):
        return None
    index += 1
    while isinstance(piece := _at(pieces, index), Tag) and piece.name == "br":
        index += 1
    return index if piece is not None and piece == nesting.closing.get(tag.extent[0]) else None


def _at(pieces: Sequence[Markup], index: int) -> Markup | None:
    return pieces[index] if index < len(pieces) else None


def _ends_text(piece: Markup | None) -> bool:
    """Tell whether a line ends here anyway: at the tag of a block, and at either end of the HTML."""
    return piece is None or (not isinstance(piece, Text) and piece.name in BLOCKS)
