"""Two spaces stand where one is wanted.

What:
    Within a title, a session's text or a citation, two or more spaces follow each other. In HTML a browser shows one, so that nothing is said there.

Why:
    A reader sees a gap, and a search for the words does not find them.

Bad:
    title: A Calmer  Week

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
from resilify_cli.rules._text import EVERYWHERE, finding, matches

_SPACES: Final = re.compile(r" (?<=\S ) +(?=\S)")


def _check(subject: Subject) -> Iterator[Finding]:
    for passage, match in matches(subject, _SPACES, EVERYWHERE - {Genre.HTML}):
        yield finding(
            passage,
            match.span(),
            "two spaces stand where one is wanted",
            "write one",
            " ",
            does="writes one space",
        )


RULE: Final = Rule("RES502", "double-space", Severity.WARNING, _check)
