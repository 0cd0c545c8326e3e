"""What registries say of the work behind a DOI: its title, its year, and whether it was retracted.

Sources: the REST API of Crossref (`/works/{doi}`; `updated-by` names what retracts a work, the data of Retraction
Watch included, `update-to` what a notice retracts), the REST API of DataCite (`/dois/{doi}`), and CSL JSON by
content negotiation at the resolver, for the other agencies. An answer of a shape that is not documented is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from resilify_cli.content.html import to_text
from resilify_cli.links.asking import Asker, Trail
from resilify_cli.links.dois import json_of
from resilify_cli.links.options import Services
from resilify_cli.links.results import Metadata

_CSL: Final = "application/vnd.citationstyles.csl+json"
_LONGEST: Final = 500
"""Characters of a title that are read: the longest that is known has fewer."""
_RETRACTING: Final = frozenset(("retraction", "withdrawal", "removal"))
# Publishers mark the title itself, too: "RETRACTED: …", "Retracted Article: …", "[Withdrawn] …".
_MARKED: Final = re.compile(r"\W*(?:retracted|withdrawn)\b(?:\s+article)?\s*[:\])—–-]", re.IGNORECASE)


class Registries:
    """Asks one registry after another."""

    def __init__(self, crossref: Asker, datacite: Asker, resolver: Asker, services: Services) -> None:
        self._crossref = crossref
        self._datacite = datacite
        self._resolver = resolver
        self._services = services

    async def describe(self, doi: str) -> Metadata | None:
        """Return what the first registry that knows a DOI says of it; None where none does, or none answers."""
        path = quote(doi, safe="")
        mailto = f"?mailto={quote(self._services.mailto)}" if self._services.mailto else ""
        crossref = await _told(self._crossref, f"{_base(self._services.crossref)}/works/{path}{mailto}")
        found = _of_crossref(crossref, doi)
        if found is None:
            found = _of_datacite(await _told(self._datacite, f"{_base(self._services.datacite)}/dois/{path}"))
        if found is None:
            address = f"{_base(self._services.doi)}/{quote(doi, safe='/')}"
            found = _of_csl(await _told(self._resolver, address, _CSL))
        return found


async def _told(asker: Asker, address: str, accept: str = "application/json") -> dict[str, Any]:
    answer = await asker.follow(Trail(address, "GET", wants_body=True, accept=accept))
    told = json_of(answer) if answer.status == 200 else None  # noqa: PLR2004 - the one good answer
    return told if isinstance(told, dict) else {}


def _base(service: str) -> str:
    return service.rstrip("/")


def _of_crossref(told: dict[str, Any], doi: str) -> Metadata | None:
    work = _mapping(told.get("message"))
    titles = [
        *_texts(work.get("title")),
        *_texts(work.get("original-title")),
        *_texts(work.get("short-title")),
    ]
    retracting = [
        *_items(work.get("updated-by")),
        # A publisher may write the notice over the work, under the same DOI.
        *(
            update
            for update in _items(work.get("update-to"))
            if str(update.get("DOI", "")).lower() == doi.lower()
        ),
    ]
    is_retracted = any(update.get("type") in _RETRACTING for update in retracting)
    return _metadata(titles, _year(work.get("issued")), "crossref", is_retracted=is_retracted)


def _of_datacite(told: dict[str, Any]) -> Metadata | None:
    work = _mapping(_mapping(told.get("data")).get("attributes"))
    titles = [text for title in _items(work.get("titles")) for text in _texts(title.get("title"))]
    year = work.get("publicationYear")
    return _metadata(titles, year if type(year) is int else None, "datacite")


def _of_csl(told: dict[str, Any]) -> Metadata | None:
    return _metadata(list(_texts(told.get("title"))), _year(told.get("issued")), "doi")


def _metadata(
    titles: list[str], year: int | None, source: str, *, is_retracted: bool = False
) -> Metadata | None:
    if not titles and not is_retracted:
        return None
    marked = any(_MARKED.match(title) for title in titles)
    title = titles[0] if titles else None
    return Metadata(title, year, is_retracted or marked, source, other_titles=tuple(titles[1:]))


def _year(issued: object) -> int | None:
    """The year of a date as CSL has it: `{"date-parts": [[2019, 3, 1]]}`."""
    parts = _mapping(issued).get("date-parts")
    while isinstance(parts, list) and parts:
        parts = parts[0]
    return parts if type(parts) is int else None


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _texts(value: object) -> Iterator[str]:
    """A text, or each of several, as it reads: titles hold tags."""
    for item in value if isinstance(value, list) else [value]:
        text = " ".join(to_text(item).split()) if isinstance(item, str) else ""
        if text:
            yield text[:_LONGEST]
