"""How the beginning of a web address is misspelt: `htp://`, `https//`, `http:www.…`, `http://https://…`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SCHEMES: Final = ("http", "https")
_BEGINNING: Final = re.compile(r"(?P<word>[a-z]{3,7})(?P<marks>[\s:;.,/\\]{1,8})", re.IGNORECASE)
_GLUED: Final = re.compile(r"(?P<word>https?)(?=www\.)", re.IGNORECASE)
_AGAIN: Final = re.compile(r"(?P<word>[a-z]{3,7})(?::|(?:[:;]\s?)?[/\\]{1,4})[/\\]*", re.IGNORECASE)
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w-])", re.IGNORECASE)
_SEPARATING: Final = frozenset(":;/\\")


@dataclass(frozen=True, slots=True)
class SchemeSlip:
    """Up to where an address has a misspelt scheme, and the scheme that was meant, with its `://`.

    `is_sure` is False where both schemes are as near.
    """

    end: int
    meant: str
    is_sure: bool


def scheme_slip(url: str) -> SchemeSlip | None:
    """Return how the scheme of a web address is misspelt; None where it is not, or what follows is no host."""
    match = _BEGINNING.match(url) or _GLUED.match(url)
    meant = _meant(match["word"]) if match else None
    if match is None or meant is None:
        return None
    is_misspelt = _is_misspelt(match["word"], match.groupdict().get("marks", ":"))
    while (again := _AGAIN.match(url, match.end())) and (inner := _meant(again["word"])):
        match, meant, is_misspelt = again, inner, True  # of several schemes, the last is the host's
    if not is_misspelt or not _HOST.match(url, match.end()):
        return None
    return SchemeSlip(match.end(), f"{meant[0]}://", is_sure=len(meant) == 1)


def _is_misspelt(word: str, marks: str) -> bool:
    is_right = word.lower() in _SCHEMES and marks == "://"
    return not is_right and bool(_SEPARATING.intersection(marks))


def _meant(word: str) -> tuple[str, ...] | None:
    """Return the scheme that a word is, or nearly is; both where either may be meant, the likelier first."""
    word = word.lower()
    if word in _SCHEMES:
        return (word,)
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - few links need it

    near = tuple(scheme for scheme in _SCHEMES if OSA.distance(word, scheme, score_cutoff=1) <= 1)
    if "s" in word and "https" in near:
        return ("https",)
    return near[::-1] or None
