"""The texts that a reader sees, one by one: titles, paragraphs, citations, each with the way back to its characters."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from resilify_cli.content.html import characters, to_blocks
from resilify_cli.diagnostics import Extent, FieldPath

if TYPE_CHECKING:
    from resilify_cli.facts import Facts

_COUNTED: Final = re.compile(r"\S")


class Genre(enum.Enum):
    """What kind of text a passage is."""

    TITLE = "title"
    """The title of a program or a session."""
    LABEL = "label"
    """A category or a tag."""
    PROSE = "prose"
    """The plain text of a session: its overview or its activity."""
    HTML = "html"
    """A paragraph or a list item of a program's overview."""
    WORK = "work"
    """The title of a cited work, which is not the editor's own words."""
    CITATION = "citation"


class _Html:
    """One field's HTML, and where each of its shown characters stands: worked out once, where it is asked for."""

    def __init__(self, html: str) -> None:
        self.raw = html
        self._counts: dict[int, list[int]] = {}

    def counts(self, text: str, before: int) -> list[int]:
        """Of a passage that has `before` such characters before it: how many there are before each of its own."""
        if before not in self._counts:
            self._counts[before] = list(accumulate((not char.isspace() for char in text), initial=before))
        return self._counts[before]

    @cached_property
    def places(self) -> list[Extent]:
        """Of every character that is no white space."""
        return [place for char, place in characters(self.raw) if not char.isspace()]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it is shown, and the field it comes from."""

    text: str
    at: FieldPath
    genre: Genre
    _html: _Html | None = None
    _before: int = 0
    """How many characters that are no white space the field shows before this passage."""
    is_running: bool = False
    """Whether it is running text: the text of a session or a paragraph, and no list item, heading or title."""

    def within(self, start: int, end: int) -> Extent:
        """Turn offsets in the text into offsets in the field's value; white space reaches as far as its neighbours."""
        if self._html is None:
            return start, end
        places = self._html.places
        counts = self._html.counts(self.text, self._before)
        first, last = counts[start], counts[end]
        if not 0 <= first <= last <= len(places) or not places:
            return 0, len(self._html.raw)
        begin = self._begin(places, first, start)
        finish = self._finish(places, last, end)
        return begin, max(begin, finish)

    def is_unbroken(self, start: int, end: int) -> bool:
        """Tell whether a part of the text is written without a tag in it, so that it can be written anew."""
        if self._html is None:
            return True
        written = self._html.raw[slice(*self.within(start, end))]
        return "<" not in written and ">" not in written

    def _begin(self, places: list[Extent], first: int, start: int) -> int:
        """A character's own beginning; before white space, the end of the character before it."""
        is_space = self.text[start : start + 1].isspace()
        if is_space and first > self._before:
            return places[first - 1][1]
        return places[min(first, len(places) - 1)][0]

    def _finish(self, places: list[Extent], last: int, end: int) -> int:
        is_space = end > 0 and self.text[end - 1].isspace()
        if is_space and last < len(places) and end < len(self.text):
            return places[last][0]
        return places[max(last - 1, 0)][1]


def passages(facts: Facts) -> tuple[Passage, ...]:
    """Return the texts of a program that a reader sees, in the order of the page; empty ones are left out."""
    return tuple(passage for passage in _passages(facts) if passage.text.strip())


def _passages(facts: Facts) -> Iterator[Passage]:
    yield Passage(facts.title or "", ("title",), Genre.TITLE)
    yield from _paragraphs(facts.overview or "")
    for category in facts.categories:
        yield Passage(category.title, (*category.at, "title"), Genre.LABEL)
    for session in facts.sessions:
        yield Passage(session.title or "", (*session.at, "title"), Genre.TITLE)
        overview, activity = session.overview or "", session.activity_overview or ""
        yield Passage(overview, (*session.at, "overview"), Genre.PROSE, is_running=True)
        yield Passage(activity, (*session.at, "activityOverview"), Genre.PROSE, is_running=True)
    for reference in facts.references:
        yield Passage(reference.title or "", (*reference.at, "title"), Genre.WORK)
        yield Passage(reference.reference or "", (*reference.at, "reference"), Genre.CITATION)
    for tag in facts.tags:
        yield Passage(tag.text, tag.at, Genre.LABEL)


def _paragraphs(html: str) -> Iterator[Passage]:
    source = _Html(html)
    before = 0
    for block in to_blocks(html):
        is_heading = all(run.bold or run.text.isspace() for run in block.runs)
        is_running = not block.depth and not is_heading
        yield Passage(block.text, ("overview",), Genre.HTML, source, before, is_running)
        before += len(_COUNTED.findall(block.text))
