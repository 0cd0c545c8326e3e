"""Two programs have the same sequence.

What:
    The `sequence` stands in another program too. Both are reported, each naming the other, with the nearest number that is free.

Why:
    Which of the two cards comes first is left to chance, and so is which of them a short related slug shows.

Bad:
    sequence: 2

Good:
    sequence: 7
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._twins import groups, have, twins


def _sequence(facts: Facts) -> int | None:
    return facts.sequence


def _check(subject: Subject) -> Iterator[Finding]:
    others = twins(subject, _sequence)
    if others and subject.facts.sequence is not None:
        message = f"{have(others)} the same sequence {subject.facts.sequence}"
        free = _nearest_free(subject.facts.sequence, groups(subject.catalogue, _sequence))
        yield Finding(message, ("sequence",), help=f"the nearest free number is {free}")


def _nearest_free(sequence: int, taken: Container[object]) -> int:
    """Return the free number nearest to one that is taken, the higher of two."""
    distance = 1
    while True:
        for number in (sequence + distance, sequence - distance):
            if number not in taken and number > 0:
                return number
        distance += 1


RULE: Final = Rule("RES212", "duplicate-sequence", Severity.ERROR, _check)
