"""Programs that share what each should have alone."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Final

from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Subject
from resilify_cli.rules._once import once_per_catalogue

_MOST_NAMED: Final = 3
_Key = Callable[[Facts], Hashable | None]
_Groups = dict[Hashable, list[ProgramFile]]


def twins(subject: Subject, key: _Key) -> list[ProgramFile]:
    """Return the other programs for which `key` gives the same as for this one, in display order.

    There may be thousands, of each of which that is asked: only so many are returned as a message names, and one.
    """
    wanted = key(subject.facts)
    if wanted is None:
        return []
    others = (program for program in groups(subject.catalogue, key)[wanted] if program is not subject.program)
    return list(itertools.islice(others, _MOST_NAMED + 1))


@once_per_catalogue
def _indexes(_catalogue: Catalogue) -> dict[_Key, _Groups]:
    return {}


def groups(catalogue: Catalogue, key: _Key) -> _Groups:
    """Return the programs of a catalogue by `key`; one index for each catalogue and key, for every rule."""
    indexes = _indexes(catalogue)
    if key not in indexes:
        indexes[key] = {}
        for program in catalogue:
            indexes[key].setdefault(key(program.facts), []).append(program)
    return indexes[key]


def seen_from(subject: Subject, other: ProgramFile) -> str:
    """Name another file as a link would: the message is the same wherever the catalogue is looked at from."""
    return Path(os.path.relpath(other.facts.path, os.path.dirname(subject.facts.path))).as_posix()  # noqa: PTH120


def have(programs: list[ProgramFile]) -> str:
    """Begin a sentence about other programs: `a (A) and b (B) have`."""
    names = [program.label for program in programs[:_MOST_NAMED]]
    names += ["others"] if len(programs) > _MOST_NAMED else []
    return " and ".join(names) + (" has" if len(programs) == 1 else " have")
