"""What the rules about words share: which words a catalogue has, and where some of them stand in a program."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import WORD, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.rules._text import matches

if TYPE_CHECKING:
    from resilify_cli.facts import Facts

OWN: Final = frozenset((Genre.TITLE, Genre.LABEL, Genre.PROSE, Genre.HTML))
"""The texts that are the editor's own words: no cited work and no citation."""

_LIST: Final = Path(__file__).with_name("common-misspellings.txt")
_TAG: Final = re.compile(r"<[^<>]*>")


@once_per_catalogue
def vocabulary(catalogue: Catalogue) -> Counter[str]:
    """Return how often each word stands in a catalogue, as it is written; citations are left out, which are names."""
    times: Counter[str] = Counter()
    for program in catalogue:
        times.update(WORD.findall(text_of(program.facts)))
    return times


def text_of(facts: Facts) -> str:
    """Put the texts of a program together; of HTML no more is taken away than its tags, which is enough to count."""
    texts = [facts.title, _TAG.sub(" ", facts.overview or "")]
    texts += (category.title for category in facts.categories)
    for session in facts.sessions:
        texts += (session.title, session.overview, session.activity_overview)
    texts += (reference.title for reference in facts.references)
    texts += (tag.text for tag in facts.tags)
    return "\n".join(filter(None, texts))


def standing(
    subject: Subject, wanted: Mapping[str, str], genres: Collection[Genre] = OWN
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where the keys of a mapping stand as words in the texts of some genres, but for addresses.

    The mapping should hold only words that the catalogue has: where it holds none, nothing is looked at.
    """
    if wanted and not wanted.keys().isdisjoint(subject.words):
        for passage, match in matches(subject, WORD, genres):
            if match[0] in wanted:
                yield passage, match


@cache
def common_misspellings() -> Mapping[str, str]:
    """Return what to write for each misspelling: in small letters, with a capital, in capitals."""
    lines = _LIST.read_text("utf-8").splitlines()
    pairs = [line.split(" ", 1) for line in lines]
    return {
        written(wrong): written(right) for wrong, right in pairs for written in (str, _capitalised, str.upper)
    }


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
