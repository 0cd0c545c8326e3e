"""A space stands behind a hyphen, as a line break has left it.

What:
    A word ends in a hyphen, and a space parts it from its second half: `Self- compassion`. A suspended hyphen, as in `short- and long-term`, is meant.

Why:
    A reader sees a word in two pieces, and a search does not find it.

Bad:
    title: Self- compassion

Good:
    title: Self-compassion
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import finding, matches

# A suspended hyphen is followed by a word that joins, or by a comma (`short-, mid- and long-term`).
_BROKEN: Final = re.compile(
    r" (?<=[^\W\d_]{2}- ) *(?!(?:and|or|to|versus|vs|und|oder|et|ou|through|as|but|than|rather|nor|y|o|e)\b)(?=[^\W\d_]{2})",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage, match in matches(subject, _BROKEN):
        word = f"{_word_before(passage.text, match.start())}{_word_after(passage.text, match.end())}"
        yield finding(
            passage,
            match.span(),
            "a space stands behind the hyphen, so that the word falls in two",
            f"write {word}",
            "",
            does="removes the space",
        )


def _word_before(text: str, end: int) -> str:
    return text[:end].rsplit(maxsplit=1)[-1]


def _word_after(text: str, start: int) -> str:
    found = re.match(r"[\w’'-]+", text[start:])
    return found[0] if found else ""


RULE: Final = Rule("RES509", "broken-hyphen", Severity.WARNING, _check)
