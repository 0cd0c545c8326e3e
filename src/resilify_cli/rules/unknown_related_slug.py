"""A related slug names no program.

What:
    The slug of a related program is neither a program's slug nor part of one.

Why:
    The site drops the card without a word.

Bad:
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evnings

Good:
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evenings
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Fault, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject, finding_of


def _check(subject: Subject) -> Iterator[Finding]:
    for related in subject.facts.related:
        fault = subject.catalogue.relations.fault(subject.facts, related)
        if fault is not None:
            yield finding_of(fault, repair=_repair(fault))


def _repair(fault: Fault) -> Repair | None:
    """The one program that was meant, where there is hardly a doubt."""
    if fault.meant is None:
        return None
    return Repair(f"writes {fault.meant}", (SetText(fault.at, fault.meant),), is_safe=False)


RULE: Final = Rule("RES301", "unknown-related-slug", Severity.ERROR, _check)
