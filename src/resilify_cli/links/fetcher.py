"""The seam to the network: a single request, and what becomes of it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

BODY_LIMIT: Final = 1024 * 1024
"""Bytes of a body that are read at most."""
_OF_HOST_NAMES: Final = frozenset(("punycode", "idna"))
"""No page is written in these, and to read a long one in the first takes many seconds."""
NO_HEADERS: Final[Mapping[str, str]] = MappingProxyType({})


class Failure(enum.Enum):
    """Why there is no answer."""

    REFUSED = enum.auto()
    """The guard let nothing go out."""
    NO_HOST = enum.auto()
    """There is no such host."""
    LOOKUP = enum.auto()
    """The host could not be looked up now."""
    UNREACHABLE = enum.auto()
    """No connection could be made."""
    CERTIFICATE = enum.auto()
    """The host's certificate is one that no browser takes."""
    TLS = enum.auto()
    """No secure connection could be made; a browser may do better."""
    RESET = enum.auto()
    """The connection was cut before the answer was complete."""
    TIMEOUT = enum.auto()
    """The answer did not come in time."""
    PROTOCOL = enum.auto()
    """The answer is not HTTP."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one request: a `status` with what matters of its headers, or a `failure`.

    `reason` tells the failure in words for a person. `is_wall` says that a wall against robots answered in the
    site's place. `seconds_apart` is how far apart the server wants requests to be, where it says so. `body` holds at
    most BODY_LIMIT bytes, and nothing where none was asked for; `is_whole_html` says that it is all of a page.
    """

    status: int | None = None
    location: str | None = None
    retry_after: str | None = None
    seconds_apart: float | None = None
    is_wall: bool = False
    sets_cookie: bool = False
    body: bytes = b""
    is_whole_html: bool = False
    charset: str = "utf-8"
    failure: Failure | None = None
    reason: str = ""

    @property
    def text(self) -> str:
        """The body as text; what cannot be read in it is U+FFFD."""
        charset = "utf-8" if self.charset.lower() in _OF_HOST_NAMES else self.charset
        try:
            return self.body.decode(charset, "replace")
        except (LookupError, ValueError):  # no codec, or one that reads no pages, such as `undefined`
            return self.body.decode("utf-8", "replace")


class Fetcher(Protocol):
    """Sends single requests."""

    async def fetch(
        self, method: str, url: str, *, wants_body: bool = False, headers: Mapping[str, str] = NO_HEADERS
    ) -> Answer:
        """Return what one request brings; it raises nothing but CancelledError."""
        ...
