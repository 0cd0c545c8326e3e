"""No space stands before a bracket.

What:
    An opening bracket follows a word at once: `therapy(CBT)`. Endings such as `program(s)`, acronyms such as `LGBT(QI)`, formulas, and the volume and issue of a citation are left alone. Of one text, all such brackets are one finding, at the first.

Why:
    The word and the bracket run together, and lines break in the wrong places.

Bad:
    title: Rest with Cognitive Therapy(CT)

Good:
    title: Rest with Cognitive Therapy (CT)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import lacking_space, matches

# Words of three letters and more: `f(x)`, `Fe(II)` and `CO(2)` are formulas. Behind initials stands a year at most.
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d[a-z]?")
_BRACKET: Final = re.compile(
    rf"\((?:(?<=[^\W\d_]{{3}}\()|(?<=[^\W\d_]\.\()(?={_YEAR.pattern}\)))"
    r"(?=(?P<inside>[^()\n]{1,200})\)(?P<behind>\w?))"
)
_LETTERS_LEFT_OUT: Final = re.compile(r"[A-Z]{1,2}")
_ROMAN: Final = re.compile(r"[IVX]+")
_MARKS: Final = frozenset(("C", "R", "TM", "SM"))
_ENDING: Final = re.compile(r"-?(?:s|es|ies|ren|al|ed|d|ing|n|en|er|r|ly)\b")


def _check(subject: Subject) -> Iterator[Finding]:
    brackets = ((passage, match.span()) for passage, match in matches(subject, _BRACKET) if _is_apart(match))
    yield from lacking_space(brackets, "before", "a bracket", "brackets")


def _is_apart(match: re.Match[str]) -> bool:
    """Tell whether what stands between the brackets is no part of the word: a name, an acronym, a phrase, a year."""
    inside = match["inside"]
    if inside in _MARKS or _ROMAN.fullmatch(inside) or _ENDING.match(inside):
        return False
    if _LETTERS_LEFT_OUT.fullmatch(inside) and match.string[match.start() - 1].isupper():
        return False
    if inside[0].isupper():
        return len(inside) > 1
    return bool(_YEAR.match(inside)) or (
        " " in inside.strip() and inside[0].islower() and not match["behind"]
    )


RULE: Final = Rule("RES505", "missing-space-before-bracket", Severity.WARNING, _check)
