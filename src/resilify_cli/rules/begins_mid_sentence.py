"""A paragraph begins in the middle of a sentence.

What:
    A paragraph of the overview, or the text of a session, begins with a small letter, a comma, a closing bracket or the like. A few words without an end are no sentence. List items are left alone, and so are what follows a list or an unfinished paragraph, names such as `iPhone`, and addresses.

Why:
    A reader wonders what has been lost before it.

Bad:
    overview: <p>and that is how a worry passes.</p>

Good:
    overview: <p>That is how a worry passes.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity, quoted
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import ADDRESS, finding

_MANY_WORDS: Final = 8
_FIRST_WORD: Final = re.compile(r"\s*(\S+)")
_CLOSING: Final = re.compile(r"[,;:!?)\]}»”]|\.(?!\.)")
_ABBREVIATION: Final = re.compile(r"(?:e\.g\.|i\.e\.|p\.|pp\.|e-)")


def _check(subject: Subject) -> Iterator[Finding]:
    before: Passage | None = None
    for passage in subject.passages:
        if passage.is_running and _is_sentence(passage.text) and not _continues(before, passage):
            first = _FIRST_WORD.match(passage.text)
            if first and _is_inner(first[1]):
                yield finding(
                    passage,
                    first.span(1),
                    f"the paragraph begins with {quoted(first[1])}, in the middle of a sentence",
                    "write what comes before it, or begin with a capital",
                )
        before = passage


def _is_sentence(text: str) -> bool:
    """Tell whether a text is more than a label: it has an end, or many words."""
    return text.rstrip().endswith((".", "!", "?")) or text.count(" ") >= _MANY_WORDS - 1


def _continues(before: Passage | None, passage: Passage) -> bool:
    """Tell whether a paragraph goes on with what stands before it, as with a list."""
    if before is None or passage.genre is not Genre.HTML or before.genre is not Genre.HTML:
        return False
    return not before.is_running or before.text[-1:] not in {".", "!", "?"}


def _is_inner(word: str) -> bool:
    """Tell whether a word can only stand inside a sentence."""
    if _CLOSING.match(word):
        return True
    return (
        word[0].islower()
        and word == word.lower()
        and not _ABBREVIATION.match(word)
        and not ADDRESS.match(word)
    )


RULE: Final = Rule("RES535", "begins-mid-sentence", Severity.WARNING, _check)
