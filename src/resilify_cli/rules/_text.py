"""What the rules about text share: a pattern, looked for in the texts that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Extent
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Repair, Subject

# E-mail and hosts are looked for where a word begins, and not again at each of its letters.
ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|doi:\s?|\b10\.\d{4,9}/)\S+|(?<!\S)\S+@\S+"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|uk|de|io)\b\S*",
    re.IGNORECASE,
)
"""Addresses, DOIs and e-mail, whose punctuation is their own."""

EVERYWHERE: Final = frozenset(Genre)

Spot: TypeAlias = tuple[Passage, Extent]
"""A text, and a place in it."""


def matches(
    subject: Subject,
    pattern: re.Pattern[str],
    genres: Collection[Genre] = EVERYWHERE,
    *,
    in_addresses: bool = False,
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield what a pattern finds in the texts of some genres; in addresses only where that is wanted."""
    if not pattern.search(subject.text):
        return
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


def lacking_space(spots: Iterable[Spot], place: str, one: str, many: str) -> Iterator[Finding]:
    """Make of each text one finding, at the first mark that lacks a space; `place` is `behind` or `before` it."""
    verb = "follows" if place == "behind" else "stands before"
    for passage, extents in by_text(spots):
        is_one = len(extents) == 1
        marks = [passage.text[slice(*extent)] for extent in extents]
        new = [f"{mark} " if place == "behind" else f" {mark}" for mark in marks]
        yield joint_finding(
            passage,
            list(zip(extents, new, strict=True)),
            f"no space {verb} {one if is_one else f'{len(extents)} {many}'} of this text",
            f"write a space {place} {'it' if is_one else 'each'}",
            does="adds the space" if is_one else "adds the spaces",
        )


def superfluous_space(spots: Iterable[Spot], what: str, hint: str) -> Iterator[Finding]:
    """Make of each text one finding, at the first space that should go; `what` goes on from `a space stands`."""
    for passage, extents in by_text(spots):
        is_one = len(extents) == 1
        yield joint_finding(
            passage,
            [(extent, "") for extent in extents],
            f"a space stands {what}"
            if is_one
            else f"{len(extents)} times in this text a space stands {what}",
            hint,
            does="removes the space" if is_one else "removes the spaces",
        )


def by_text(spots: Iterable[Spot]) -> Iterator[tuple[Passage, list[Extent]]]:
    """Gather places text by text, so that many faults of one kind in one text are one finding."""
    for passage, found in groupby(spots, key=lambda spot: spot[0]):
        yield passage, [extent for _, extent in found]


def by_field(subject: Subject, pattern: re.Pattern[str]) -> Iterator[list[Passage]]:
    """Yield the texts in which a pattern is found: those of one field, as the paragraphs of an overview, together."""
    if not pattern.search(subject.text):
        return
    having = (passage for passage in subject.passages if pattern.search(passage.text))
    for _, texts in groupby(having, key=lambda passage: passage.at):
        yield list(texts)


def joint_finding(  # noqa: PLR0913 - as `finding`
    passage: Passage,
    changes: Sequence[tuple[Extent, str]],
    message: str,
    hint: str,
    *,
    does: str,
    is_safe: bool = True,
) -> Finding:
    """Make one finding of several stretches of a text, at the first, with what to write in the place of each."""
    steps = tuple(SetText(passage.at, new, passage.within(*extent)) for extent, new in changes)
    is_unbroken = all(passage.is_unbroken(*extent) for extent, _ in changes)
    repair = Repair(does, steps, is_safe) if is_unbroken else None
    return Finding(message, passage.at, within=steps[0].within, help=hint, repair=repair)
