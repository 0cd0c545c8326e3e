"""The parts that a program is made of, and how much of each is there: for finding what is missing where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from resilify_cli.facts import Facts


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a part are there, of how many there could be; nothing of nothing is missing as well."""

    have: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is missing."""
        return self.have == self.of > 0


Part: TypeAlias = Callable[["Facts"], Share]

PARTS: Final[dict[str, Part]] = {
    "overview": lambda facts: _share([facts.overview]),
    "categories": lambda facts: _some(len(facts.categories)),
    "sessions": lambda facts: _some(len(facts.sessions)),
    "sessions.overview": lambda facts: _share(session.overview for session in facts.sessions),
    "sessions.activityOverview": lambda facts: _share(
        session.activity_overview for session in facts.sessions
    ),
    "related": lambda facts: _some(len(facts.related)),
    "references": lambda facts: _some(len(facts.references)),
    "links": lambda facts: _share(reference.link for reference in facts.references),
    "images": lambda facts: _share(reference.image for reference in facts.references),
    "tags": lambda facts: _some(len(facts.tags)),
}
"""Each part by its name: of `sessions.overview` and the like every session could have one, of `links` every reference."""


def _share(texts: Iterable[str | None]) -> Share:
    """Count the texts that are not blank."""
    filled = [bool(text and text.strip()) for text in texts]
    return Share(sum(filled), len(filled))


def _some(count: int) -> Share:
    """A list of any length is whole; an empty one is missing."""
    return Share(count, max(count, 1))
