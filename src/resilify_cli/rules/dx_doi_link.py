"""A DOI is linked by an old address of the resolver.

What:
    The link begins with `http://dx.doi.org/`, `http://doi.org/` or another address of the DOI resolver than `https://doi.org/`.

Why:
    It opens the same work, by a detour that is not encrypted. The DOI Foundation and Crossref ask for `https://doi.org/`, and the same work is easier to find where all links are written alike.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: http://dx.doi.org/10.1000/182
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
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._links import links


def _check(subject: Subject) -> Iterator[Finding]:
    for link in links(subject):
        if link.url.casefold().startswith(doi.RESOLVER):
            continue
        path = doi.resolver_path(link.url)
        if path is None or doi.doi_of(link.url) is None:
            continue
        written = link.url[: path.start("doi")]
        meant = doi.RESOLVER + link.url[path.start("doi") :]
        yield Finding(
            f"{written} is an old address of {doi.RESOLVER}",
            link.at,
            within=link.within((0, len(written))),
            help=f"write {meant}",
            repair=Repair(f"writes {meant}", (link.rewritten(meant),)),
        )


RULE: Final = Rule("RES414", "dx-doi-link", Severity.INFO, _check)
