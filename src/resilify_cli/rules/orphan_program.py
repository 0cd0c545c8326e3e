"""No other program links to a program.

What:
    No other program has it among its related programs, and the site shows it for no related slug of another one. A catalogue of one program is left alone, and so is a file that could not be read to its end. What such a file names counts.

Why:
    Readers come from program to program by the cards of related ones. This one they find only in the list.

Bad:
    <also late.md in another folder>
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evenings

Good:
    <also late.md in another folder>
    relatedpost:
      program:
        - title: Late
          slug: late
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.slugs import slugify

_SLUG: Final = re.compile(r"\bslug:[ \t]*[\"']?([^\s\"'#,}]+)")


@dataclass(frozen=True, slots=True)
class _Lost:
    """The related entries of which the site shows nothing.

    Those of files that could not be read to their end, by slug; and how many there are with a slug that leads
    nowhere, by what their title makes.
    """

    of_broken_files: frozenset[str]
    by_title: Counter[str]


def _check(subject: Subject) -> Iterator[Finding]:
    facts, document = subject.facts, subject.program.document
    if len(subject.catalogue) == 1 or not document.is_complete or not document.has_front_matter:
        return
    if subject.catalogue.relations.is_reached(facts.slug):
        return
    lost = _lost_entries(subject.catalogue)
    if facts.slug in lost.of_broken_files:
        return
    meant = lost.by_title[slugify(facts.title or "")]
    entries = "entry has" if meant == 1 else "entries have"
    yield Finding(
        "no other program links to this one, so that readers find it only in the list",
        ("title",) if facts.title else (),
        help=f"{meant} related {entries} its title, and a slug that shows nothing: write {facts.slug}"
        if meant
        else "name it among the related programs of one that goes with it",
    )


@once_per_catalogue
def _lost_entries(catalogue: Catalogue) -> _Lost:
    relations = catalogue.relations
    return _Lost(
        frozenset(
            slug
            for program in catalogue
            if not program.document.is_complete
            for slug in _SLUG.findall(program.document.text)
            if slug != program.facts.slug
        ),
        Counter(
            slugify(related.title)
            for program in catalogue
            for related in program.facts.related
            if related.title and related.slug and relations.resolve(related.slug).target is None
        ),
    )


RULE: Final = Rule("RES307", "orphan-program", Severity.INFO, _check)
