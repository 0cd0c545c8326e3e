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

from collections.abc import Container, Iterator, Mapping
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.content.edits import SetNumber
from resilify_cli.diagnostics import Severity
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.rules._twins import groups, have, twins

_AT: Final = ("sequence",)


def _sequence(facts: Facts) -> int | None:
    return facts.sequence


def _check(subject: Subject) -> Iterator[Finding]:
    others = twins(subject, _sequence)
    if others and subject.facts.sequence is not None:
        moves = _moves(subject.catalogue)
        message = f"{have(others)} the same sequence {subject.facts.sequence}"
        if (moved := moves.get(subject.facts.path)) is not None:
            repair = Repair(f"writes {moved}", (SetNumber(_AT, moved),), is_safe=False)
            yield Finding(message, _AT, help=f"the nearest free number is {moved}", repair=repair)
        else:
            free = _nearest_free(subject.facts.sequence, groups(subject.catalogue, _sequence))[0]
            yield Finding(message, _AT, help=f"the nearest free number is {free}")


@once_per_catalogue
def _moves(catalogue: Catalogue) -> Mapping[str, int]:
    """Return a free number for every program whose number an earlier one has; no two get the same."""
    taken: set[object] = set(groups(catalogue, _sequence))
    moves = {}
    for sequence, programs in groups(catalogue, _sequence).items():
        if not isinstance(sequence, int):
            continue
        distance = 1
        for program in programs[1:]:
            free, distance = _nearest_free(sequence, taken, distance)
            taken.add(free)
            moves[program.facts.path] = free
    return moves


def _nearest_free(sequence: int, taken: Container[object], distance: int = 1) -> tuple[int, int]:
    """Return the free number nearest to one that is taken, the higher of two, and how far away it is."""
    while True:
        for number in (sequence + distance, sequence - distance):
            if number not in taken and number > 0:
                return number, distance
        distance += 1


RULE: Final = Rule("RES212", "duplicate-sequence", Severity.ERROR, _check)
