"""A citation holds a DOI, but the reference has no link.

What:
    The citation or the title of a reference holds a DOI, and its `link` is missing or empty. The finding stands at the DOI.

Why:
    The card cannot be opened, although the address of the work is known.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2. doi:10.1000/182
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://doi.org/10.1000/182
        image: /img/card-1.png
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.references import doi
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._links import link_added


def _check(subject: Subject) -> Iterator[Finding]:
    for reference in subject.facts.references:
        if reference.link is not None and reference.link.strip():
            continue
        for name, text in (("reference", reference.reference), ("title", reference.title)):
            found = doi.find(text or "")
            if found:
                message = f"the {_called(name)} holds DOI {found[0].doi} but the reference has no link; its card cannot be opened"
                url = doi.to_url(found[0].doi)
                yield Finding(
                    message,
                    (*reference.at, name),
                    within=found[0].extent,
                    help=f"write link: {url}",
                    repair=link_added(reference, url, name),
                )
                break


def _called(name: str) -> str:
    return "citation" if name == "reference" else name


RULE: Final = Rule("RES412", "doi-without-link", Severity.WARNING, _check)
