"""A space stands before a punctuation mark.

What:
    A comma, a full stop, a colon or the like stands apart from the word that it belongs to: `worry , rest`. In the titles of works and in citations, where catalogues write `Title : subtitle`, only commas and full stops are looked at. Of one text, all such spaces are one finding, at the first.

Why:
    A reader sees a mark that floats, or begins a line.

Bad:
    title: Rest , and Be Kind

Good:
    title: Rest, and Be Kind
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import matches, superfluous_space

_SPACES: Final = re.compile(r" (?<!  ) *(?=(?P<mark>[,.;:?!])(?P<next>.?)(?P<then>.?))", re.DOTALL)
_CLOSING: Final = frozenset("\"”’')]")
_ALL: Final = frozenset(",.;:?!")
_OF_OTHERS: Final = frozenset(",.")
"""Library catalogues and French set a space before the other marks."""
_MARKS: Final = {Genre.WORK: _OF_OTHERS, Genre.CITATION: _OF_OTHERS}


def _check(subject: Subject) -> Iterator[Finding]:
    found = matches(subject, _SPACES)
    spots = ((passage, match.span()) for passage, match in found if _is_apart(passage, match))
    yield from superfluous_space(spots, "before a punctuation mark", "write the mark at the end of the word")


def _is_apart(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a mark belongs to the word before it; a blank to fill in (`____ , because ____ .`) is no word."""
    before = passage.text[match.start() - 1] if match.start() else ""
    is_wanted = match["mark"] in _MARKS.get(passage.genre, _ALL)
    return is_wanted and (before.isalnum() or before in _CLOSING) and _ends_something(passage, match, before)


def _ends_something(passage: Passage, match: re.Match[str], before: str) -> bool:
    """Tell a mark from a smiley, `.5`, `. . .`, `1 : 4`, and from the dots between the words of a title."""
    following, then = match["next"], match["then"]
    is_end = not following or following.isspace()
    match match["mark"]:
        case ",":
            return not following.isdigit() and following not in _ALL
        case ".":
            is_between = passage.genre in {Genre.TITLE, Genre.LABEL} and bool(following)
            return (is_end or following in _CLOSING) and then != "." and not is_between
        case ":":
            return is_end and not (before.isdigit() and then.isdigit())
        case ";":
            return is_end
        case _:
            return is_end or following in _CLOSING or following in "?!"


RULE: Final = Rule("RES508", "space-before-punctuation", Severity.WARNING, _check)
