"""A paragraph stops without an end.

What:
    A paragraph of the overview, or the text of a session, has a dozen words or more and no full stop, question mark, colon or the like at its end, though a sentence within it has one, or most of the program's paragraphs have. List items, headings and texts of several lines need none. Some of them introduce a list that follows, or one that was lost, so that this is only a hint.

Why:
    A reader wonders whether something is missing, and sometimes something is.

Bad:
    overview: <p>Worry comes in many forms. In this program you will learn to tell them apart and to</p>

Good:
    overview: <p>Worry comes in many forms. In this program you will learn to tell them apart.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity, quoted
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import finding

_MANY_WORDS: Final = 12
_END: Final = re.compile(r"[.!?:;…。？！][\"'”’»)\]*]*$|[\"”»)\]]$")
_END_WITHIN: Final = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]* +[\"“‘(]*[A-Z]")
_LAST_WORD: Final = re.compile(r"\S+$")


def _check(subject: Subject) -> Iterator[Finding]:
    running = ((passage, passage.text.rstrip()) for passage in subject.passages if passage.is_running)
    long = [(passage, text) for passage, text in running if "\n" not in text and _is_long(text)]
    unfinished = [(passage, text) for passage, text in long if not _END.search(text[-8:])]
    if not unfinished:
        return
    others_end = len(long) > 2 * len(unfinished)
    for passage, text in unfinished:
        last = _LAST_WORD.search(text)
        if last and (others_end or _END_WITHIN.search(text)):
            yield finding(
                passage,
                last.span(),
                f"the paragraph stops at {quoted(last[0])}, without an end",
                "end the sentence, or write a colon where a list follows",
            )


def _is_long(text: str) -> bool:
    return text.count(" ") >= _MANY_WORDS - 1


RULE: Final = Rule("RES534", "unfinished-paragraph", Severity.INFO, _check)
