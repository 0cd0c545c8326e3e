"""Texts that stand in two programs, or twice in one, and which of the programs they belong to.

What many programs have is a template and no copy, and so is a sentence of which each names the program that it stands
in. Whose text it was first cannot be known, so that both programs are told; but where it speaks of what the one is
about, and nothing else in the other does, it was pasted into the other.
"""

from __future__ import annotations

import itertools
import re
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeAlias

from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Subject
from resilify_cli.rules._same_texts import near_pairs, normalised
from resilify_cli.rules._subjects import Subjects, read_texts, root, roots, title_roots

_COMPARED: Final = frozenset((Genre.HTML, Genre.PROSE))
_SHORTEST: Final = 60
"""Of fewer characters a text is a phrase that two people may well write."""
_MOST: Final = 3
"""What more programs have, or what a program has more often, is meant to be the same."""
_REPEATED: Final = 0.92
"""The texts of two sessions may well be alike: only from here on one is nearly the other."""
_WORD: Final = re.compile(r"\w+")
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
class Copy:
    """A text, and its like `there`: in another program, or earlier in the same.

    `strange` is a word of it that the other program is about and nothing else in this one mentions; empty where none
    tells. `more`: so many other texts of the program have their likes in that other one.
    """

    here: Text
    there: Text
    likeness: float
    strange: str = ""
    more: int = 0

    @property
    def is_exact(self) -> bool:
        """Tell whether the texts are the same word for word."""
        return self.here.words == self.there.words

    @property
    def what(self) -> str:
        """Begin a message: what the text is, and how nearly."""
        if self.is_exact:
            return f"this text is word for word {self.there.where}"
        return f"this text is nearly ({self.likeness:.0%} of the words) {self.there.where}"


def copies(subject: Subject) -> Sequence[Copy]:
    """Return the copies in a program of texts of others: of each other program the most telling one."""
    return _index(subject.catalogue).between.get(subject.facts.path, ())


def repeats(subject: Subject) -> Sequence[Copy]:
    """Return the texts of a program that stand in it already."""
    return _index(subject.catalogue).within.get(subject.facts.path, ())


def finding(copy: Copy, severity: Severity | None = None) -> Finding:
    """Say that a text stands in another program: which one it belongs to, if the words tell."""
    message = f"{copy.what} of {copy.there.program.label}"
    place = f"{copy.there.program.facts.path}:{copy.there.line}"
    hint = (
        f"that one stands at {place}; leave it where it belongs, and write another one for the other program"
    )
    if copy.strange:
        message += f"; it speaks of {copy.strange!r}, as nothing else here does"
        hint = f"write what belongs here; its own place is {place}"
    if copy.more:
        message += (
            f"; so {'is 1 more text' if copy.more == 1 else f'are {copy.more} more texts'} of that program"
        )
    return Finding(message, copy.here.passage.at, copy.here.extent, help=hint, severity=severity)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two texts that are alike, the earlier one first."""

    one: Text
    other: Text
    likeness: float = 1.0
    is_template: bool = False

    @property
    def is_within(self) -> bool:
        return self.one.program is self.other.program

    @property
    def is_repeated(self) -> bool:
        """Tell whether the second says what the first said; the same with other numbers is another exercise."""
        if self.is_template or self.likeness < _REPEATED:
            return False
        return _NUMBERS.findall(self.one.words) == _NUMBERS.findall(self.other.words)


_Groups: TypeAlias = dict[str, list[Text]]


class _Index:
    """All copies of a catalogue, by the path of the program that is told of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.within: dict[str, list[Copy]] = {}
        self.between: dict[str, list[Copy]] = {}
        subjects = Subjects(catalogue)
        repeated: dict[int, Copy] = {}
        shared: dict[tuple[str, str], list[_Pair]] = {}
        for pair in _pairs(_texts(catalogue)):
            if not pair.is_within:
                paths = pair.one.program.facts.path, pair.other.program.facts.path
                shared.setdefault(paths, []).append(pair)
            elif pair.is_repeated:
                repeated.setdefault(pair.other.number, Copy(pair.other, pair.one, pair.likeness))
        for copy in repeated.values():
            self.within.setdefault(copy.here.program.facts.path, []).append(copy)
        for pairs in shared.values():
            for copy in _judged(pairs, subjects):
                self.between.setdefault(copy.here.program.facts.path, []).append(copy)


_INDEXES: Final[weakref.WeakKeyDictionary[Catalogue, _Index]] = weakref.WeakKeyDictionary()


def _index(catalogue: Catalogue) -> _Index:
    if catalogue not in _INDEXES:
        _INDEXES[catalogue] = _Index(catalogue)
    return _INDEXES[catalogue]


def _texts(catalogue: Catalogue) -> _Groups:
    """Return the texts that are long enough to be compared, by their words."""
    numbers = itertools.count()
    groups: _Groups = {}
    for program in catalogue:
        for passage in program.passages:
            if passage.genre in _COMPARED and len(passage.text) >= _SHORTEST:
                words = normalised(passage.text)
                if len(words) >= _SHORTEST:
                    groups.setdefault(words, []).append(Text(next(numbers), program, passage, words))
    return groups


def _pairs(groups: _Groups) -> Iterator[_Pair]:
    """Yield the texts that are the same, then those that are nearly."""
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


def _equal(texts: Sequence[Text]) -> Iterator[_Pair]:
    """Yield each later text of a program with its first, then the firsts of the programs with each other."""
    by_program: dict[str, list[Text]] = {}
    for text in texts:
        by_program.setdefault(text.program.facts.path, []).append(text)
    for first, *later in by_program.values():
        if len(later) < _MOST:
            yield from (_Pair(first, again) for again in later)
    if len(by_program) <= _MOST:
        firsts = [first for first, *_ in by_program.values()]
        yield from itertools.starmap(_Pair, itertools.combinations(firsts, 2))


def _near(one: Text, other: Text, likeness: float, around: set[Text]) -> _Pair:
    """Make a pair of texts that are nearly the same, as are those `around`."""
    if one.program is other.program:
        is_template = sum(text.program is one.program for text in around) > _MOST
    else:
        is_template = len({text.program.facts.path for text in around}) > _MOST
    return _Pair(*_in_order(one, other), likeness, is_template)


def _in_order(one: Text, other: Text) -> tuple[Text, Text]:
    return (one, other) if one.number < other.number else (other, one)


def _judged(pairs: Sequence[_Pair], subjects: Subjects) -> Iterator[Copy]:
    """Yield what two programs are told of all that they share: one copy each, or only the one that pasted."""
    pairs = [pair for pair in pairs if not _is_adapted(pair)]
    here = _marked([Copy(pair.one, pair.other, pair.likeness) for pair in pairs], subjects)
    there = _marked([Copy(pair.other, pair.one, pair.likeness) for pair in pairs], subjects)
    for mine, yours in ((here, there), (there, here)):
        is_pasted_there = any(copy.strange for copy in yours)
        told = [
            copy
            for pair, copy in zip(pairs, mine, strict=True)
            if copy.strange or not (is_pasted_there or pair.is_template)
        ]
        if told:
            most_telling = min(told, key=lambda copy: (not copy.is_exact, not copy.strange, copy.here.number))
            yield replace(most_telling, more=len({copy.here.number for copy in told}) - 1)


def _is_adapted(pair: _Pair) -> bool:
    """Tell whether each of two texts names the subject of its own program, and not that of the other."""
    one, other = title_roots(pair.one.program), title_roots(pair.other.program)
    own, theirs = one - other, other - one
    named, named_there = pair.one.roots, pair.other.roots
    return bool(named & own and named_there & theirs and not named & theirs and not named_there & own)


def _marked(found: Sequence[Copy], subjects: Subjects) -> list[Copy]:
    """Mark the copies that speak of what the other program is about, and nothing else in this one does."""
    suspects = [_suspect_words(copy) for copy in found]
    if not any(suspects):
        return list(found)
    program = found[0].there.program
    strange = {word for word in frozenset().union(*suspects) - _rest(found) if subjects.names(program, word)}
    return [
        replace(copy, strange=_first_of(copy.here, words & strange))
        for copy, words in zip(found, suspects, strict=True)
    ]


def _suspect_words(copy: Copy) -> frozenset[str]:
    """Return the roots that both texts have of the other program's title; none where it has one of this one's."""
    own, theirs = title_roots(copy.here.program), title_roots(copy.there.program)
    return (
        frozenset()
        if copy.here.roots & (own - theirs)
        else copy.here.roots & copy.there.roots & (theirs - own)
    )


def _rest(found: Sequence[Copy]) -> frozenset[str]:
    """Return the roots of the words of a program outside what it shares with another one."""
    shared = {copy.here.words for copy in found} | set(read_texts(found[0].there.program))
    return roots(" ".join(text for text in read_texts(found[0].here.program) if text not in shared))


def _first_of(text: Text, wanted: frozenset[str]) -> str:
    """Return the first word of a text that has one of the roots, as it is written."""
    return next((word for word in _WORD.findall(text.passage.text) if root(normalised(word)) in wanted), "")
