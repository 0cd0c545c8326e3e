r"""A backslash stands before a quotation mark.

What:
    A quotation mark or an apostrophe was escaped once too often, so that its backslash is part of the text: `don\'t`. Accents of LaTeX such as `Schr\"odinger` are another matter. Of one text, all such backslashes are one finding, at the first.

Why:
    A reader sees the backslash.

Bad:
    title: A Week You Don\'t Rush

Good:
    title: A Week You Don't Rush
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import by_text, joint_finding, matches

# LaTeX: a vowel, or a letter in braces, behind `\"` or `\'` in the middle of a word.
_BACKSLASHES: Final = re.compile(
    r"\\(?<!\\\\)\\*+(?=[\"“”'‘’])(?!(?<=[^\W\d_]\\)[\"'](?:[aeiouy]|\{))(?!.\{)"
)


def _check(subject: Subject) -> Iterator[Finding]:
    found = matches(subject, _BACKSLASHES)
    for passage, extents in by_text((passage, match.span()) for passage, match in found):
        is_one = len(extents) == 1
        yield joint_finding(
            passage,
            [(extent, "") for extent in extents],
            "a backslash is shown before a quotation mark"
            if is_one
            else f"{len(extents)} backslashes of this text are shown before quotation marks",
            "remove it" if is_one else "remove them",
            does="removes the backslash" if is_one else "removes the backslashes",
        )


RULE: Final = Rule("RES512", "escaped-quote", Severity.WARNING, _check)
