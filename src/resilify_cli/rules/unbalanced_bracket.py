"""A bracket has no partner.

What:
    A round or square bracket opens and is never closed, or closes and was never opened, in one text; it may go over several paragraphs. Smileys, list markers such as `a)` or `1)`, the insides of DOIs and addresses, and intervals such as `[0, 1)` are left alone.

Why:
    A reader does not know where the aside ends.

Bad:
    title: Rest (and Be Kind

Good:
    title: Rest (and Be Kind)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Passage
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import ADDRESS, by_field, finding

_BRACKET: Final = re.compile(r"[()\[\]]")
_PARTNERS: Final = {")": "(", "]": "["}
_SMILEY: Final = re.compile(r"(?<!\S)[:;=]['’^-]?[()\[\]](?!\w)")
_LIST_MARKER: Final = re.compile(r"(?<![^\s;,:(])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)")
_INTERVAL: Final = re.compile(r"[\d\s.,;:∞+−–-]+")


@dataclass(frozen=True, slots=True)
class _Bracket:
    passage: Passage
    at: int
    is_optional: bool
    """It may be part of an address, a smiley or a list marker."""

    @property
    def char(self) -> str:
        return self.passage.text[self.at]


def _check(subject: Subject) -> Iterator[Finding]:
    for texts in by_field(subject, _BRACKET):
        if not any(_counts_differ(texts, *pair) for pair in _PARTNERS.items()):
            continue
        brackets = [bracket for passage in texts for bracket in _brackets(passage)]
        lone = _lone(brackets, optional_close=True)
        if lone and _lone(brackets, optional_close=False):
            yield _finding(lone)


def _counts_differ(texts: Sequence[Passage], closing: str, opening: str) -> bool:
    return sum(passage.text.count(closing) - passage.text.count(opening) for passage in texts) != 0


def _brackets(passage: Passage) -> Iterator[_Bracket]:
    text = passage.text
    optional = {
        at
        for found in (ADDRESS, _SMILEY, _LIST_MARKER)
        for match in found.finditer(text)
        for at in range(*match.span())
    }
    for match in _BRACKET.finditer(text):
        yield _Bracket(passage, match.start(), match.start() in optional)


def _lone(brackets: Sequence[_Bracket], *, optional_close: bool) -> list[_Bracket]:
    """Return the brackets without a partner; those that are optional close others, or none, as it is wanted."""
    opened: list[_Bracket] = []
    lone: list[_Bracket] = []
    for bracket in brackets:
        if bracket.char in _PARTNERS.values():
            opened.append(bracket)
        elif opened and _closes(bracket, opened[-1]) and (optional_close or not bracket.is_optional):
            opened.pop()
        elif not bracket.is_optional:
            lone.append(bracket)
    alone = {id(bracket) for bracket in (*lone, *opened)}
    return [bracket for bracket in brackets if id(bracket) in alone and not bracket.is_optional]


def _closes(bracket: _Bracket, other: _Bracket) -> bool:
    if _PARTNERS[bracket.char] == other.char:
        return True
    is_same_text = bracket.passage is other.passage
    return is_same_text and bool(_INTERVAL.fullmatch(bracket.passage.text, other.at + 1, bracket.at))


def _finding(lone: Sequence[_Bracket]) -> Finding:
    """Make one finding of the brackets of a field, at the first."""
    first = lone[0]
    is_closing = first.char in _PARTNERS
    what = (
        f"the bracket that {'closes here was never opened' if is_closing else 'opens here is never closed'}"
    )
    is_second = is_closing and first.passage.text[first.at - 1 : first.at] == first.char
    return finding(
        first.passage,
        (first.at, first.at + 1),
        what if len(lone) == 1 else f"{len(lone)} brackets of this text have no partners",
        "write the other bracket, or remove this one",
        "" if len(lone) == 1 and is_second else None,
        does="removes the second bracket",
        is_safe=False,
    )


RULE: Final = Rule("RES511", "unbalanced-bracket", Severity.WARNING, _check)
