"""The texts of a catalogue that are alike, in pairs.

What many programs have is a template and no copy, as is what a program has again and again; and so is whom to call in
a crisis, however few programs say it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._same_texts import near_pairs, normalised
from resilify_cli.rules._subjects import roots

_COMPARED: Final = frozenset((Genre.HTML, Genre.PROSE))
_SHORTEST: Final = 60
"""Of fewer characters a text is a phrase that two people may well write."""
_MOST: Final = 3
"""What more programs have, or what a program has more often, is meant to be the same."""
_REPEATED: Final = 0.92
"""The texts of two sessions may well be alike: only from here on one is nearly the other."""
_WHOM_TO_CALL: Final = re.compile(r"\b(?:call|dial|phone|ring)\b[^.!?]{0,80}\d{3}", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True, eq=False)
class Text:
    """A text of a program, counted through the catalogue; `words` is what is left where typing does not count."""

    number: int
    program: ProgramFile
    passage: Passage
    words: str

    @cached_property
    def roots(self) -> frozenset[str]:
        """Its words without their endings."""
        return roots(self.words)

    @property
    def where(self) -> str:
        """What it is to its program: `the activity of session 3`."""
        if self.passage.genre is Genre.HTML:
            return "a paragraph of the overview"
        *_, index, field = self.passage.at
        return f"the {'overview' if field == 'overview' else 'activity'} of session {int(index) + 1}"

    @property
    def extent(self) -> tuple[int, int]:
        """Where it stands in the value of its field."""
        return self.passage.within(0, len(self.passage.text))

    @property
    def line(self) -> int:
        """The line of its file on which it begins."""
        return self.program.document.locate(self.passage.at, *self.extent).line


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that are alike, the earlier one first."""

    one: Text
    other: Text
    likeness: float = 1.0
    is_template: bool = False

    @property
    def is_within(self) -> bool:
        """Tell whether they stand in one program."""
        return self.one.program is self.other.program

    @property
    def is_repeated(self) -> bool:
        """Tell whether the second says what the first said; the same with other numbers is another exercise."""
        if self.is_template or self.likeness < _REPEATED:
            return False
        return _NUMBERS.findall(self.one.words) == _NUMBERS.findall(self.other.words)


_Groups: TypeAlias = dict[str, list[Text]]


def pairs(catalogue: Catalogue) -> Iterator[Pair]:
    """Yield the texts that are the same, then those that are nearly."""
    groups = _texts(catalogue)
    for texts in groups.values():
        if len(texts) > 1:
            yield from _equal(texts)
    rare = [texts for texts in groups.values() if len(texts) <= _MOST]
    near = list(near_pairs([texts[0].words for texts in rare]))
    likes: dict[int, set[Text]] = {}
    for pair in near:
        for number in pair[:2]:
            likes.setdefault(number, set()).update(rare[pair[0]], rare[pair[1]])
    for first, second, likeness in near:
        around = likes[first] | likes[second]
        for one, other in itertools.product(rare[first], rare[second]):
            yield _near(one, other, likeness, around)


def _texts(catalogue: Catalogue) -> _Groups:
    """Return the texts that are long enough to be compared, by their words."""
    numbers = itertools.count()
    groups: _Groups = {}
    for program in catalogue:
        for passage in program.passages:
            if passage.genre in _COMPARED and len(passage.text) >= _SHORTEST:
                words = normalised(passage.text)
                if len(words) >= _SHORTEST and not _WHOM_TO_CALL.search(passage.text):
                    groups.setdefault(words, []).append(Text(next(numbers), program, passage, words))
    return groups


def _equal(texts: Sequence[Text]) -> Iterator[Pair]:
    """Yield each later text of a program with its first, then the firsts of the programs with each other."""
    by_program: dict[str, list[Text]] = {}
    for text in texts:
        by_program.setdefault(text.program.facts.path, []).append(text)
    for first, *later in by_program.values():
        if len(later) < _MOST:
            yield from (Pair(first, again) for again in later)
    if len(by_program) <= _MOST:
        firsts = [first for first, *_ in by_program.values()]
        yield from itertools.starmap(Pair, itertools.combinations(firsts, 2))


def _near(one: Text, other: Text, likeness: float, around: set[Text]) -> Pair:
    """Make a pair of texts that are nearly the same, as are those `around`."""
    if one.program is other.program:
        is_template = sum(text.program is one.program for text in around) > _MOST
    else:
        is_template = len({text.program.facts.path for text in around}) > _MOST
    return Pair(*_in_order(one, other), likeness, is_template)


def _in_order(one: Text, other: Text) -> tuple[Text, Text]:
    return (one, other) if one.number < other.number else (other, one)
