"""Web addresses and DOIs that stand in running text."""

from __future__ import annotations

import re
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
    dois = doi.find(text) if "10." in text else []
    found = [(found.extent, LinkKind.DOI, doi.to_url(found.doi)) for found in dois]
    if "://" in text:
        for match in _ADDRESS.finditer(text):
            url = _trimmed(match[0])
            extent = (match.start(), match.start() + len(url))
            if doi.doi_of(url) and not any(
                _meet(extent, other) for other, *_ in found
            ):  # a percent-encoded one
                found.append((extent, LinkKind.DOI, url))
            elif not doi.doi_of(url):
                # The address of a page may hold a DOI, as publishers' do: it is the page that opens.
                found = [item for item in found if not _meet(extent, item[0])]
                found.append((extent, LinkKind.URL, url))
    for extent, kind, url in sorted(found):
        yield kind, url, extent


def _trimmed(address: str) -> str:
    """Cut the punctuation of the sentence around, and brackets that nothing in the address opened."""
    while address:
        last = address[-1]
        opening = _CLOSING.get(last)
        if last in _TRAILING or (opening and address.count(last) > address.count(opening)):
            address = address[:-1]
        else:
            break
    return address


def _meet(extent: Extent, other: Extent) -> bool:
    return extent[0] < other[1] and other[0] < extent[1]
