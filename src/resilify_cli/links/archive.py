"""The newest snapshot that a web archive has of a page that is gone.

Source: the address forms of the Wayback Machine: `/web/ADDRESS` redirects to `/web/TIMESTAMP/ADDRESS`. The redirect is not
followed: to name the snapshot is all that is wanted.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Final
from urllib.parse import urljoin

from resilify_cli.links.asking import Asker, Trail
from resilify_cli.links.results import LinkResult

_SNAPSHOT: Final = re.compile(r"/web/\d{4,14}(?:[a-z]{2}_)?/https?:/")


class Archive:
    """Asks a web archive for what is gone."""

    def __init__(self, asker: Asker, service: str) -> None:
        self._asker = asker
        self._service = service.rstrip("/")

    async def suggest(self, result: LinkResult) -> LinkResult:
        """Return the result of a dead link with the address of its snapshot, where there is one."""
        trail = Trail(f"{self._service}/web/{result.url}", "GET")
        answer = await self._asker.ask(trail)
        try:
            found = urljoin(trail.address, answer.location or "")
        except ValueError:
            return result
        is_snapshot = found.startswith(self._service) and _SNAPSHOT.match(found, len(self._service))
        return dataclasses.replace(result, suggestion=found) if is_snapshot else result
