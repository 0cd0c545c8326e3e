"""An acronym is not written in capitals, though it is elsewhere.

What:
    A word begins with a capital and goes on in small letters, or mixes them, and the same letters stand in capitals several times in the catalogue, and more often. Words that stand somewhere in small letters are left alone (`Act`, `Who`), and so are those of which an acronym of the field was made (`Aid`, `Rain`), cited works and citations (`PhD`). The fix is a guess: the letters may be a name.

Why:
    A reader takes it for another thing than the acronym, or for a slip.

Bad:
    overview: <p>REBT, in short. What REBT is, and how REBT helps.</p>
    sessions:
      session:
        - title: A first look at Rebt
          overview: What becomes of a worry that nobody feeds.

Good:
    overview: <p>REBT, in short. What REBT is, and how REBT helps.</p>
    sessions:
      session:
        - title: A first look at REBT
          overview: What becomes of a worry that nobody feeds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.rules._text import finding
from resilify_cli.rules._words import standing, vocabulary

_SEVERAL: Final = 3
_LENGTHS: Final = range(3, 7)
_WORDS: Final = (
    "accept accepts ace aces act aid aids arm bed brave bright calm care cares cat check cope dare dear "
    "fast give goal goals grow halt hope improve kind love map mark may max mind move nice now open pace "
    "pain path plan please rain role sad safe sam share sit smart sober soler spin stop strong team tip tips "
    "wait who will wise with"
)
"""Words, and names, that are acronyms too, in this field or around it."""


def _check(subject: Subject) -> Iterator[Finding]:
    miscased = _miscased(subject.catalogue)
    for passage, match in standing(subject, miscased):
        capitals = miscased[match[0]]
        yield finding(
            passage,
            match.span(),
            f"{match[0]!r} is written {capitals} elsewhere in the catalogue",
            f"write {capitals}",
            capitals,
            does=f"writes {capitals}",
            is_safe=False,
        )


@once_per_catalogue
def _miscased(catalogue: Catalogue) -> Mapping[str, str]:
    """Return for each acronym that is written in another case, as it is written, what it is in capitals."""
    times = vocabulary(catalogue)
    others: dict[str, list[str]] = {}
    for word in times:
        if len(word) in _LENGTHS and not word.isupper():
            others.setdefault(word.upper(), []).append(word)
    return {
        word: capitals
        for capitals, words in others.items()
        if _is_acronym(capitals, words, times)
        for word in words
    }


def _is_acronym(capitals: str, others: list[str], times: Counter[str]) -> bool:
    """Tell whether letters are an acronym and nothing else, as far as a catalogue can tell."""
    low = capitals.lower()
    return (
        times[capitals] >= max(_SEVERAL, 1 + sum(times[word] for word in others))
        and low not in others
        and low not in _WORDS.split()
    )


RULE: Final = Rule("RES533", "acronym-in-two-cases", Severity.WARNING, _check)
