"""What is searched: one row for each text of a program that a reader sees."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.diagnostics import Extent, FieldPath, field_text
from resilify_cli.passages import Genre, Passage, passages

if TYPE_CHECKING:
    from resilify_cli.facts import Facts


class Part(enum.Enum):
    """The kind of text that a row holds, the most telling first: in this order matches are told.

    `label` names it; `weight` is what a word found there counts; `group` is the name under which a search can be
    narrowed to it.
    """

    TITLE = ("title", "title", 4.0)
    SESSION_TITLE = ("session title", "sessions", 3.0)
    TAG = ("tag", "tags", 2.0)
    OVERVIEW = ("overview", "overview", 1.5)
    SESSION_OVERVIEW = ("session overview", "sessions", 1.2)
    ACTIVITY = ("activity", "sessions", 1.2)
    CATEGORY = ("category", "categories", 0.5)
    BODY = ("body", "body", 1.0)
    # Last: a title such as "Sleep and depression" says little of the program that cites it.
    REFERENCE_TITLE = ("reference title", "references", 0.1)
    CITATION = ("citation", "references", 0.05)
    # The words of a slug repeat the title's, so no one narrows a search to them.
    SLUG = ("slug", "", 0.5)

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

CITED: Final = frozenset({Part.REFERENCE_TITLE.name, Part.CITATION.name, Part.SLUG.name})
"""The kinds of text that are not the editor's own words, by their names."""

MAX_TEXT: Final = 100_000
"""Characters of a text that are searched. FTS5 marks matches in time that grows with the square of their number:
four million characters of one word would take minutes, and no reader is given a tenth of this."""

_PARTS: Final[Mapping[FieldPath, Part]] = {
    ("title",): Part.TITLE,
    ("overview",): Part.OVERVIEW,
    ("categories",): Part.CATEGORY,
    ("tags",): Part.TAG,
    ("sessions", "title"): Part.SESSION_TITLE,
    ("sessions", "overview"): Part.SESSION_OVERVIEW,
    ("sessions", "activityOverview"): Part.ACTIVITY,
    ("references", "title"): Part.REFERENCE_TITLE,
    ("references", "reference"): Part.CITATION,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One text as a reader sees it, never blank: of an overview, each paragraph and each item of a list is one."""

    part: Part
    passage: Passage
    session: int | None = None

    @property
    def at(self) -> FieldPath:
        """The field that holds it; `()` for the slug, which stands in none."""
        return self.passage.at

    @property
    def field(self) -> str:
        """The field's path as people write it."""
        return field_text(self.at) or "slug"

    @property
    def text(self) -> str:
        """As much of the text as is searched."""
        return self.passage.text[:MAX_TEXT]

    def within(self, shown: Extent) -> Extent:
        """Turn offsets in the text into offsets in the field's value."""
        return self.passage.within(*shown)


def rows(facts: Facts) -> Iterator[Row]:
    """Yield the rows of a program; fields that are absent or blank have none.

    Titles of related programs are left out: every program would be found by the names of the others.
    """
    yield Row(Part.SLUG, Passage(facts.slug, (), Genre.LABEL))
    numbers = {session.at: session.number for session in facts.sessions}
    for passage in passages(facts):
        part = _PARTS.get((passage.at[0], passage.at[-1])) or _PARTS[(passage.at[0],)]
        yield Row(part, passage, numbers.get(passage.at[:-1]))
    if facts.body.strip():
        yield Row(Part.BODY, Passage(facts.body, ("body",), Genre.PROSE))
