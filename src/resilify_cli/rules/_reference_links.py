"""The links of references, as three rules look at them."""

from __future__ import annotations

from collections.abc import Iterator

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Fault
from resilify_cli.references.url import UrlFaultKind, link_fault
from resilify_cli.rules._base import Finding, Repair, Subject, finding_of


def link_findings(subject: Subject, kind: UrlFaultKind) -> Iterator[Finding]:
    """Yield a finding for each reference whose link goes wrong in one way."""
    for reference in subject.facts.references:
        if reference.link is None:
            continue
        fault = link_fault(reference.link, (*reference.at, "link"), reference.reference or "")
        if fault is not None and fault.kind == kind:
            yield finding_of(fault, repair=_repair(reference.link, fault))


def _repair(link: str, fault: Fault) -> Repair | None:
    """A scheme, a DOI that stands in the citation and the loss of a space are certain; to cut off words is a guess."""
    if fault.meant is None:
        return None
    is_safe = fault.kind != UrlFaultKind.MALFORMED or fault.meant == link.strip()
    return Repair(f"writes {fault.meant}", (SetText(fault.at, fault.meant),), is_safe)
