"""The authors of a work stand in its title.

What:
    The title of a cited work begins with a list of authors (`Doe, J., & Roe, R. (2010).`, `Doe J, Roe R.`) or ends in one, or its citation stands in it once more. Names that belong to a title are none (`Beck's cognitive therapy`). Where the citation has them as well, the unsafe fix takes them out of the title.

Why:
    The card shows the authors twice, in two types, and the title drowns among them.

Bad:
    references:
      - title: A study of sleep. Doe J, Roe R.
        reference: Doe J, Roe R. Sleep. 2010;1:1–2.
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep.
        reference: Doe J, Roe R. Sleep. 2010;1:1–2.
        image: /img/card-1.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Extent, Severity, quoted
from resilify_cli.rules._base import Finding, Repair, Rule, Subject

_SURNAME: Final = r"(?:(?:de|den|der|di|la|le|van|von)\ ){0,2}[^\W\d_a-z][\w’'-]{1,40}"
_INITIALS: Final = r"(?:[^\W\d_a-z]\.[ -]?){1,4}"
_SPELT_OUT: Final = rf"{_SURNAME},\ {_INITIALS}"
_SHORT: Final = rf"{_SURNAME}\ (?!I+\b|IV\b)[A-Z]{{1,2}}\b"
_LIST: Final = re.compile(
    rf"""
    ^{_SPELT_OUT}(?:,?\ ?(?:&\ ?|and\ )?{_SPELT_OUT}){{1,60}} (?:,?\ et\ al\.?)? (?:\(\d{{4}}[a-z]?\)|\(n\.d\.\))? [.:,]?\s*
    | ^{_SPELT_OUT} (?:,?\ ?et\ al\.?)?\s*(?:\(\d{{4}}[a-z]?\)|\(n\.d\.\)) [.:,]?\s*
    | (?:^|(?<=[.?!]\ )){_SHORT} (?:(?:,\ {_SHORT}){{1,60}}(?:,\ et\ al)?|,?\ et\ al) (?:\.\s*|$)
    """,
    re.VERBOSE,
)
_SHORTEST: Final = 12
_REST: Final = 3


def _check(subject: Subject) -> Iterator[Finding]:
    for reference in subject.facts.references:
        title, citation = reference.title or "", (reference.reference or "").strip()
        extent = _cited_again(title, citation) or _authors(title)
        if extent:
            at = (*reference.at, "title")
            what = title[slice(*extent)].strip()
            yield Finding(
                f"{quoted(what)} belongs to the citation, and stands in the title",
                at,
                within=extent,
                help="leave only the title here",
                repair=_repair(title, citation, extent, at),
            )


def _cited_again(title: str, citation: str) -> Extent | None:
    """Return where the whole of a citation stands in a title, as a sentence of its own."""
    cited = citation.rstrip(". ")
    start = title.find(cited) if len(cited) >= _SHORTEST else -1
    if start == -1:
        return None
    end = start + len(cited)
    begins = not title[:start].strip() or title[:start].rstrip()[-1] in ".?!"
    ends = not title[end:].strip() or title[end] == "."
    return (start, end) if begins and ends else None


def _authors(title: str) -> Extent | None:
    """Return where a list of authors stands in a title; `Type A, Type B` is none."""
    if "," not in title and " et al" not in title:  # as most titles: cheap to tell
        return None
    for match in _LIST.finditer(title):
        names = re.findall(rf"({_SURNAME}),?\ [^\W\d_a-z]", match[0])
        if len(set(names)) == len(names):
            return match.span()
    return None


def _repair(title: str, citation: str, extent: Extent, at: tuple[str | int, ...]) -> Repair | None:
    """Nothing is lost where the citation says it as well, and a title is left."""
    start, end = extent
    left = f"{title[:start].rstrip()} {title[end:].lstrip('. ')}".strip()
    if title[start:end].strip(" .") not in citation or len(left.split()) < _REST:
        return None
    return Repair("takes it out of the title", (SetText(at, left),), is_safe=False)


RULE: Final = Rule("RES542", "authors-in-title", Severity.WARNING, _check)
