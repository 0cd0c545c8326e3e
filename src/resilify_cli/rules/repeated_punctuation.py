"""Two punctuation marks stand where one is wanted.

What:
    A mark stands twice, or another one follows it that has no business there: `..`, `,,`, `?.`, `, .`. Ellipses, dashes, `?!`, and the full stop of an abbreviation before another mark (`et al.,`) are fine. Of one text, all such places are one finding, at the first.

Why:
    A reader sees a slip, and does not know whether words are missing.

Bad:
    title: Rest,, and Be Kind

Good:
    title: Rest, and Be Kind
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import by_text, joint_finding, matches

_RUN: Final = re.compile(r"[,;:?!.](?: ?[,;:.])+")
_CLOSING: Final = frozenset("\"”’')]")
_SLIPS_OF_ONE: Final = {"..": ".", ",,": ",", ";;": ";", "?.": "?", "!.": "!"}
_SLIPS_OF_TWO: Final = {",.": ".", ";.": ".", ":.": ".", ",;": ";", ";,": ";", ",:": ":"}
"""Of these, either may have been meant."""
_MEANT: Final = _SLIPS_OF_ONE | _SLIPS_OF_TWO


def _check(subject: Subject) -> Iterator[Finding]:
    found = ((passage, match.span()) for passage, match in matches(subject, _RUN) if _is_a_slip(match))
    for passage, extents in by_text(found):
        runs = [passage.text[start:end].replace(" ", "") for start, end in extents]
        is_one = len(runs) == 1
        first = passage.text[slice(*extents[0])]
        yield joint_finding(
            passage,
            [(extent, _MEANT[run]) for extent, run in zip(extents, runs, strict=True)],
            f"{first} stands where one mark is wanted"
            if is_one
            else f"{len(runs)} times in this text two punctuation marks stand where one is wanted",
            f"write {_MEANT[runs[0]]}" if is_one else "write one of each two",
            does=f"writes {_MEANT[runs[0]]}" if is_one else "writes one of each two",
            is_safe=all(run in _SLIPS_OF_ONE for run in runs),
        )


def _is_a_slip(match: re.Match[str]) -> bool:
    """Tell whether marks behind a word are one too many; `1..10`, `../a`, `,,so“` and `:.5` are something else."""
    text, run = match.string, match[0].replace(" ", "")
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    following = text[match.end() : match.end() + 1]
    if run not in _MEANT or not (before.isalnum() or before in _CLOSING):
        return False
    is_next_word = following.isupper() if run == ".." else following.isalpha() and run in {",,", ";;"}
    return not following or following.isspace() or following in _CLOSING or is_next_word


RULE: Final = Rule("RES515", "repeated-punctuation", Severity.WARNING, _check)
