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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Kind:
    says: str
    hint: str
    new: Callable[[str], str] | None = None
    """What to write in the place of a character; None where nobody can know."""
    does: str = ""


_KINDS: Final = {
    "lost": _Kind("stands where a character was lost", "write the character that was meant"),
    "unseen": _Kind("cannot be seen", "remove it", lambda _: "", "removes it"),
    "hyphen": _Kind("stands instead of a plain hyphen", "write -", lambda _: "-", "writes a plain hyphen"),
    "space": _Kind(
        "stands instead of a plain space", "write a plain space", lambda _: " ", "writes a plain space"
    ),
    "ligature": _Kind(
        "stands instead of its letters",
        "write the letters",
        lambda char: unicodedata.normalize("NFKC", char),
        "writes the letters",
    ),
    "private": _Kind("looks different on every device, or like nothing", "write the character that is meant"),
}


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.text.isascii() or not _ANY.search(subject.text):
        return
    document = subject.program.document
    # The reading of a file sets U+FFFD for stray bytes and control characters, of which other rules speak.
    is_lost_before = document.is_utf8 and _LOST in document.text
    found = matches(subject, _UNUSUAL, in_addresses=True)
    for passage, of_text in groupby(found, key=lambda spot: spot[0]):
        is_from_the_right = bool(_FROM_THE_RIGHT.search(passage.text))
        by_character: dict[str, list[re.Match[str]]] = {}
        for _, match in of_text:
            is_known = bool(match["lost"]) and not is_lost_before
            if not is_known and not _is_fine(match, is_from_the_right=is_from_the_right):
                by_character.setdefault(match[0].lstrip(" ")[0], []).append(match)
        yield from (_finding(passage, char, found) for char, found in by_character.items())


def _is_fine(match: re.Match[str], *, is_from_the_right: bool) -> bool:
    """Tell whether a character is meant, by what stands around it."""
    text, (start, end) = match.string, match.span()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if match["space"]:
        is_outside = not before or not after  # which is white space around the text, no matter of which kind
        is_bound = not {before, after}.isdisjoint(_KEPT_TOGETHER) or before.isdigit() or after.isdigit()
        return is_outside or is_bound or bool(_SHORT_FORM.search(text, max(start - _LONGEST, 0), start))
    if match[0] in _JOINERS:
        return bool(_NEEDS_JOINERS.search(before + after))
    return is_from_the_right and bool(match["unseen"])


def _finding(passage: Passage, char: str, found: Sequence[re.Match[str]]) -> Finding:
    name = str(found[0].lastgroup)
    kind = _KINDS[name]
    called = unicodedata.name(char, "private-use character").lower()
    times = "" if len(found) == 1 else f", {len(found)} times in this text"
    message = f"{called} (U+{ord(char):04X}) {kind.says}{times}"
    if kind.new is None:
        severity = Severity.WARNING if name == "lost" else None
        within = passage.within(*found[0].span())
        return Finding(message, passage.at, within=within, help=kind.hint, severity=severity)
    changes = [(match.span(), kind.new(char)) for match in found]
    return joint_finding(passage, changes, message, kind.hint, does=kind.does)


RULE: Final = Rule("RES513", "unusual-character", Severity.INFO, _check)
