"""Another program has the link of a work that is cited here without one.

What:
    A reference has neither a link nor a DOI, and a reference of another program with the same title, or the same citation, has a link. Case, spaces and punctuation do not count; two works that share a title and not the year are two. Where title and citation agree, and all programs give the same link, the fix is safe; where only the citation does, it is only worth a look.

Why:
    The card cannot be opened, though the site knows where the work is.

Bad:
    <also late.md in another folder>
    references:
      - title: What a walk at night does to the sleep that follows
        reference: Roe, R. (2015). Walking, 3, 10–20.
        image: /img/card-1.png

Good:
    references:
      - title: What a walk at night does to the sleep that follows
        reference: Roe, R. (2015). Walking, 3, 10–20.
        link: https://example.org/night-walks
        image: /img/card-1.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.diagnostics import Severity
from resilify_cli.facts import ReferenceFacts
from resilify_cli.references import doi
from resilify_cli.references.url import fault_of
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._links import link_added
from resilify_cli.rules._once import once_per_catalogue

# Of shorter ones too many works have the same: Guided meditation.
_SHORTEST: Final = 25
_MARKS: Final = re.compile(r"[\W_]+")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Work:
    """A reference with a link, and whose it is."""

    program: ProgramFile
    reference: ReferenceFacts
    link: str


_Works = dict[tuple[str, str], list[_Work]]


def _check(subject: Subject) -> Iterator[Finding]:
    for reference in subject.facts.references:
        if _has_link(reference) or doi.find(f"{reference.title} {reference.reference}"):
            continue
        works = [work for work in _same(subject.catalogue, reference) if work.program is not subject.program]
        if works:
            yield _finding(reference, works)


def _finding(reference: ReferenceFacts, works: list[_Work]) -> Finding:
    first = works[0]
    has_title = _letters(first.reference.title) == _letters(reference.title)
    is_whole = has_title and _letters(first.reference.reference) == _letters(reference.reference)
    is_one = len({_same_address(work.link) for work in works}) == 1
    name = "title" if has_title else "reference"
    return Finding(
        f"{first.program.label} cites this work with a link, but here it has none; its card cannot be opened",
        (*reference.at, name),
        help=f"write link: {first.link}",
        severity=None if has_title else Severity.INFO,
        repair=link_added(reference, first.link, name, is_safe=is_whole) if is_one else None,
    )


def _same(catalogue: Catalogue, reference: ReferenceFacts) -> Iterator[_Work]:
    """Yield the references with a link that cite the same work; those of the same title first."""
    for key in _keys(reference):
        for work in _works(catalogue).get(key, ()):
            if _may_be_of_one_year(work.reference, reference) and fault_of(work.link) is None:
                yield work


@once_per_catalogue
def _works(catalogue: Catalogue) -> _Works:
    works: _Works = {}
    for program in catalogue:
        for reference in program.facts.references:
            if reference.link and _has_link(reference):
                for key in _keys(reference):
                    works.setdefault(key, []).append(_Work(program, reference, reference.link))
    return works


def _keys(reference: ReferenceFacts) -> Iterator[tuple[str, str]]:
    """Yield what a work is known by: its title, then its citation, where they are long enough to be its own."""
    for name, text in (("title", reference.title), ("citation", reference.reference)):
        letters = _letters(text)
        if len(letters) >= _SHORTEST:
            yield name, letters


def _letters(text: str | None) -> str:
    return _MARKS.sub("", text or "").casefold()


def _has_link(reference: ReferenceFacts) -> bool:
    return bool((reference.link or "").strip())


def _may_be_of_one_year(one: ReferenceFacts, other: ReferenceFacts) -> bool:
    years = [set(_YEAR.findall(reference.reference or "")) for reference in (one, other)]
    return not all(years) or bool(years[0] & years[1])


def _same_address(link: str) -> str:
    return (doi.doi_of(link) or link).casefold()


RULE: Final = Rule("RES415", "link-known-elsewhere", Severity.WARNING, _check)
