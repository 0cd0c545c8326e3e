"""Web addresses and DOIs that stand in running text."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Extent
from resilify_cli.links.results import LinkKind
from resilify_cli.references import doi

_ADDRESS: Final = re.compile(r"(?<![\w/])https?://[^\s<>\"“”‘’`|\\^{}]+", re.IGNORECASE)
_TRAILING: Final = ".,;:!?'*_…"
_CLOSING: Final = {")": "(", "]": "["}


def find(text: str) -> Iterator[tuple[LinkKind, str, Extent]]:
    """Yield each link of a text with its extent there; a DOI as the address that opens it, however it is written."""
    dois = deque(doi.find(text) if "10." in text else ())
    for url, extent in _addresses(text) if "://" in text else ():
        while dois and dois[0].extent[1] <= extent[0]:
            yield _doi(dois.popleft())
        inside = []
        while dois and dois[0].extent[0] < extent[1]:
            inside.append(dois.popleft())
        if doi.doi_of(url) is None:
            # The address of a page may hold a DOI, as publishers' do: it is the page that opens.
            yield LinkKind.URL, url, extent
        elif inside:
            yield from map(_doi, inside)
        else:  # a DOI that is percent-encoded
            yield LinkKind.DOI, url, extent
    yield from map(_doi, dois)


def _doi(found: doi.FoundDoi) -> tuple[LinkKind, str, Extent]:
    return LinkKind.DOI, doi.to_url(found.doi), found.extent


def _addresses(text: str) -> Iterator[tuple[str, Extent]]:
    for match in _ADDRESS.finditer(text):
        url = match[0][: _end(match[0])]
        yield url, (match.start(), match.start() + len(url))


def _end(address: str) -> int:
    """Where an address ends, before the punctuation of the sentence around and brackets that nothing in it opened."""
    counts = Counter(address)
    end = len(address)
    while end:
        last = address[end - 1]
        opening = _CLOSING.get(last)
        if last not in _TRAILING and (opening is None or counts[last] <= counts[opening]):
            break
        counts[last] -= 1
        end -= 1
    return end
