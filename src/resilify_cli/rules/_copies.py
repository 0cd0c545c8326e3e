"""The texts of a program that stand in another one, or twice in it: found once for a whole catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.rules._pairs import Pair, pairs
from resilify_cli.rules._pasted import Copy, judged
from resilify_cli.rules._subjects import Subjects


def copies(subject: Subject) -> Sequence[Copy]:
    """Return the copies in a program of texts of others: of each other program the most telling one."""
    return _index(subject.catalogue).between.get(subject.facts.path, ())


def repeats(subject: Subject) -> Sequence[Copy]:
    """Return the texts of a program that stand in it already."""
    return _index(subject.catalogue).within.get(subject.facts.path, ())


def finding(copy: Copy, severity: Severity | None = None) -> Finding:
    """Say that a text stands in another program: which one it belongs to, if the words tell."""
    message = f"{copy.what} of {copy.there.program.label}"
    place = f"{copy.there.program.facts.path}:{copy.there.line}"
    hint = (
        f"that one stands at {place}; leave it where it belongs, and write another one for the other program"
    )
    if copy.strange:
        message += f"; it speaks of {copy.strange!r}, as nothing else here does"
        hint = f"write what belongs here; its own place is {place}"
    if copy.more:
        texts = "1 more text" if copy.more == 1 else f"{copy.more} more texts"
        message += f"; {texts} of that program {'stands' if copy.more == 1 else 'stand'} here as well"
    return Finding(message, copy.here.passage.at, copy.here.extent, help=hint, severity=severity)


class _Index:
    """All copies of a catalogue, by the path of the program that is told of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.within: dict[str, list[Copy]] = {}
        self.between: dict[str, list[Copy]] = {}
        subjects = Subjects(catalogue)
        repeated: dict[int, Copy] = {}
        shared: dict[tuple[str, str], list[Pair]] = {}
        for pair in pairs(catalogue):
            if not pair.is_within:
                paths = pair.one.program.facts.path, pair.other.program.facts.path
                shared.setdefault(paths, []).append(pair)
            elif pair.is_repeated:
                repeated.setdefault(pair.other.number, Copy(pair.other, pair.one, pair.likeness))
        for copy in repeated.values():
            self.within.setdefault(copy.here.program.facts.path, []).append(copy)
        for both in shared.values():
            for copy in judged(both, subjects):
                self.between.setdefault(copy.here.program.facts.path, []).append(copy)


@once_per_catalogue
def _index(catalogue: Catalogue) -> _Index:
    return _Index(catalogue)
