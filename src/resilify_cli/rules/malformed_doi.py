"""What should be a DOI is none.

What:
    An address of the DOI resolver names no whole DOI: no suffix, a comma or a backslash in it, a space, punctuation stuck to its end, the resolver's own address a second time. So does what follows `doi:` in a citation or a title, which is a warning. A DOI is `10.`, a number of four digits or more, a slash and a suffix, which may hold brackets and signs such as `<`, `>` and `;`.

Why:
    The resolver answers such a link with an error page, and a reader who copies the DOI finds nothing.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://doi.org/10,1000/182
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

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import FieldPath, Severity
from resilify_cli.references.doi_faults import DoiFault, faults_in_text
from resilify_cli.references.url import UrlFaultKind
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._links import link_findings

_IN_LINKS: Final = link_findings(UrlFaultKind.MALFORMED_DOI)


def _check(subject: Subject) -> Iterator[Finding]:
    yield from _IN_LINKS(subject)
    for reference in subject.facts.references:
        for name, text in (("title", reference.title), ("reference", reference.reference)):
            for fault in faults_in_text(text or ""):
                yield _in_text(fault, (*reference.at, name))


def _in_text(fault: DoiFault, at: FieldPath) -> Finding:
    meant = fault.meant
    return Finding(
        fault.message,
        at,
        within=fault.extent,
        help=f"write {meant or 'the whole DOI, as in 10.1000/182'}",
        severity=Severity.WARNING,
        repair=Repair(f"writes {meant}", (SetText(at, meant, fault.extent),)) if meant else None,
    )


RULE: Final = Rule("RES411", "malformed-doi", Severity.ERROR, _check)
