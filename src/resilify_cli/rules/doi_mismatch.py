"""The DOI of the citation and that of the link differ.

What:
    The citation or the title of a reference holds a DOI, and the link opens another one. Case and percent-encoding do not count, and neither does a part behind the DOI of a whole, as of a chapter or a supplement.

Why:
    The reader is led to another work than the one that is cited, or the citation is wrong.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2. doi:10.1000/182
        link: https://doi.org/10.1000/128
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2. doi:10.1000/182
        link: https://doi.org/10.1000/182
        image: /img/card-1.png
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.facts import ReferenceFacts
from resilify_cli.references import doi
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._links import links


def _check(subject: Subject) -> Iterator[Finding]:
    for link in links(subject):
        cited = list(_cited(link.reference)) if link.reference else []
        opened = doi.opened_by(link.url) if cited else None
        if opened is not None and not any(_agree(opened.doi, named) for _, named in cited):
            where, named = cited[0]
            yield Finding(
                f"the {where} holds DOI {named}, but the link opens {opened.doi}",
                link.at,
                within=link.within(opened.extent),
                help="look up which of the two is the work, and write it in both places",
            )


def _cited(reference: ReferenceFacts) -> Iterator[tuple[str, str]]:
    for where, text in (("citation", reference.reference), ("title", reference.title)):
        for found in doi.find(text or ""):
            yield where, found.doi


def _agree(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one.startswith(other) or other.startswith(one)


RULE: Final = Rule("RES413", "doi-mismatch", Severity.WARNING, _check)
