"""A link is not encrypted, though its host serves https.

What:
    The link begins with `http://`, and its host is known to serve the same by `https://`: it is a well-known one of science and health, or other links of the catalogue call it so. For a well-known host the fix is safe, for it answers both with the same page, mostly by leading from one to the other. Of another host only the editors' own links say so, and the fix is a good guess.

Why:
    Whoever sits in between can see what a reader of a mental-health program looks up, and change it; and a browser may warn of the page.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: http://www.tandfonline.com/sleep
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://www.tandfonline.com/sleep
        image: /img/card-1.png
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.references import doi
from resilify_cli.references.hosts import without_www
from resilify_cli.references.url import host_of
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._hosts import WELL_KNOWN_NAMES, hosts
from resilify_cli.rules._links import links

_SCHEME: Final = len("http")


def _check(subject: Subject) -> Iterator[Finding]:
    for link in links(subject):
        named = host_of(link.url)
        if named is None or named.is_secure or doi.doi_of(link.url):  # a DOI's resolver is told as that
            continue
        host = without_www(named.host)
        is_well_known = host in WELL_KNOWN_NAMES
        if is_well_known or host in hosts(subject.catalogue).secure:
            meant = f"https{link.url[_SCHEME:]}"
            known = "serves https" if is_well_known else "is called by https elsewhere in the catalogue"
            yield Finding(
                f"the link is not encrypted, though {named.host} {known}",
                link.at,
                within=link.within((0, _SCHEME)),
                help=f"write {meant}",
                repair=Repair(f"writes {meant}", (link.rewritten(meant),), is_well_known),
            )


RULE: Final = Rule("RES406", "insecure-link", Severity.INFO, _check)
