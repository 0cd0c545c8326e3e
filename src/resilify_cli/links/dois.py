"""Whether a DOI is registered: as the handle proxy says, not the publisher, who turns robots away.

Source: the Handle.Net proxy documentation, response codes of its REST API.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from resilify_cli.links.asking import Asker, Trail
from resilify_cli.links.fetcher import Answer
from resilify_cli.links.pages import in_words
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus
from resilify_cli.references.doi import doi_of

if TYPE_CHECKING:
    from resilify_cli.links.metadata import Registries

_EXISTS: Final = 1
_NO_SUCH_HANDLE: Final = frozenset((100, 102, 200))


class Dois:
    """Checks DOIs."""

    def __init__(self, asker: Asker, service: str, registries: Registries | None) -> None:
        self._asker = asker
        self._service = service.rstrip("/")
        self._registries = registries

    async def check(self, url: str) -> LinkResult:
        """Return whether the DOI of an address exists and, where that is asked for, what it stands for."""
        doi = doi_of(url)
        if doi is None:
            return LinkResult(url, LinkKind.DOI, LinkStatus.INVALID, reason="there is no DOI in it")
        address = f"{self._service}/api/handles/{quote(doi, safe='/')}?type=URL"
        trail = Trail(address, "GET", wants_body=True)
        answer = await self._asker.follow(trail)
        status, reason = _judged(trail, answer)
        result = LinkResult(
            url,
            LinkKind.DOI,
            status,
            http=answer.status,
            reason=reason,
            attempts=trail.attempts,
            elapsed_ms=round(trail.seconds * 1000),
        )
        if self._registries is None or status is not LinkStatus.OK:
            return result
        return dataclasses.replace(result, metadata=await self._registries.describe(doi))


def json_of(answer: Answer) -> object:
    """Return the JSON of an answer; None for what is none."""
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        return None


def _judged(trail: Trail, answer: Answer) -> tuple[LinkStatus, str | None]:
    told = json_of(answer)
    code = told.get("responseCode") if isinstance(told, dict) else None
    if type(code) is int and code == _EXISTS:
        return LinkStatus.OK, None
    if type(code) is int and code in _NO_SUCH_HANDLE:
        return LinkStatus.BROKEN, "no such DOI is registered"
    said = trail.dead_end or answer.reason or in_words(answer.status or 0)
    return LinkStatus.TRANSIENT, f"the DOI service did not say whether it exists: {said}"
