"""What is searched: one row for each field of a program that a reader sees."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.diagnostics import FieldPath, field_text
from resilify_cli.search.shown import Markup, one_line

if TYPE_CHECKING:
    from resilify_cli.facts import Facts


class Part(enum.Enum):
    """The kind of field that a row holds, the most telling first: in this order matches are told.

    `label` names it; `weight` is what a word found there counts; `group` is the name under which a search can be narrowed to it.
    """

    TITLE = ("title", "title", 8.0)
    SESSION_TITLE = ("session title", "sessions", 5.0)
    OVERVIEW = ("overview", "overview", 2.5)
    SESSION_OVERVIEW = ("session overview", "sessions", 2.0)
    ACTIVITY = ("activity", "sessions", 2.0)
    TAG = ("tag", "tags", 2.5)
    CATEGORY = ("category", "categories", 1.0)
    BODY = ("body", "body", 1.0)
    # Last: a title such as "Sleep and depression" says little of the program that cites it.
    REFERENCE_TITLE = ("reference title", "references", 0.5)
    CITATION = ("citation", "references", 0.3)
    # The words of a slug repeat the title's, so no one narrows a search to them.
    SLUG = ("slug", "", 1.5)

    def __init__(self, label: str, group: str, weight: float) -> None:
        self.label = label
        self.group = group
        self.weight = weight

    @property
    def order(self) -> int:
        """0 for the most telling."""
        return _ORDER[self]


_ORDER: Final = {part: order for order, part in enumerate(Part)}

FIELDS: Final = frozenset(part.group for part in Part) - {""}
"""The names by which a search can be narrowed."""


MAX_TEXT: Final = 100_000
"""Characters of a field that are searched. FTS5 marks matches in time that grows with the square of their number:
four million characters of one word would take minutes, and no reader is given a tenth of this."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: `raw` is its value as written, `text` what a reader sees of it, on one line, never empty.

    Of a text longer than `MAX_TEXT` only the beginning is kept.
    """

    part: Part
    at: FieldPath
    raw: str
    text: str
    markup: Markup = Markup.PLAIN
    session: int | None = None

    @property
    def field(self) -> str:
        """The field's path as people write it; `slug` for the slug, which stands in no field."""
        return field_text(self.at) or "slug"


def rows(facts: Facts) -> Iterator[Row]:
    """Yield the rows of a program, in the order of its file; fields that are absent or blank have none.

    Titles of related programs are left out: every program would be found by the names of the others.
    """
    yield from _row(Part.SLUG, (), facts.slug)
    yield from _row(Part.TITLE, ("title",), facts.title)
    yield from _row(Part.OVERVIEW, ("overview",), facts.overview, Markup.HTML)
    for category in facts.categories:
        yield from _row(Part.CATEGORY, (*category.at, "title"), category.title)
    for tag in facts.tags:
        yield from _row(Part.TAG, tag.at, tag.text)
    yield from _session_rows(facts)
    for reference in facts.references:
        yield from _row(Part.REFERENCE_TITLE, (*reference.at, "title"), reference.title)
        yield from _row(Part.CITATION, (*reference.at, "reference"), reference.reference)
    yield from _row(Part.BODY, ("body",), facts.body, Markup.MARKDOWN)


def _session_rows(facts: Facts) -> Iterator[Row]:
    for session in facts.sessions:
        at, number = session.at, session.number
        yield from _row(Part.SESSION_TITLE, (*at, "title"), session.title, session=number)
        yield from _row(Part.SESSION_OVERVIEW, (*at, "overview"), session.overview, session=number)
        yield from _row(Part.ACTIVITY, (*at, "activityOverview"), session.activity_overview, session=number)


def _row(
    part: Part, at: FieldPath, raw: str | None, markup: Markup = Markup.PLAIN, *, session: int | None = None
) -> Iterator[Row]:
    text = one_line(raw, markup)[:MAX_TEXT].rstrip() if raw else ""
    if raw and text:
        yield Row(part, at, raw, text, markup, session)
