"""Requests as manners ask for: so many at once, again after a while, and on along redirects."""

from __future__ import annotations

import asyncio
import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from resilify_cli.links.fetcher import Answer, Failure, Fetcher
from resilify_cli.links.guard import host_of

if TYPE_CHECKING:
    from types import TracebackType

    from resilify_cli.links.options import CheckOptions

_MOVED: Final = frozenset((301, 302, 303, 307, 308))
_MOVED_FOR_GOOD: Final = frozenset((301, 308))
_MAY_PASS: Final = frozenset((408, 425, 429))
_FAILURES_THAT_MAY_PASS: Final = frozenset(
    (Failure.TIMEOUT, Failure.RESET, Failure.LOOKUP, Failure.UNREACHABLE)
)
_USUAL_PORTS: Final = {"http": 80, "https": 443}
_SAFE: Final = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(slots=True)
class Trail:
    """The way to one link's answer, as far as it has come.

    `dead_end` says why a redirect cannot be followed, `left_out` why it is not wanted.
    """

    address: str
    method: str = "HEAD"
    wants_body: bool = False
    accept: str | None = None
    attempts: int = 1
    seconds: float = 0.0
    passed: set[str] = field(default_factory=set)
    is_permanent: bool = True
    has_cookies: bool = False
    dead_end: str | None = None
    left_out: str | None = None
    origin: str = field(init=False)

    def __post_init__(self) -> None:
        """Remember where it began."""
        self.origin = self.address

    def turn(self, answer: Answer, limit: int) -> bool:
        """Go where a redirect points, and tell whether there is a way on."""
        here, fragment = urldefrag(self.address)
        self.passed.add(here)
        self.is_permanent &= answer.status in _MOVED_FOR_GOOD
        self.has_cookies |= answer.sets_cookie
        try:
            there, new_fragment = urldefrag(_as_sent(urljoin(here, answer.location or "")))
        except ValueError:
            self.dead_end = f"redirects to what is no web address: {shortened(answer.location or '')}"
            return False
        # As browsers do: RFC 9110, 10.2.2.
        fragment = new_fragment or fragment
        self.address = f"{there}#{fragment}" if fragment else there
        if not answer.location:
            self.dead_end = "redirects without saying where to"
        elif there in self.passed:
            self.dead_end = "redirects in a circle"
        elif len(self.passed) > limit:
            self.dead_end = f"redirects more than {limit} times"
        return self.dead_end is None

    @property
    def loses_encryption(self) -> bool:
        """Tell whether a secure link has been led to an open page."""
        return self.origin.lower().startswith("https:") and self.address.lower().startswith("http:")

    @property
    def is_at_home(self) -> bool:
        """Tell whether it is still, or again, at the server where it began, and as safe as it began."""
        return _server_of(self.address) == _server_of(self.origin) and not self.loses_encryption


class Pace:
    """How often a service may be asked: so many requests at once, and `gap` seconds from one to the next."""

    def __init__(self, at_once: int, gap: float = 0.0) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._gap = gap
        self._next = 0.0

    async def __aenter__(self) -> Self:
        await self._places.acquire()
        now = asyncio.get_running_loop().time()
        wait, self._next = self._next - now, max(now, self._next) + self._gap
        try:
            if wait > 0:
                await asyncio.sleep(wait)
        except BaseException:
            self._places.release()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._places.release()

    def heed(self, answer: Answer) -> None:
        """Slow down to what a service asks for in its answer."""
        if answer.seconds_apart is not None:
            self._gap = max(self._gap, answer.seconds_apart)


class Places:
    """Who may ask now: so many at once over all hosts, and so many of one host."""

    def __init__(self, concurrency: int, per_host: int) -> None:
        self.all = asyncio.Semaphore(concurrency)
        self.of_host: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(per_host))


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for addresses until there is an answer to judge; whoever waits for another try takes no place.

    `leaves_out` says why an address that a redirect leads to is not wanted; `headers` what to send along.
    """

    options: CheckOptions
    fetcher: Fetcher
    places: Places
    pace: Pace | None = None
    leaves_out: Callable[[str], str | None] = lambda _: None
    headers: Callable[[Trail], Mapping[str, str]] = lambda _: {}

    async def follow(self, trail: Trail) -> Answer:
        """Return the answer at the end of all redirects."""
        answer = await self.ask(trail)
        while answer.status in _MOVED and trail.turn(answer, self.options.max_redirects):
            trail.left_out = self.leaves_out(trail.address)
            if trail.left_out is not None:
                return answer
            answer = await self.ask(trail)
        return answer

    async def ask(self, trail: Trail) -> Answer:
        """Return the answer of one address: to HEAD if that is a good one, and after retries if it may get better."""
        while True:
            answer = await self._request(trail)
            if trail.method == "HEAD" and _needs_get(answer):
                trail.method = "GET"
                continue
            pause = self._pause(answer, trail.attempts)
            if pause is None:
                return answer
            trail.attempts += 1
            if answer.failure is not None:
                trail.method = "GET"  # some servers hang or hang up on HEAD
            await asyncio.sleep(pause)

    async def _request(self, trail: Trail) -> Answer:
        headers = {**self.headers(trail), **({"Accept": trail.accept} if trail.accept else {})}
        host = self.places.of_host[host_of(trail.address)]
        # In this order: whoever waits for a service's pace, or for a place at a host, keeps nobody else waiting.
        async with self.pace or nullcontext(), host, self.places.all:
            now = asyncio.get_running_loop().time
            start = now()
            answer = await self.fetcher.fetch(
                trail.method, trail.address, wants_body=trail.wants_body, headers=headers
            )
            trail.seconds += now() - start
        if self.pace is not None:
            self.pace.heed(answer)
        return answer

    def _pause(self, answer: Answer, attempts: int) -> float | None:
        """How many seconds to wait before asking again; None: do not."""
        if attempts > self.options.retries or not _may_get_better(answer):
            return None
        asked = seconds_of(answer.retry_after)
        if asked is None:
            jitter = random.uniform(0.5, 1.5)  # noqa: S311 - spreads requests, hides nothing
            return self.options.backoff * 2.0 ** (attempts - 1) * jitter
        # To come back sooner than told is of no use to anybody.
        return asked if asked <= self.options.retry_after_limit else None


def seconds_of(retry_after: str | None) -> float | None:
    """Return the wait that a Retry-After header asks for; None for nonsense. Source: RFC 9110, 10.2.3."""
    text = (retry_after or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def may_pass(status: int) -> bool:
    """Tell whether a status says that the next answer may be another."""
    return status in _MAY_PASS or 500 <= status <= 599  # noqa: PLR2004 - what the digits mean


def shortened(text: str, limit: int = 200) -> str:
    """Return a text, or its beginning where it is long."""
    return text if len(text) <= limit else f"{text[:limit]}…"


def _as_sent(url: str) -> str:
    """Percent-encode what an address cannot hold, as it goes over the wire. Raises ValueError for what is no address."""
    parts = urlsplit(url)
    path, query, fragment = (quote(text, safe=_SAFE) for text in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def _server_of(address: str) -> tuple[str | None, int | None] | None:
    """The host and port of an address, None for the usual port of its scheme; None for what is no address."""
    try:
        parts = urlsplit(address)
        return parts.hostname, None if parts.port == _USUAL_PORTS.get(parts.scheme) else parts.port
    except ValueError:
        return None


def _needs_get(answer: Answer) -> bool:
    """Tell whether an answer to HEAD may be one to HEAD only."""
    if answer.status is None:
        return answer.failure is Failure.PROTOCOL
    return answer.status >= HTTPStatus.BAD_REQUEST and answer.status != HTTPStatus.TOO_MANY_REQUESTS


def _may_get_better(answer: Answer) -> bool:
    if answer.status is None:
        return answer.failure in _FAILURES_THAT_MAY_PASS
    return not answer.is_wall and may_pass(answer.status)
