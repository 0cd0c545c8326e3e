"""Some lines end in CR LF, others in LF.

What:
    The file has both kinds of line ending. One finding for each file, at the first line that does not end as most of its lines do.

Why:
    The page is the same, but an editor or git may rewrite the whole file at the next change, so that nobody sees what was changed.

Bad:
    title: A Calmer Week<U+000D>

Good:
    title: A Calmer Week
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import Rewrite, edited
from resilify_cli.diagnostics import Extent, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject

# More than one carriage return is neither of the two.
_CRLF: Final = re.compile(r"(?<!\r)\r\n")
_LF: Final = re.compile(r"(?<!\r)\n")
# A fix of more places than this is one edit from the first of them to the last.
_MOST_EDITS: Final = 500


def _check(subject: Subject) -> Iterator[Finding]:
    text = subject.program.document.text
    if "\r\n" not in text:
        return
    endings = {
        "CR LF": [m.start() for m in _CRLF.finditer(text)],
        "LF": [m.start() for m in _LF.finditer(text)],
    }
    rare, usual = sorted(endings, key=lambda name: (len(endings[name]), name))
    places = endings[rare]
    if places:
        start, end = text.rfind("\n", 0, places[0]) + 1, places[0]
        yield Finding(
            f"this line ends in {rare}, and most lines of the file in {usual}",
            extent=(start, end),
            help="save the file with one kind of line ending",
            repair=Repair(f"ends every line in {usual}", _steps(text, places, usual)),
        )


def _steps(text: str, places: list[int], usual: str) -> tuple[Rewrite, ...]:
    edits: list[tuple[Extent, str]] = [
        ((place, place + 1), "") if usual == "LF" else ((place, place), "\r") for place in places
    ]
    if len(edits) > _MOST_EDITS:
        start, end = edits[0][0][0], edits[-1][0][1]
        moved = [((first - start, last - start), content) for (first, last), content in edits]
        edits = [((start, end), edited(text[start:end], moved))]
    return tuple(Rewrite(extent, content) for extent, content in edits)


RULE: Final = Rule("RES116", "mixed-line-endings", Severity.WARNING, _check)
