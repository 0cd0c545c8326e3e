"""A required field is missing.

What:
    A field that every program has is not there. The finding stands at the field around it.
    Missing `references`, or a part of a reference, are a warning; missing `tags` are only worth a look.

Why:
    A card without a heading, a session without a title, a page that breaks in the app.

Bad:
    sessions:
      session:
        - overview: How a week of worry looks.

Good:
    sessions:
      session:
        - title: Looking at a week
          overview: How a week of worry looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from resilify_cli.diagnostics import Fault, Severity
from resilify_cli.rules._base import Finding, Rule, Subject, finding_of
from resilify_cli.rules._weight import severity_of

_SHOWN: Final = {
    "title": "its card has no heading",
    "reference": "its card shows no citation",
    "image": "its card shows no picture",
}


def _check(subject: Subject) -> Iterator[Finding]:
    for fault in subject.faults:
        if fault.kind == "missing-field":
            yield finding_of(_with_effect(fault), severity_of(fault.at))


def _with_effect(fault: Fault) -> Fault:
    """Say what a reader sees of a reference without one of its parts."""
    effect = _SHOWN.get(str(fault.at[-1])) if fault.at[:1] == ("references",) else None
    return replace(fault, message=f"{fault.message}; {effect}") if effect else fault


RULE: Final = Rule("RES201", "missing-field", Severity.ERROR, _check)
