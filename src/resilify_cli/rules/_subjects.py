"""What programs are about, as far as the words of their titles tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.passages import Genre
from resilify_cli.rules._same_texts import normalised

_READ: Final = frozenset((Genre.TITLE, Genre.HTML, Genre.PROSE))
_SHORTEST: Final = 3
_EMPTY: Final = frozenset(
    (
        "and",
        "are",
        "for",
        "from",
        "how",
        "not",
        "our",
        "out",
        "the",
        "what",
        "when",
        "with",
        "without",
        "you",
        "your",
    )
)
_ENDING: Final = re.compile(r"(?<=\w{3})(?:iety|ious|ence|ent|(?:ive)?ness|ive|is[mt]|ions?|ing|ed|es|e|s)$")


def root(word: str) -> str:
    """Return a normalised word without its ending, roughly: `procrastinat` of the noun and of the verb."""
    return _ENDING.sub("", word)


def roots(words: str) -> frozenset[str]:
    """Return the roots of normalised words."""
    return frozenset(map(root, words.split(" ")))


def title_roots(program: ProgramFile) -> frozenset[str]:
    """Return the roots of the words in a program's title that may name its subject."""
    words = normalised(program.facts.title or "").split(" ")
    return frozenset(root(word) for word in words if len(word) >= _SHORTEST and word not in _EMPTY)


def read_texts(program: ProgramFile) -> list[str]:
    """Return the titles and the running texts of a program, normalised."""
    return [normalised(passage.text) for passage in program.passages if passage.genre in _READ]


class Subjects:
    """Knows which words of a catalogue are rare enough to be the subject of a program."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue: Iterable[ProgramFile] = catalogue.programs
        self._counts: dict[str, int] = {}

    def names(self, program: ProgramFile, word: str) -> bool:
        """Tell whether a root is what a program is about: it comes back to it, and few others speak of it."""
        own = sum(word in roots(text) for text in read_texts(program)[1:])  # the title comes first
        return own > 1 and self._spread(word) <= max(3, len(self._texts) // 5)

    def _spread(self, word: str) -> int:
        if word not in self._counts:
            self._counts[word] = sum(f" {word}" in text for text in self._texts)
        return self._counts[word]

    @cached_property
    def _texts(self) -> list[str]:
        """The words of each program, a space before each of them."""
        return [" " + " ".join(read_texts(program)) for program in self._catalogue]
