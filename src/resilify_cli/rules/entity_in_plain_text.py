"""A character reference of HTML is shown as it is written.

What:
    `&nbsp;`, `&amp;` or the like stands in a title, a session's text or a citation, which the site shows as they are; or it was escaped once too often in the overview, as `&amp;nbsp;`.

Why:
    A reader sees the code instead of the character.

Bad:
    title: Rest &amp; Recovery

Good:
    title: Rest & Recovery
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import finding, matches

_REFERENCE: Final = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_NO_BREAK_SPACE: Final = "\xa0"


def _check(subject: Subject) -> Iterator[Finding]:
    for passage, match in matches(subject, _REFERENCE):
        meant = unescape(match[0])
        if meant == match[0]:
            continue
        meant = " " if meant == _NO_BREAK_SPACE else meant
        called = "a space" if meant == " " else meant
        message = f"{match[0]} is shown as it is written, instead of {called}"
        is_plain = passage.genre is not Genre.HTML  # where it may have to be escaped
        new = meant if meant.isprintable() and is_plain else None
        yield finding(passage, match.span(), message, f"write {called}", new, does=f"writes {called}")


RULE: Final = Rule("RES522", "entity-in-plain-text", Severity.WARNING, _check)
