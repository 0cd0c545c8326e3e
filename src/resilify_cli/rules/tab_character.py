"""A tab stands in the front matter.

What:
    A tab stands behind a colon, before a comment, at the end of a line or in an empty one; or within a text. One finding for each file where the tabs stand between the values, and one for each text. A tab that indents is an error of the YAML, and told as such.

Why:
    Nobody can tell it from spaces. Where a line is moved or a value is wrapped, the tab becomes an indentation, and the page no longer builds. Within a text a reader sees a space.

Bad:
    title:<U+0009>A Calmer Week

Good:
    title: A Calmer Week
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from resilify_cli.content.comments import comments
from resilify_cli.content.edits import Rewrite, SetText
from resilify_cli.diagnostics import Extent, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._scalars import scalars

if TYPE_CHECKING:
    from resilify_cli.content.document import Document

_TABS: Final = re.compile(r"\t+")
# The look behind keeps a long row of spaces from being tried at each of them.
_BLANK: Final = re.compile(r"(?<![ \t]) *\t[ \t]*")
# Each is tried on the whole file where all at once will not do; a file with more has other troubles.
_MOST: Final = 50


def _check(subject: Subject) -> Iterator[Finding]:
    document = subject.program.document
    start, end = document.block
    if not document.is_complete or document.text.find("\t", start, end) == -1:
        return
    yield from _within_texts(document)
    yield from _between(document)


def _within_texts(document: Document) -> Iterator[Finding]:
    for at, node in scalars(document):
        runs = [match.span() for match in _TABS.finditer(node.value)] if isinstance(node.value, str) else []
        if runs:
            steps = tuple(SetText(at, " ", within=run) for run in runs[:_MOST])
            message = "a tab stands in the text, and is shown as a space"
            repair = Repair("writes a space", steps)
            yield Finding(message, at, within=runs[0], help="write a space", repair=repair)


def _between(document: Document) -> Iterator[Finding]:
    start, end = document.block
    values = [(start + node.start, start + node.end) for _, node in scalars(document)]
    taken = sorted([*values, *(comment.extent for comment in comments(document))])
    found = [match.span() for match in _BLANK.finditer(document.text, start, end)]
    free = list(_outside(found, taken))[:_MOST]
    if free:
        at = document.text.index("\t", free[0][0])
        yield Finding(
            "a tab stands here, which looks like spaces",
            extent=(at, at + 1),
            help="write spaces",
            repair=Repair("writes spaces", tuple(_rewrite(document.text, extent) for extent in free)),
        )


def _outside(found: list[Extent], taken: list[Extent]) -> Iterator[Extent]:
    """Yield those of some sorted extents that do not begin within one of others, also sorted."""
    index = 0
    for start, end in found:
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index == len(taken) or start < taken[index][0]:
            yield start, end


def _rewrite(text: str, extent: Extent) -> Rewrite:
    """Nothing at the end of a line, else one space."""
    return Rewrite(extent, "" if text[extent[1] : extent[1] + 1] in {"\r", "\n", ""} else " ")


RULE: Final = Rule("RES117", "tab-character", Severity.INFO, _check)
