"""A required field is empty.

What:
    A field is there, but has no value, an empty text, or a list without items.
    Within `references` that is a warning; empty `tags` are only worth a look.

Why:
    A card without a heading, a program without sessions.

Bad:
    title: ""

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject, finding_of
from resilify_cli.rules._weight import severity_of


def _check(subject: Subject) -> Iterator[Finding]:
    for fault in subject.faults:
        if fault.kind == "empty-field":
            yield finding_of(fault, severity_of(fault.at))


RULE: Final = Rule("RES202", "empty-field", Severity.ERROR, _check)
