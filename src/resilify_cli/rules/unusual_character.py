"""A character that looks like another one, or like none, stands in the text.

What:
    Characters that cannot be seen (zero-width spaces, soft hyphens, marks of direction), hyphens and spaces of a special kind, ligatures such as `ﬁ`, characters that no font has, and U+FFFD, which stands where a character was lost (a warning). No-break spaces between a number and its unit, behind an abbreviation and before a mark are fine, and so are the joiners of emoji and of scripts that need them. Of one text, all such characters of one kind are one finding, at the first.

Why:
    A search for the word does not find it, and lines break, or do not, where nobody expects it; of a lost character a reader sees a question mark.

Bad:
    title: A Self<U+2011>Kind Week

Good:
    title: A Self-Kind Week
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Passage
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import joint_finding, matches

_LOST: Final = "\ufffd"
_INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff"
_JOINERS: Final = "\u200c\u200d"
_DIRECTIONS: Final = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HYPHENS: Final = "\u2010\u2011"
_SPACES: Final = "\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_LIGATURES: Final = "\ufb00-\ufb06"
_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_ANY: Final = re.compile(
    f"[{_LOST}{_INVISIBLE}{_JOINERS}{_DIRECTIONS}{_HYPHENS}{_SPACES}{_LIGATURES}{_PRIVATE}]"
)
_UNUSUAL: Final = re.compile(
    f"(?P<lost>{_LOST})|(?P<unseen>[{_INVISIBLE}{_JOINERS}{_DIRECTIONS}])|(?P<hyphen>[{_HYPHENS}])"
    f"|(?P<space> ?[{_SPACES}][ {_SPACES}]*)|(?P<ligature>[{_LIGATURES}])|(?P<private>[{_PRIVATE}])"
)
_FROM_THE_RIGHT: Final = re.compile("[\u0590-\u08ff]")
_NEEDS_JOINERS: Final = re.compile("[^\0-\u024f\u2010-\u2027]")
_SHORT_FORM: Final = re.compile(r"(?<!\w)\w{1,3}\.\Z")
_LONGEST: Final = 5
_KEPT_TOGETHER: Final = frozenset("–—:;?!»«%€£$§°")
_SAYS: Final = {
    "lost": ("stands where a character was lost", "write the character that was meant"),
    "unseen": ("cannot be seen", "remove it"),
    "hyphen": ("stands instead of a plain hyphen", "write -"),
    "space": ("stands instead of a plain space", "write a plain space"),
    "ligature": ("stands instead of its letters", "write the letters"),
    "private": ("looks different on every device, or like nothing", "write the character that is meant"),
}

_DOES: Final = {
    "unseen": "removes it",
    "hyphen": "writes a plain hyphen",
    "space": "writes a plain space",
    "ligature": "writes the letters",
}


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.text.isascii() or not _ANY.search(subject.text):
        return
    found = matches(subject, _UNUSUAL, in_addresses=True)
    for passage, of_text in groupby(found, key=lambda spot: spot[0]):
        by_character: dict[str, list[re.Match[str]]] = {}
        for _, match in of_text:
            if not _is_fine(match):
                by_character.setdefault(match[0].lstrip(" ")[0], []).append(match)
        yield from (_finding(passage, char, found) for char, found in by_character.items())


def _is_fine(match: re.Match[str]) -> bool:
    """Tell whether a character is meant, by what stands around it."""
    text, (start, end) = match.string, match.span()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if match["space"]:
        is_outside = not before or not after  # which is white space around the text, no matter of which kind
        is_bound = not {before, after}.isdisjoint(_KEPT_TOGETHER) or before.isdigit() or after.isdigit()
        return is_outside or is_bound or bool(_SHORT_FORM.search(text, max(start - _LONGEST, 0), start))
    if match[0] in _JOINERS:
        return bool(_NEEDS_JOINERS.search(before + after))
    return match["unseen"] is not None and bool(_FROM_THE_RIGHT.search(text))


def _finding(passage: Passage, char: str, found: Sequence[re.Match[str]]) -> Finding:
    kind = str(found[0].lastgroup)
    says, hint = _SAYS[kind]
    name = unicodedata.name(char, "private-use character").lower()
    times = "" if len(found) == 1 else f", {len(found)} times in this text"
    message = f"{name} (U+{ord(char):04X}) {says}{times}"
    new = {"unseen": "", "hyphen": "-", "space": " ", "ligature": unicodedata.normalize("NFKC", char)}.get(
        kind
    )
    if new is None:
        severity = Severity.WARNING if kind == "lost" else None
        within = passage.within(*found[0].span())
        return Finding(message, passage.at, within=within, help=hint, severity=severity)
    changes = [(match.span(), new) for match in found]
    return joint_finding(passage, changes, message, hint, does=_DOES[kind])


RULE: Final = Rule("RES513", "unusual-character", Severity.INFO, _check)
