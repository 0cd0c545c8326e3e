"""A full stop stands at the end of a title.

What:
    The title of a program or a session ends in a full stop. Abbreviations and dots of omission are left alone, and so are the titles of cited works.

Why:
    On a card or in the list of sessions it looks like a sentence that was cut off.

Bad:
    title: A Calmer Week.

Good:
    title: A Calmer Week
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import finding, matches

_LAST_WORD: Final = re.compile(r"(?P<word>[^\W\d_]{2,})(?P<stop>\.)(?=\s*$)", re.MULTILINE)
_ABBREVIATION: Final = re.compile(
    r"approx|co|dept|ed|eds|etc|fig|inc|jr|ltd|no|nr|pp|sr|st|vol|vs", re.IGNORECASE
)
# Several sentences in a title are sentences.
_SENTENCES: Final = re.compile(r"[.!?]\s+\S")


def _check(subject: Subject) -> Iterator[Finding]:
    for passage, match in matches(subject, _LAST_WORD, {Genre.TITLE}):
        is_short = match["word"].isupper() or _ABBREVIATION.fullmatch(match["word"])
        is_last = not passage.text[match.end() :].strip()
        if is_last and not is_short and not _SENTENCES.search(passage.text):
            what = "the title ends in a full stop"
            yield finding(passage, match.span("stop"), what, "remove it", "", does="removes it")


RULE: Final = Rule("RES902", "full-stop-in-title", Severity.INFO, _check, by_default=False)
