"""How much it matters that a field is missing or empty, and what a reader sees of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from resilify_cli.diagnostics import Fault, FieldPath, Severity
from resilify_cli.rules._base import Check, Finding, Subject, finding_of

_BY_FIELD: Final = {"references": Severity.WARNING, "tags": Severity.INFO}
_SHOWN: Final = {
    "title": "its card has no heading",
    "reference": "its card shows no citation",
    "image": "its card shows no picture",
}


def lacking(kind: str) -> Check:
    """Make the check of a rule that reports one way in which a field lacks its value."""

    def check(subject: Subject) -> Iterator[Finding]:
        for fault in subject.faults:
            if fault.kind == kind:
                yield finding_of(_with_effect(fault), severity_of(fault.at))

    return check


def severity_of(at: FieldPath) -> Severity | None:
    """Return how grave the lack of a field is where that is less than an error."""
    if not at or (at[0] == "references" and isinstance(at[-1], int)):  # an empty item breaks the page
        return None
    return _BY_FIELD.get(str(at[0]))


def _with_effect(fault: Fault) -> Fault:
    """Say what a reader sees of a reference without one of its parts."""
    effect = _SHOWN.get(str(fault.at[-1])) if fault.at[:1] == ("references",) else None
    return replace(fault, message=f"{fault.message}; {effect}") if effect else fault
