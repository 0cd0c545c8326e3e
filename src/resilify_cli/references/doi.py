"""Digital Object Identifiers, found in whatever dress people write them.

Source: the DOI Handbook, 2.2 (a prefix `10.` and digits, a slash, a suffix of any printable characters) and
the pattern that Crossref recommends; a suffix may hold brackets and `<`, `>`, `;` (the SICI form).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from resilify_cli.diagnostics import Extent

RESOLVER: Final = "https://doi.org/"
_DOI: Final = re.compile(r"(?<![\w.])10\.\d{4,9}(?:\.\d+)*/[^\s\"“”]+", re.ASCII)
_WHOLE: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.ASCII)
_RESOLVER_URL: Final = re.compile(
    r"(?:https?:)?//(?P<www>www\.)?(?:dx\.)?doi\.org(?:/+(?:doi:)?|$)(?P<doi>[^?#]*)", re.IGNORECASE
)
_MARKUP: Final = re.compile(r"</|<[a-zA-Z]+(?:\s[^<>]*)?/?>|&(?:nbsp|quot|lt|gt|amp);")
_SICI: Final = re.compile(r"<\d*::[^<>]*>")
_CLOSING: Final = {")": "(", "]": "[", "}": "{", ">": "<"}
TRAILING: Final = ".,;:!?'’”…*_"
_CUT: Final = frozenset((*TRAILING, *_CLOSING))
_SAFE_IN_PATH: Final = "/:;()@,.!*'$&=+-_~"


@dataclass(frozen=True, slots=True)
class FoundDoi:
    """A DOI in a text, and where it stands there."""

    doi: str
    extent: Extent


def find(text: str) -> list[FoundDoi]:
    """Return the DOIs of a running text, without the punctuation of the sentence around them."""
    found = []
    for match in _DOI.finditer(text):
        doi = trim(match[0])
        if doi is not None:
            found.append(FoundDoi(doi, (match.start(), match.start() + len(doi))))
    return found


def doi_of(url: str) -> str | None:
    """Return the DOI that an address of the DOI resolver names; None for any other address."""
    path = resolver_path(url.strip())
    doi = unquote(path["doi"]) if path else ""
    return doi if is_doi(doi) else None


def opened_by(url: str) -> FoundDoi | None:
    """Return the DOI that an address names, be it the resolver's or a publisher's, and where it stands in it."""
    path = resolver_path(url)
    named = doi_of(url)
    if path and named:
        return FoundDoi(named, path.span("doi"))
    return next(iter(find(url)), None)


def resolver_path(url: str) -> re.Match[str] | None:
    """Match an address of the DOI resolver: `doi` is what it is asked for, as written, without query and fragment."""
    return _RESOLVER_URL.match(url)


def is_doi(text: str) -> bool:
    """Tell whether a text is one whole DOI."""
    return _WHOLE.fullmatch(text) is not None


def to_url(doi: str) -> str:
    """Return the address that opens a DOI, with what an address cannot hold percent-encoded."""
    return RESOLVER + quote(doi, safe=_SAFE_IN_PATH)


def trim(text: str) -> str | None:
    """Cut markup behind a DOI, then closing punctuation that nothing in the DOI opened; None if none is left."""
    if "<" in text or "&" in text:
        sici = _SICI.search(text)
        markup = _MARKUP.search(text, sici.end() if sici else 0)
        text = text[: markup.start()] if markup else text
    if text[-1:] not in _CUT:
        return text if is_doi(text) else None
    counts, end = Counter(text), len(text)
    while end:
        last = text[end - 1]
        opening = _CLOSING.get(last)
        if last not in TRAILING and (opening is None or counts[last] <= counts[opening]):
            break
        counts[last] -= 1
        end -= 1
    return text[:end] if is_doi(text[:end]) else None
