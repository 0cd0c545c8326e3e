"""A work is cited twice.

What:
    An earlier reference of the program has the same DOI, or the same title and citation but for case, spaces and punctuation. The finding stands at the later one. Where the titles are the same, the unsafe fix removes the later one. Where they differ, one of the two has the DOI of another work, and nobody can tell which.

Why:
    The reader finds the same work twice, or a card that opens another work than it names.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        image: /img/card-1.png
      - title: A Study of Sleep.
        reference: Doe J (2010). Sleep 1, 1–2
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        image: /img/card-1.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import Remove
from resilify_cli.diagnostics import Severity
from resilify_cli.facts import ReferenceFacts
from resilify_cli.references import doi
from resilify_cli.rules._base import Finding, Repair, Rule, Subject

_APART: Final = re.compile(r"[\W_]+")


def _check(subject: Subject) -> Iterator[Finding]:
    dois: dict[str, tuple[int, ReferenceFacts]] = {}
    titles: dict[str, tuple[int, ReferenceFacts]] = {}
    for number, reference in enumerate(subject.facts.references, 1):
        identity, title = _doi(reference), _plain(reference.title)
        if identity and identity in dois:
            yield _finding(reference, "DOI", *dois[identity])
        elif title in titles and _plain(reference.reference) == _plain(titles[title][1].reference):
            yield _finding(reference, "title and citation", *titles[title])
        if identity:
            dois.setdefault(identity, (number, reference))
        if title and reference.reference:
            titles.setdefault(title, (number, reference))


def _finding(reference: ReferenceFacts, what: str, number: int, first: ReferenceFacts) -> Finding:
    is_same = _plain(reference.title) == _plain(first.title)
    at = (*reference.at, "title") if reference.title is not None else reference.at
    return Finding(
        f"reference {number} has the same {what}",
        at,
        help="remove one of the two" if is_same else "correct the DOI of one of the two",
        repair=Repair("removes the later reference", (Remove(reference.at),), is_safe=False)
        if is_same
        else None,
    )


def _doi(reference: ReferenceFacts) -> str | None:
    """Return the DOI of a reference in small letters, since case does not count: that of its link, or of its citation."""
    of_link = doi.doi_of(reference.link or "")
    if of_link:
        return of_link.lower()
    found = doi.find(reference.reference or "") if "10." in (reference.reference or "") else []
    return found[0].doi.lower() if found else None


def _plain(text: str | None) -> str:
    """Return a text as words alone."""
    return _APART.sub(" ", text or "").strip().casefold()


RULE: Final = Rule("RES544", "duplicate-reference", Severity.WARNING, _check)
