"""The links of a program, in its overview and its references, as the rules about them look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from resilify_cli.addresses import Address, AddressKind
from resilify_cli.content.edits import AddField, SetText
from resilify_cli.diagnostics import Fault
from resilify_cli.facts import ReferenceFacts
from resilify_cli.references.url import UrlFaultKind
from resilify_cli.rules._base import Check, Finding, Repair, Subject, finding_of


def links(subject: Subject) -> Iterator[Address]:
    """Yield the links of a program that are sound as written."""
    faulty = {id(address) for address, _ in subject.link_faults}
    for address in subject.addresses:
        if address.kind is AddressKind.LINK and id(address) not in faulty:
            yield address


def link_findings(kind: UrlFaultKind) -> Check:
    """Make the check of a rule that reports one way in which links go wrong."""
    return _findings(lambda subject: subject.link_faults, kind)


def image_findings(kind: str) -> Check:
    """Make the check of a rule that reports one way in which a path shows no image of the media folder."""
    return _findings(lambda subject: subject.image_faults, kind)


def _findings(faults: Callable[[Subject], Iterable[tuple[Address, Fault]]], kind: str) -> Check:
    def check(subject: Subject) -> Iterator[Finding]:
        for address, fault in faults(subject):
            if fault.kind == kind:
                yield finding_of(fault, repair=_repair(address, fault))

    return check


def _repair(address: Address, fault: Fault) -> Repair | None:
    """Write what was meant, where that is known."""
    if fault.meant is None:
        return None
    return Repair(f"writes {fault.meant}", (address.rewritten(fault.meant),), fault.is_sure)


def link_added(reference: ReferenceFacts, url: str, behind: str, *, is_safe: bool = True) -> Repair:
    """Give a reference a link: an empty one is filled, a missing one is added behind the field that calls for it."""
    if reference.link is not None:
        return Repair(f"writes {url}", (SetText((*reference.at, "link"), url),), is_safe)
    return Repair(f"adds link: {url}", (AddField(reference.at, "link", url, after=behind),), is_safe)
