"""The tags of an overview do not nest.

What:
    An element that must be closed is not, as `<b>`, `<a>`, `<div>` or `<ul>`; a closing tag has no opening one; two elements cross; a list item stands in no list; a tag has no `>`. What HTML allows to leave out, as `</p>` and `</li>`, is fine.

Why:
    A browser guesses, and rarely what was meant: the rest of the page turns bold or into a link, lands inside a list, or is not shown. Where it puts up with the mistake the app may not: that is a warning, and an empty paragraph is only worth a look.

Bad:
    overview: <p>Rest is a <b>skill.</p><p>It grows.</p>

Good:
    overview: <p>Rest is a <b>skill.</b><p>It grows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from resilify_cli.content.edits import SetText
from resilify_cli.content.html_elements import BLOCKS, FORMATTING, HEADINGS, LISTS
from resilify_cli.content.html_leftovers import removals
from resilify_cli.content.html_nesting import Misnested, Slip
from resilify_cli.content.html_tags import EndTag, Tag
from resilify_cli.diagnostics import Extent, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._html import OVERVIEW

_LOOKS: Final = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "in italics"),
    **dict.fromkeys(("s", "strike"), "struck through"),
    "a": "part of the link",
    "u": "underlined",
    "small": "small",
    "big": "big",
}
# What the site itself is likely to have around an overview: a stray closing tag of it closes that.
_AROUND: Final = frozenset(("div", "main", "section", "article"))


def _check(subject: Subject) -> Iterator[Finding]:
    html = subject.facts.overview or ""
    for fault in subject.nesting.faults:
        message, hint, severity = _said(fault)
        repair = _repair(fault, html)
        yield Finding(message, OVERVIEW, _place(fault), help=hint, severity=severity, repair=repair)


def _place(fault: Misnested) -> Extent:
    """The tag; of one that does not end, its beginning."""
    start, end = fault.tag.extent
    return (start, start + 1 + len(fault.tag.name)) if fault.slip is Slip.UNENDED else (start, end)


_Said: TypeAlias = tuple[str, str, Severity]
"""What is wrong, what to write instead, and how grave it is."""


def _said(fault: Misnested) -> _Said:
    name, by = fault.tag.name, _written(fault.ended_by)
    match fault.slip:
        case Slip.UNCLOSED:
            return _said_of_unclosed(fault)
        case Slip.STRAY:
            return _said_of_stray(name)
        case Slip.UNENDED:
            what = (
                f"the tag <{name} has no > of its own: what follows is taken for a part of it, and not shown"
            )
            said = (what, "end it with >, and close its quotes", Severity.ERROR)
        case Slip.EMPTY_PARAGRAPH:
            why = f": {by} had ended the paragraph" if fault.ended_by else ""
            what = f"a browser makes an empty paragraph of this </p>, which has no <p>{why}"
            said = (what, "remove it", Severity.INFO)
        case Slip.CROSSED:
            said = (_crossed(fault), f"write </{name}> before {by}", Severity.WARNING)
        case Slip.OTHER_HEADING:
            said = (f"</{name}> ends the heading {by}", f"write {_closing(fault)}", Severity.WARNING)
        case Slip.OUTSIDE_LIST:
            said = (
                "the list item stands in no list",
                "put <ul> and </ul> around the items",
                Severity.WARNING,
            )
    return said


def _crossed(fault: Misnested) -> str:
    name, by = fault.tag.name, fault.ended_by
    if isinstance(by, EndTag):
        return f"<{name}> begins inside <{by.name}>, and ends outside it"
    return f"<{name}> begins before {_written(by)}, which ends what it stands in, and ends after that"


def _said_of_unclosed(fault: Misnested) -> _Said:
    name, by = fault.tag.name, fault.ended_by
    hint = f"write </{name}> where it ends"
    if name in FORMATTING and not _ends_at_a_link(fault):
        look = _LOOKS.get(name, "set like it")
        return f"<{name}> is never closed, so that all that follows is {look}", hint, Severity.ERROR
    if not _is_ended(fault):
        what = f"<{name}> is never closed, so that the rest of the page lands inside it"
        return what, hint, Severity.ERROR
    return f"<{name}> is never closed; a browser ends it at {_written(by)}", hint, Severity.WARNING


def _is_ended(fault: Misnested) -> bool:
    """Tell whether a browser ends an element that is never closed, with what it stands in: not every block."""
    name, by = fault.tag.name, fault.ended_by
    if by is None or name not in BLOCKS:
        return by is not None
    if isinstance(by, Tag):
        return name in HEADINGS and by.name in HEADINGS
    return by.name in BLOCKS and not (by.name == "li" and name in LISTS)


def _ends_at_a_link(fault: Misnested) -> bool:
    """Tell whether a link ends where the next one begins."""
    by = fault.ended_by
    return fault.tag.name == "a" and isinstance(by, Tag) and by.name == "a"


def _said_of_stray(name: str) -> _Said:
    if name in _AROUND:
        what = f"</{name}> has no opening tag, and may close what the page has around the overview"
        return what, "remove it", Severity.ERROR
    if name == "br":
        return "</br> is no closing tag; a browser takes it for a line break", "write <br>", Severity.WARNING
    return f"</{name}> has no opening tag, so that it ends nothing", "remove it", Severity.WARNING


def _repair(fault: Misnested, html: str) -> Repair | None:
    name, by = fault.tag.name, fault.ended_by
    match fault.slip:
        case Slip.UNCLOSED if fault.is_whole:
            place = by.extent[0] if by else len(html.rstrip())
            is_safe = name not in FORMATTING and _is_ended(fault)  # a browser ends it there anyway
            return _writes(f"</{name}>", (place, place), is_safe=is_safe)
        case Slip.STRAY if name == "br":
            return _writes("<br>", fault.tag.extent)
        case Slip.STRAY | Slip.EMPTY_PARAGRAPH:
            steps = tuple(
                SetText(OVERVIEW, text, at) for at, text in removals(html, [(fault.tag.extent, "")])
            )
            return Repair("removes it", steps, is_safe=name not in _AROUND)
        case Slip.CROSSED if isinstance(by, EndTag) and by.extent[1] == fault.tag.extent[0]:
            swapped = html[slice(*fault.tag.extent)] + html[slice(*by.extent)]
            return _writes(swapped, (by.extent[0], fault.tag.extent[1]))
        case Slip.OTHER_HEADING:
            return _writes(_closing(fault), fault.tag.extent)
    return None


def _writes(text: str, within: Extent, *, is_safe: bool = True) -> Repair:
    return Repair(f"writes {text}", (SetText(OVERVIEW, text, within),), is_safe)


def _closing(fault: Misnested) -> str:
    return f"</{fault.ended_by.name if fault.ended_by else fault.tag.name}>"


def _written(tag: Tag | EndTag | None) -> str:
    """A tag as people write it, without its attributes."""
    slash = "/" if isinstance(tag, EndTag) else ""
    return f"<{slash}{tag.name if tag else ''}>"


RULE: Final = Rule("RES701", "html-does-not-nest", Severity.ERROR, _check)
