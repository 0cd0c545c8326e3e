"""A space stands on one side of a slash only.

What:
    A slash between two words has a space on one side and none on the other: `and/ or`, `stress /anxiety`. None is fine, and so is one on each side. Of one text, all such slashes are one finding, at the first.

Why:
    A reader sees an uneven gap, and a line may break inside what belongs together.

Bad:
    title: Worry and/ or Stress

Good:
    title: Worry and/or Stress
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Extent, Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import matches, superfluous_space

_SLASH: Final = re.compile(r"/(?P<behind> *)(?=(?P<next>[^\s/]{1,60})(?P<more>/?))")
_BEFORE: Final = re.compile(r"(?P<last>[^\s/]{1,60})(?P<before> *)\Z")
_LONGEST: Final = 80
_SHORT_FORMS: Final = frozenset("wc")
"""`w/ milk` means "with milk", and `c/ Mayor 1` is a street."""


def _check(subject: Subject) -> Iterator[Finding]:
    found = ((passage, _one_sided(passage.text, match)) for passage, match in matches(subject, _SLASH))
    spots = ((passage, extent) for passage, extent in found if extent is not None)
    yield from superfluous_space(spots, "on one side of a slash only", "write one on both sides, or none")


def _one_sided(text: str, match: re.Match[str]) -> Extent | None:
    """Return where the space is, between words alone: dates, scores and paths have slashes of their own."""
    begin = max(match.start() - _LONGEST, 0)
    left = _BEFORE.search(text, begin, match.start())
    if left is None or not (_is_of_words(left["last"][-1]) and _is_of_words(match["next"][0])):
        return None
    if left.start() and text[left.start() - 1] == "/":
        return None
    if match["behind"] and not left["before"] and left["last"].lower() not in _SHORT_FORMS:
        return match.span("behind")
    if left["before"] and not match["behind"] and not match["more"]:
        return left.span("before")
    return None


def _is_of_words(char: str) -> bool:
    return char.isalpha() or char in "()"


RULE: Final = Rule("RES507", "space-after-slash-only", Severity.WARNING, _check)
