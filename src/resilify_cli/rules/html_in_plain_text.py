"""HTML stands in plain text.

What:
    A tag such as `<p>` or `<i>` stands in a title, a session's text or a citation. Only the overview of a program is HTML.

Why:
    A reader sees the tag's letters among the words.

Bad:
    title: A <b>Calmer</b> Week

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

_TAG: Final = re.compile(
    r"</?(?:p|br|b|i|em|strong|u|sub|sup|span|div|a|ul|ol|li|h[1-6]|font|img|blockquote)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage, match in matches(subject, _TAG, EVERYWHERE - {Genre.HTML}, in_addresses=True):
        yield finding(
            passage, match.span(), f"{match[0]} is shown as it is written", "remove it: the text is plain"
        )


RULE: Final = Rule("RES521", "html-in-plain-text", Severity.WARNING, _check)
