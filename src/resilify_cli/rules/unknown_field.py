"""A field has a name that nothing reads.

What:
    A field stands in a place where the site knows none of that name.

Why:
    What it holds is shown nowhere. Mostly its name is mistyped.

Bad:
    sessions:
      session:
        - title: Looking at a week
          activity_overview: Note down three worries.

Good:
    sessions:
      session:
        - title: Looking at a week
          activityOverview: Note down three worries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import RenameField
from resilify_cli.diagnostics import FieldPath, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject, finding_of


def _check(subject: Subject) -> Iterator[Finding]:
    faults = [fault for fault in subject.faults if fault.kind == "unknown-field"]
    # Where two names are slips of one, which of them is meant is not known.
    meanings = Counter((fault.at[:-1], fault.meant) for fault in faults)
    for fault in faults:
        is_sure = meanings[fault.at[:-1], fault.meant] == 1
        yield finding_of(fault, repair=_repair(subject, fault.at, fault.meant) if is_sure else None)


def _repair(subject: Subject, at: FieldPath, meant: str | None) -> Repair | None:
    document = subject.program.document
    if meant is None or document.has((*at[:-1], meant)) or document.value(at) is None:
        return None
    return Repair(f"renames it to {meant}", (RenameField(at, meant),), is_safe=False)


RULE: Final = Rule("RES204", "unknown-field", Severity.WARNING, _check)
