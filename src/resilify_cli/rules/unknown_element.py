"""A tag of an overview names no element of HTML.

What:
    A tag such as `<stong>`, `<https://…>` or `<name@example.org>`. Elements that a page may make itself have a hyphen in their name, and are left alone.

Why:
    A browser passes over the tag: what was to be bold is not, and an address between `<` and `>` is not shown.

Bad:
    overview: <p>Rest is a <stong>skill</stong>.</p>

Good:
    overview: <p>Rest is a <strong>skill</strong>.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.content.html_elements import ELEMENTS
from resilify_cli.content.html_nesting import swallows
from resilify_cli.content.html_tags import EndTag, Tag
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._html import OVERVIEW

_OWN_OR_OFFICE: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+|[a-z]+\d?:[a-z][a-z0-9]*")
_DRAWING: Final = re.compile(r"<(?:svg|math)\b", re.IGNORECASE)
_SHORTEST: Final = 3
_USUAL: Final = (
    "blockquote", "code", "div", "em", "figure", "footer", "header", "img", "small", "span", "strong", "sub", "sup", "table",
)  # fmt: skip


def _check(subject: Subject) -> Iterator[Finding]:
    unknown = [
        piece
        for piece in subject.markup
        if isinstance(piece, Tag | EndTag) and piece.name not in ELEMENTS and not swallows(piece)
    ]
    if not unknown or _DRAWING.search(subject.facts.overview or ""):
        return
    for tag in unknown:
        if not _OWN_OR_OFFICE.fullmatch(tag.name):
            yield _finding(tag)


def _finding(tag: Tag | EndTag) -> Finding:
    slash = "/" if isinstance(tag, EndTag) else ""
    is_name = tag.name.isalnum()
    near = _meant(tag.name) if is_name else None
    shown = f"<{slash}{tag.name}>" if is_name else f"<{tag.name}…"
    hint = f"did you mean <{slash}{near}>?" if near else "for a < that is text write &lt;"
    start = tag.extent[0] + 1 + len(slash)
    repair = None
    if near:
        step = SetText(OVERVIEW, near, (start, start + len(tag.name)))
        repair = Repair(f"writes <{slash}{near}>", (step,), is_safe=False)
    message = f"{shown} is no element of HTML; a browser shows nothing of it"
    return Finding(message, OVERVIEW, tag.extent, help=hint, repair=repair)


def _meant(name: str) -> str | None:
    """Return the usual element from which a name differs in one letter, or two changed about."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where a name is wrong

    near = [usual for usual in _USUAL if len(name) >= _SHORTEST and OSA.distance(name, usual) == 1]
    return near[0] if len(near) == 1 else None


RULE: Final = Rule("RES712", "unknown-element", Severity.WARNING, _check)
