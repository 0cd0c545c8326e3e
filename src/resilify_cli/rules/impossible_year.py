"""The year of a citation is impossible.

What:
    A year in brackets, or one that a volume follows (`2010;12:`), lies later than next year, or before the first printed books. Numbers of volumes, issues and pages in brackets are no years.

Why:
    A reader who looks for the work looks in the wrong place, and trusts the other references less.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2109). Sleep, 1, 1–2.
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2019). Sleep, 1, 1–2.
        image: /img/card-1.png
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import finding

_FIRST: Final = 1450  # when printing began
_YEAR: Final = re.compile(r"\(([12]\d{3})[a-z]?\)|([12]\d{3})(?=;\d)")
_NUMBER: Final = re.compile(r"\d\s*$")


def is_impossible(year: int, today: dt.date) -> bool:
    """Tell whether no work can be of a year; one that is to come out next year may be cited."""
    return not _FIRST <= year <= today.year + 1


def _check(subject: Subject) -> Iterator[Finding]:
    today = dt.datetime.now(dt.UTC).date()
    for passage in subject.passages:
        if passage.genre is not Genre.CITATION:
            continue
        for match in _YEAR.finditer(passage.text):
            group = 1 if match[1] else 2
            is_issue = _NUMBER.search(passage.text, max(match.start() - 2, 0), match.start())
            if is_impossible(int(match[group]), today) and not is_issue:
                message = f"no work can be of the year {match[group]}"
                yield finding(passage, match.span(group), message, "write the year of the work")


RULE: Final = Rule("RES543", "impossible-year", Severity.WARNING, _check)
