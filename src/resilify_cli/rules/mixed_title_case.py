"""One title of a session is not capitalised as the others are.

What:
    Of the session titles of a program most have every important word begin with a capital (`Letting Go of Worry`), or most only the first (`Letting go of worry`), and this one has it the other way. Acronyms, small words such as `of`, and the word behind a colon or a dash do not count; nor does a single capital among small letters, which may be a name.

Why:
    The titles stand below each other as one list, and a reader sees that they do not match.

Bad:
    sessions:
      session:
        - { title: Looking at Your Week, overview: A start. }
        - { title: Letting Go of Worry, overview: A start. }
        - { title: Planning Small Steps, overview: A start. }
        - { title: finding time for rest, overview: A start. }

Good:
    sessions:
      session:
        - { title: Looking at Your Week, overview: A start. }
        - { title: Letting Go of Worry, overview: A start. }
        - { title: Planning Small Steps, overview: A start. }
        - { title: Finding Time for Rest, overview: A start. }
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import FieldPath, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject

_FEWEST: Final = 3
_TIMES: Final = 3
"""How many times as many titles as have it one way must have it the other, for that to be the rule."""

_WORD: Final = re.compile(r"[^\W\d_][\w'\u2019]*")
_FIRST_WORD: Final = re.compile(r"(?:\A|[:.!?\u2013\u2014(/\"\u201c]|\s-)\W*\w+")
# The words that some style guide or other leaves small in a title.
_SMALL: Final = re.compile(
    r"a|about|above|after|against|among|an|and|around|as|at|before|behind|below|between|but|by|down|during|for|from|if"
    r"|in|into|is|it|its|like|near|nor|of|off|on|onto|or|out|over|past|per|so|than|that|the|through|till|to|toward"
    r"|towards|under|until|up|upon|via|vs|when|while|with|within|without|yet|you|your",
    re.IGNORECASE,
)
_MOST_NAMES: Final = 1


class _Case(enum.Enum):
    TITLE = "every important word begins with a capital"
    SENTENCE = "only the first word begins with a capital"


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    at: FieldPath
    small: tuple[re.Match[str], ...]
    """The important words that begin with a small letter."""
    capitals: int
    """How many begin with a capital."""

    def keeps(self, case: _Case) -> bool:
        """Tell whether the title is written in this case, if perhaps in the other as well."""
        if case is _Case.TITLE:
            return self.capitals > 0 and not self.small
        return bool(self.small) and self.capitals <= _MOST_NAMES

    def departs(self, case: _Case) -> bool:
        """Tell whether the title is certainly written in another case."""
        return bool(self.small) if case is _Case.TITLE else self.capitals > _MOST_NAMES and not self.small


def _check(subject: Subject) -> Iterator[Finding]:
    titles = [
        _read(session.title, (*session.at, "title")) for session in subject.facts.sessions if session.title
    ]
    usual = _usual(titles)
    for title in titles:
        if usual and title.departs(usual):
            capitalised = _capitalised(title)
            fix = Repair(f"writes {capitalised}", (SetText(title.at, capitalised),), is_safe=False)
            yield Finding(
                f"in most session titles of this program {usual.value}, but not in this one",
                title.at,
                help=f"write {capitalised}" if usual is _Case.TITLE else "write it as the others are",
                repair=fix if usual is _Case.TITLE else None,
            )


def _read(text: str, at: FieldPath) -> _Title:
    first = {match.end() for match in _FIRST_WORD.finditer(text)}
    words = [
        word for word in _WORD.finditer(text) if word.end() not in first and not _SMALL.fullmatch(word[0])
    ]
    words = [word for word in words if word[0][1:].lower() == word[0][1:]]  # others are acronyms, or names
    small = tuple(word for word in words if word[0][0].islower())
    return _Title(text, at, small, len(words) - len(small))


def _usual(titles: list[_Title]) -> _Case | None:
    """The case that by far the most titles have."""
    for case in _Case:
        departing = sum(title.departs(case) for title in titles)
        if sum(title.keeps(case) for title in titles) >= max(_FEWEST, _TIMES * departing):
            return case
    return None


def _capitalised(title: _Title) -> str:
    text = title.text
    for word in title.small:
        text = text[: word.start()] + word[0].capitalize() + text[word.end() :]
    return text


RULE: Final = Rule("RES901", "mixed-title-case", Severity.INFO, _check, by_default=False)
