"""What a search finds, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from resilify_cli.diagnostics import Extent, FieldPath
from resilify_cli.search.query import Query


@dataclass(frozen=True, slots=True)
class Match:
    """One field in which words were found.

    `field` is the path as people write it (`sessions.session[2].overview`) and `at` the same as data. Two fields
    are no values of the front matter: `body` (at `("body",)`, its offsets count from the start of the body) and
    `slug` (at `()`, told only where no value matched). `session` counts from 1, None outside of sessions.
    `snippet` is one line, cut where the most words stand close together; `marks` are the offsets in it of every
    word or phrase found, in order, never empty. `within` is where that place begins in the field's raw value: its
    first word or phrase.
    """

    field: str
    at: FieldPath
    session: int | None
    snippet: str
    marks: tuple[Extent, ...]
    within: Extent


@dataclass(frozen=True, slots=True)
class Hit:
    """One program that was found, the best match first.

    `score` lies above 0 and is at most 1; higher is better. It compares hits of one search, not of two. `points`
    say what each thing wanted, as it was said, adds to it.
    """

    slug: str
    title: str | None
    path: str
    score: float
    matches: tuple[Match, ...]
    points: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """The programs found, the best first, the query that found them, and what of it none of them answers to.

    `total` is how many answer, of which a limit may leave only the first.
    """

    hits: tuple[Hit, ...]
    query: Query
    total: int
    unanswered: tuple[str, ...] = ()
