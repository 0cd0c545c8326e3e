"""A text begins or ends with white space.

What:
    White space stands before or behind a title, a category, a tag, a text or a citation. The line feed that ends a block text is none.

Why:
    Two titles or categories that look the same are different to the site, which groups by the exact text.

Bad:
    title: "A Calmer Week "

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import EVERYWHERE, finding


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        text = passage.text.removesuffix("\n")
        if passage.genre not in EVERYWHERE - {Genre.HTML} or text == text.strip():
            continue
        lead = len(text) - len(text.lstrip())
        if lead:
            yield finding(
                passage,
                (0, lead),
                "the text begins with white space",
                "remove it",
                "",
                does="removes the space",
            )
        end = len(text.rstrip())
        if end < len(text):
            yield finding(
                passage,
                (end, len(text)),
                "the text ends in white space",
                "remove it",
                "",
                does="removes the space",
            )


RULE: Final = Rule("RES501", "surrounding-space", Severity.WARNING, _check)
