"""What the rules about words share: which words a program has, and which the whole catalogue has."""

from __future__ import annotations

import re
import weakref
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import WORD, Subject
from resilify_cli.rules._text import matches

if TYPE_CHECKING:
    from resilify_cli.facts import Facts

OWN: Final = frozenset((Genre.TITLE, Genre.LABEL, Genre.PROSE, Genre.HTML))
"""The texts that are the editor's own words: no cited work and no citation."""

_TAG: Final = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a catalogue as they are written: how often each stands there, and in how many programs."""

    times: Counter[str] = field(default_factory=Counter)
    programs: Counter[str] = field(default_factory=Counter)


_VOCABULARIES: Final[weakref.WeakKeyDictionary[Catalogue, Vocabulary]] = weakref.WeakKeyDictionary()


def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """Return the words of a catalogue, counted once. Names of authors are left out: they are spelt as they please."""
    if catalogue not in _VOCABULARIES:
        counted = Vocabulary()
        for program in catalogue:
            words = WORD.findall(_text(program.facts))
            counted.times.update(words)
            counted.programs.update(set(words))
        _VOCABULARIES[catalogue] = counted
    return _VOCABULARIES[catalogue]


def standing(
    subject: Subject, wanted: Mapping[str, str], genres: Collection[Genre] = OWN
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where the keys of a mapping stand as words in the texts of some genres, but for addresses."""
    if not wanted.keys().isdisjoint(subject.words):
        for passage, match in matches(subject, WORD, genres):
            if match[0] in wanted:
                yield passage, match


def _text(facts: Facts) -> str:
    """Put the texts of a program together; of HTML no more is taken away than its tags, which is enough to count."""
    texts = [facts.title, _TAG.sub(" ", facts.overview or "")]
    texts += (category.title for category in facts.categories)
    for session in facts.sessions:
        texts += (session.title, session.overview, session.activity_overview)
    texts += (reference.title for reference in facts.references)
    texts += (tag.text for tag in facts.tags)
    return "\n".join(filter(None, texts))
