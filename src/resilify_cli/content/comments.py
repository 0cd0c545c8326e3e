"""The comments of a file's front matter. The parser's events carry none, and not every `#` begins one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.diagnostics import Extent

if TYPE_CHECKING:
    from resilify_cli.content.document import Document

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#(?P<text>[^\r\n]*)", re.MULTILINE)
_BLOCKS: Final = ("|", ">")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its text behind the `#`, where it stands in the file, and whether it has a line of its own."""

    text: str
    extent: Extent
    stands_alone: bool


def comments(document: Document) -> list[Comment]:
    """Return the comments of the front matter, in order; what stands within a value is none.

    Behind a mistake nothing is known: what looks like a comment there may be part of an unclosed value.
    """
    start, end = document.block
    if not document.tree.complete and (given_up := document.tree.faults[-1].extent):
        end = start + given_up[0]
    values = sorted(_scalars(document))
    found, index = [], 0
    for match in _COMMENT.finditer(document.text, start, end):
        while index < len(values) and values[index][1] <= match.start():
            index += 1
        if index < len(values) and values[index][0] <= match.start():
            continue
        line_start = document.text.rfind("\n", 0, match.start()) + 1
        alone = not document.text[line_start : match.start()].strip()
        found.append(Comment(match["text"].strip(), match.span(), alone))
    return found


def _scalars(document: Document) -> Iterator[Extent]:
    """Yield the extents of scalars, keys among them; of a block scalar, what follows its first line."""
    base = document.block[0]
    for _, key, node in document.tree.walk():
        if key is not None:
            yield key[0] + base, key[1] + base
        if not isinstance(node.value, dict | list):
            begin, end = node.start + base, node.end + base
            if node.style in _BLOCKS:
                line_end = document.text.find("\n", begin)
                begin = line_end if line_end != -1 else end
            yield begin, end
