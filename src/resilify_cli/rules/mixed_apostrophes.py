"""Straight and curly apostrophes stand side by side in one program.

What:
    Of the apostrophes within words, in the program's own texts, some are straight (`don't`) and others curly (`don’t`). Told once for each file, where the rarer kind stands first. Citations and the titles of cited works are not looked at.

Why:
    A reader sees two kinds of type, and a search for the one does not find the other.

Bad:
    title: Don't Worry, It’s Only a Week That’s Calm

Good:
    title: Don’t Worry, It’s Only a Week That’s Calm
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._text import matches

_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])['\u2019](?=[^\W\d_])")
_NAMES: Final = {"'": "straight", "\u2019": "curly"}
_OWN_WORDS: Final = frozenset((Genre.TITLE, Genre.LABEL, Genre.PROSE, Genre.HTML))
_MOST_MENDED: Final = 500
"""Of more, in a file of many thousand words, each would have to be looked for among all the others."""

_Found = list[tuple[Passage, re.Match[str]]]


def _check(subject: Subject) -> Iterator[Finding]:
    kinds: dict[str, _Found] = {kind: [] for kind in _NAMES}
    for passage, match in matches(subject, _APOSTROPHE, _OWN_WORDS):
        kinds[match[0]].append((passage, match))
    if not all(kinds.values()):
        return
    usual, rare = sorted(kinds, key=lambda kind: len(kinds[kind]), reverse=True)
    first, match = kinds[rare][0]
    total = len(kinds[rare]) + len(kinds[usual])
    yield Finding(
        f"this apostrophe is {_NAMES[rare]}, as {len(kinds[rare])} of the program's {total}; the others are {_NAMES[usual]}",
        first.at,
        within=first.within(*match.span()),
        help=f"write {usual}",
        repair=_repair(kinds[rare], usual),
    )


def _repair(rare: _Found, usual: str) -> Repair | None:
    if len(rare) > _MOST_MENDED:
        return None
    steps = (SetText(passage.at, usual, passage.within(*match.span())) for passage, match in rare)
    return Repair(f"writes {_NAMES[usual]} ones", tuple(steps))


RULE: Final = Rule("RES903", "mixed-apostrophes", Severity.INFO, _check, by_default=False)
