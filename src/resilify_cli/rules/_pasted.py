"""Which of two programs the texts belong to that both have.

Whose text it was first cannot be known, so that both are told; but where it speaks of what the one is about, and
nothing else in the other does, it was pasted into the other. A sentence of which each names the program that it stands
in was written for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from resilify_cli.rules._pairs import Pair, Text
from resilify_cli.rules._same_texts import normalised
from resilify_cli.rules._subjects import Subjects, read_texts, root, roots, title_roots

_WORD: Final = re.compile(r"\w+")


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


def judged(shared: Sequence[Pair], subjects: Subjects) -> Iterator[Copy]:
    """Yield what two programs are told of all that they share: one copy each, or only the one that pasted."""
    pairs = [pair for pair in shared if not _is_adapted(pair)]
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


def _is_adapted(pair: Pair) -> bool:
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
