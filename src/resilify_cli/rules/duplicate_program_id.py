"""Two programs have the same programId.

What:
    The `programId` stands in another program too, in any case of its letters. Both are reported, each naming the other.

Why:
    The app's deep link of one program opens the other.

Bad:
    programId: 22222222-2222-4222-8222-222222222222

Good:
    programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._twins import have, twins


def _program_id(facts: Facts) -> str | None:
    return facts.program_id.strip().casefold() if facts.program_id and facts.program_id.strip() else None


def _check(subject: Subject) -> Iterator[Finding]:
    others = twins(subject, _program_id)
    if others:
        message = f"{have(others)} the same programId; the app opens only one of them"
        yield Finding(message, ("programId",), help="give one of them a new UUID")


RULE: Final = Rule("RES211", "duplicate-program-id", Severity.ERROR, _check)
