"""What the rules about text share: a pattern, looked for in the texts that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Repair, Subject

ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|doi:\s?|\b10\.\d{4,9}/)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|uk|de|io)\b\S*",
    re.IGNORECASE,
)
"""Addresses, DOIs and e-mail, whose punctuation is their own."""

EVERYWHERE: Final = frozenset(Genre)


def matches(
    subject: Subject,
    pattern: re.Pattern[str],
    genres: Collection[Genre] = EVERYWHERE,
    *,
    in_addresses: bool = False,
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield what a pattern finds in the texts of some genres; in addresses only where that is wanted."""
    for passage in subject.passages:
        if passage.genre not in genres:
            continue
        addresses = None
        for match in pattern.finditer(passage.text):
            if addresses is None:
                found = ADDRESS.finditer(passage.text) if not in_addresses else ()
                addresses = [address.span() for address in found]
            if not any(start < match.end() and match.start() < end for start, end in addresses):
                yield passage, match


def finding(  # noqa: PLR0913 - what a finding and its fix are made of
    passage: Passage,
    extent: tuple[int, int],
    message: str,
    hint: str,
    new: str | None = None,
    *,
    does: str = "",
    is_safe: bool = True,
) -> Finding:
    """Make a finding of a stretch of text; `new` is what to write there, which the fix `does`."""
    start, end = extent
    within = passage.within(start, end)
    repair = None
    if new is not None and passage.is_unbroken(start, end):
        repair = Repair(does, (SetText(passage.at, new, within),), is_safe)
    return Finding(message, passage.at, within=within, help=hint, repair=repair)
