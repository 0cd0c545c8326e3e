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
_RESOLVER_URL: Final = re.compile(
    r"(?:https?:)?//(?:www\.)?(?:dx\.)?doi\.org/+(?:doi:)?(?P<doi>.*)", re.IGNORECASE | re.DOTALL
)
_MARKUP: Final = re.compile(r"</|<[a-zA-Z]+(?:\s[^<>]*)?/?>|&(?:nbsp|quot|lt|gt|amp);")
_SICI: Final = re.compile(r"<\d*::[^<>]*>")
_CLOSING: Final = {")": "(", "]": "[", "}": "{", ">": "<"}
_TRAILING: Final = ".,;:!?'’”…*_"
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
        doi = _trim(match[0])
        if doi is not None:
            found.append(FoundDoi(doi, (match.start(), match.start() + len(doi))))
    return found


def doi_of(url: str) -> str | None:
    """Return the DOI that an address of the DOI resolver names; None for any other address."""
    match = _RESOLVER_URL.match(url.strip())
    if match is None:
        return None
    doi = unquote(match["doi"])
    return doi if is_doi(doi) else None


def is_doi(text: str) -> bool:
    """Tell whether a text is one whole DOI."""
    return re.fullmatch(r"10\.\d{4,9}(?:\.\d+)*/\S+", text, re.ASCII) is not None


def to_url(doi: str) -> str:
    """Return the address that opens a DOI, with what an address cannot hold percent-encoded."""
    return RESOLVER + quote(doi, safe=_SAFE_IN_PATH)


def _trim(text: str) -> str | None:
    """Cut markup behind a DOI, then closing punctuation that nothing in the DOI opened."""
    sici = _SICI.search(text)
    markup = _MARKUP.search(text, sici.end() if sici else 0)
    if markup:
        text = text[: markup.start()]
    counts = Counter(text)
    end = len(text)
    while end:
        last = text[end - 1]
        opening = _CLOSING.get(last)
        if last not in _TRAILING and (opening is None or counts[last] <= counts[opening]):
            break
        counts[last] -= 1
        end -= 1
    return text[:end] if is_doi(text[:end]) else None
