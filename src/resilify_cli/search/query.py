"""What is looked up: terms, each in several ways."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.Enum):
    """How an alternative comes from what was typed, with how much what is found by it counts."""

    TYPED = ("as typed", 1.0)
    SPELLING = ("other spelling", 1.0)
    JOINED = ("joined", 1.0)
    FORM = ("other form", 0.9)
    PARTED = ("parted", 0.95)
    ACRONYM = ("acronym", 0.9)
    ALIAS = ("alias", 0.9)
    CORRECTION = ("correction", 0.8)
    BEGINNING = ("beginning", 0.5)

    def __init__(self, label: str, weight: float) -> None:
        self.label = label
        self.weight = weight


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to satisfy a term: a phrase, which is folded words with single spaces between them."""

    phrase: str
    kind: Kind = Kind.TYPED
    nearness: float = 1.0
    """Less than 1 for what is less likely meant than another of its kind."""

    @property
    def weight(self) -> float:
        """What a text found by it counts."""
        return self.kind.weight * self.nearness


@dataclass(frozen=True, slots=True)
class Term:
    """One thing wanted, in any of several ways, of which the best counts; `said` is how the person put it.

    `weight` is its share in the whole; one that `is_guess` hangs on a typing error put right. A program must hold what `is_required`, and must not what `is_unwanted`;
    `group` is the one kind of field in which it counts.
    """

    said: str
    alternatives: tuple[Alternative, ...]
    weight: float = 1.0
    is_required: bool = False
    is_unwanted: bool = False
    is_guess: bool = False
    group: str | None = None

    @property
    def phrases(self) -> tuple[str, ...]:
        """All that it may be found by."""
        return tuple(alternative.phrase for alternative in self.alternatives)


@dataclass(frozen=True, slots=True)
class Query:
    """All that is wanted; without terms, nothing is.

    `phrases` are the free words in the order typed, as typed and as they are otherwise written, where they are two
    at least.
    `reading` is what was typed with the guesses in the place of what they correct, None where there is none;
    `meanings` are the words with an alias, and what they are taken for.
    """

    terms: tuple[Term, ...] = ()
    phrases: tuple[str, ...] = ()
    reading: str | None = None
    meanings: tuple[tuple[str, tuple[str, ...]], ...] = ()
