"""Whether links lead anywhere: asks for each, follows where it leads, and judges as a person would.

A refusal is not an absence: what keeps robots out, or may pass, is never called broken.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import re
import signal
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from resilify_cli.links.guard import Guard
from resilify_cli.links.http import Answer, Failure, Fetcher, open_fetcher
from resilify_cli.links.options import DOI_SERVICE, CheckOptions
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus
from resilify_cli.references.doi import doi_of

_LOGGER: Final = logging.getLogger(__name__)

_MOVED: Final = frozenset((301, 302, 303, 307, 308))
_SAFE: Final = "%/:?#[]@!$&'()*+,;=~-._"
_MOVED_FOR_GOOD: Final = frozenset((301, 308))
_MAY_PASS: Final = frozenset((408, 425, 429))
_FAILURES_THAT_MAY_PASS: Final = frozenset(
    (Failure.TIMEOUT, Failure.RESET, Failure.LOOKUP, Failure.UNREACHABLE)
)
# Besides the plain refusals: 402 and 406 are what some sites answer to robots only, 999 is one network's own.
_REFUSALS: Final = frozenset((401, 402, 403, 406, 407, 429, 451, 999))

# What the handle proxy says of a DOI; source: the Handle.Net proxy documentation, response codes of its REST API.
_HANDLE_EXISTS: Final = 1
_NO_SUCH_HANDLE: Final = frozenset((100, 102, 200))


def check_urls(
    targets: Sequence[tuple[LinkKind, str]],
    options: CheckOptions,
    on_result: Callable[[LinkResult], object] = lambda _: None,
) -> list[LinkResult]:
    """Return one result per target, in their order; targets are web addresses and DOI links, each once.

    `on_result` is called with each result as it is found. Ctrl-C and SIGTERM end the requests under way and
    raise KeyboardInterrupt, when `on_result` has had all that was found till then; so does what `on_result`
    raises. It runs an event loop of its own, and cannot be called from within one.
    """
    if not targets:
        return []
    return asyncio.run(_check_all(targets, options, on_result))


async def _check_all(
    targets: Sequence[tuple[LinkKind, str]], options: CheckOptions, on_result: Callable[[LinkResult], object]
) -> list[LinkResult]:
    # What the loop has to complain about (a server's unclean end of TLS) is no news for a person.
    asyncio.get_running_loop().set_exception_handler(_log)

    async def check(kind: LinkKind, url: str) -> LinkResult:
        result = await checker.check(kind, url)
        on_result(result)
        return result

    async with AsyncExitStack() as stack:
        stack.enter_context(_ended_by_sigterm())
        web = await stack.enter_async_context(open_fetcher(options, Guard(options.allow_private)))
        dois = web
        if options.doi_service != DOI_SERVICE:
            # A person chose the service, so that it may be anywhere; what else is asked may not.
            guard = Guard(options.allow_private, frozenset((urlsplit(options.doi_service).hostname or "",)))
            dois = await stack.enter_async_context(open_fetcher(options, guard))
        checker = _Checker(options, web, dois)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(check(kind, url)) for kind, url in targets]
        except BaseExceptionGroup as errors:
            raise errors.exceptions[0] from None  # the first is the cause, the others come of it
    return [task.result() for task in tasks]


def _log(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    _LOGGER.debug("%s", context.get("message"), exc_info=context.get("exception"))


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """Let SIGTERM do what Ctrl-C does while the loop runs, unless somebody else deals with either."""
    ours = signal.getsignal(signal.SIGINT)
    is_ours = threading.current_thread() is threading.main_thread() and callable(ours)
    if not is_ours or signal.getsignal(signal.SIGTERM) not in (signal.SIG_DFL, signal.default_int_handler):
        yield
        return
    before = signal.signal(signal.SIGTERM, ours)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@dataclass(slots=True)
class _Trail:
    """The way to one link's answer, as far as it has come; `dead_end` says why a redirect cannot be followed."""

    address: str
    method: str = "HEAD"
    wants_body: bool = False
    attempts: int = 1
    seconds: float = 0.0
    passed: set[str] = field(default_factory=set)
    is_permanent: bool = True
    has_cookies: bool = False
    dead_end: str | None = None

    def turn(self, answer: Answer, limit: int) -> bool:
        """Go where a redirect points, and tell whether there is a way on."""
        here, fragment = urldefrag(self.address)
        self.passed.add(here)
        self.is_permanent &= answer.status in _MOVED_FOR_GOOD
        self.has_cookies |= answer.sets_cookie
        try:
            there, new_fragment = urldefrag(_as_sent(urljoin(here, answer.location or "")))
        except ValueError:
            self.dead_end = f"redirects to what is no web address: {_shortened(answer.location or '')}"
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


def _as_sent(url: str) -> str:
    """Percent-encode what an address cannot hold, as it goes over the wire. Raises ValueError for what is no address."""
    parts = urlsplit(url)
    path, query = (quote(text, safe=_SAFE) for text in (parts.path, parts.query))
    return urlunsplit((parts.scheme, parts.netloc, path, query, parts.fragment))


class _Checker:
    """Asks for links, so many at once, and so many of one host; whoever waits for anything else takes no place."""

    def __init__(self, options: CheckOptions, web: Fetcher, dois: Fetcher) -> None:
        self._options = options
        self._web = web
        self._dois = dois
        self._places = asyncio.Semaphore(options.concurrency)
        self._places_of: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(options.per_host)
        )

    async def check(self, kind: LinkKind, url: str) -> LinkResult:
        return await (self._check_doi(url) if kind is LinkKind.DOI else self._check_page(kind, url))

    async def _check_page(self, kind: LinkKind, url: str) -> LinkResult:
        trail = _Trail(url)
        answer = await self._follow(self._web, trail)
        return _page_result(kind, url, trail, answer)

    async def _check_doi(self, url: str) -> LinkResult:
        doi = doi_of(url)
        if doi is None:
            return LinkResult(url, LinkKind.DOI, LinkStatus.INVALID, reason="there is no DOI in it")
        service = self._options.doi_service.rstrip("/")
        trail = _Trail(f"{service}/api/handles/{quote(doi, safe='/')}?type=URL", "GET", wants_body=True)
        answer = await self._follow(self._dois, trail)
        return _doi_result(url, trail, answer)

    async def _follow(self, fetcher: Fetcher, trail: _Trail) -> Answer:
        """Return the answer at the end of all redirects."""
        answer = await self._ask(fetcher, trail)
        while answer.status in _MOVED and trail.turn(answer, self._options.max_redirects):
            answer = await self._ask(fetcher, trail)
        return answer

    async def _ask(self, fetcher: Fetcher, trail: _Trail) -> Answer:
        """Return the answer of one address: to HEAD if that is a good one, and after retries if it may get better."""
        while True:
            answer = await self._request(fetcher, trail)
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

    async def _request(self, fetcher: Fetcher, trail: _Trail) -> Answer:
        async with self._places_of[_host(trail.address)], self._places:
            now = asyncio.get_running_loop().time
            start = now()
            answer = await fetcher.fetch(trail.method, trail.address, wants_body=trail.wants_body)
            trail.seconds += now() - start
        return answer

    def _pause(self, answer: Answer, attempts: int) -> float | None:
        """How many seconds to wait before asking again; None: do not."""
        if attempts > self._options.retries or not _may_pass(answer):
            return None
        asked = seconds_of(answer.retry_after)
        if asked is None:
            jitter = random.uniform(0.5, 1.5)  # noqa: S311 - spreads requests, hides nothing
            return self._options.backoff * 2.0 ** (attempts - 1) * jitter
        # To come back sooner than told is of no use to anybody.
        return asked if asked <= self._options.retry_after_limit else None


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


def _needs_get(answer: Answer) -> bool:
    """Tell whether an answer to HEAD may be one to HEAD only."""
    if answer.status is None:
        return answer.failure is Failure.PROTOCOL
    return answer.status >= HTTPStatus.BAD_REQUEST and answer.status != HTTPStatus.TOO_MANY_REQUESTS


def _may_pass(answer: Answer) -> bool:
    if answer.status is None:
        return answer.failure in _FAILURES_THAT_MAY_PASS
    return not answer.is_wall and (answer.status in _MAY_PASS or _is_server_error(answer.status))


def _is_server_error(status: int) -> bool:
    return 500 <= status <= 599  # noqa: PLR2004 - what the digits mean


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # no address; the guard will say so
        return ""


def _page_result(kind: LinkKind, url: str, trail: _Trail, answer: Answer) -> LinkResult:
    status, reason = _judged(trail, answer)
    suggestion = None
    if trail.passed and status is LinkStatus.OK:
        status, reason = LinkStatus.REDIRECTED, _redirection(url, trail)
        suggestion = (
            trail.address if trail.is_permanent and not _is_front_page_instead(url, trail.address) else None
        )
    elif trail.passed and trail.dead_end is None:
        reason = f"redirects to {_shortened(trail.address)}: {reason}"
    return LinkResult(
        url,
        kind,
        status,
        http=answer.status,
        final_url=trail.address if trail.passed else None,
        reason=reason,
        attempts=0 if status is LinkStatus.INVALID else trail.attempts,
        elapsed_ms=round(trail.seconds * 1000),
        suggestion=suggestion,
    )


def _judged(trail: _Trail, answer: Answer) -> tuple[LinkStatus, str | None]:
    """What an answer means to a reader, and why."""
    if trail.dead_end is not None:
        if trail.has_cookies:
            # Many publishers go round until a cookie comes back; a browser gets in.
            return LinkStatus.BLOCKED, f"{trail.dead_end}, where cookies are not kept"
        return LinkStatus.BROKEN, trail.dead_end
    if answer.status is None:
        return _failure_status(trail, answer.failure), answer.reason
    if answer.is_wall:
        return LinkStatus.BLOCKED, f"a wall against robots {_in_words(answer.status)}"
    status = _http_status(answer.status)
    return status, None if status is LinkStatus.OK else _in_words(answer.status)


def _failure_status(trail: _Trail, failure: Failure | None) -> LinkStatus:
    if failure is Failure.REFUSED:
        return LinkStatus.BROKEN if trail.passed else LinkStatus.INVALID
    return LinkStatus.BROKEN if failure in (Failure.NO_HOST, Failure.CERTIFICATE) else LinkStatus.TRANSIENT


def _http_status(status: int) -> LinkStatus:
    if status < HTTPStatus.OK:  # an answer that says that another is to come, or nothing
        return LinkStatus.TRANSIENT
    if status < HTTPStatus.BAD_REQUEST:
        return LinkStatus.OK
    if status in _REFUSALS:
        return LinkStatus.BLOCKED
    if status in _MAY_PASS or _is_server_error(status):
        return LinkStatus.TRANSIENT
    return LinkStatus.BROKEN


def _in_words(status: int) -> str:
    try:
        return f"answers {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"answers {status}"


def _redirection(url: str, trail: _Trail) -> str:
    reason = "has moved for good" if trail.is_permanent else "redirects for now"
    if _is_front_page_instead(url, trail.address):
        reason += ", to the front page of a site"
    is_downgrade = url.lower().startswith("https:") and trail.address.lower().startswith("http:")
    return f"{reason}, and is no longer encrypted" if is_downgrade else reason


def _is_front_page_instead(url: str, address: str) -> bool:
    """Tell whether a page gave way to a front page, as sites do with pages that they have removed."""
    before, after = urlsplit(url), urlsplit(address)
    return (
        after.path in ("", "/") and not after.query and (before.path not in ("", "/") or bool(before.query))
    )


def _shortened(text: str, limit: int = 200) -> str:
    return text if len(text) <= limit else f"{text[:limit]}…"


def _doi_result(url: str, trail: _Trail, answer: Answer) -> LinkResult:
    status, reason = _judged_doi(trail, answer)
    return LinkResult(
        url,
        LinkKind.DOI,
        status,
        http=answer.status,
        reason=reason,
        attempts=trail.attempts,
        elapsed_ms=round(trail.seconds * 1000),
    )


def _judged_doi(trail: _Trail, answer: Answer) -> tuple[LinkStatus, str | None]:
    code = _response_code(answer.body)
    if code == _HANDLE_EXISTS:
        return LinkStatus.OK, None
    if code in _NO_SUCH_HANDLE:
        return LinkStatus.BROKEN, "no such DOI is registered"
    said = trail.dead_end or answer.reason or _in_words(answer.status or 0)
    return LinkStatus.TRANSIENT, f"the DOI service did not say whether it exists: {said}"


def _response_code(body: bytes) -> int | None:
    """The code in an answer of the handle proxy; None for any other answer."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return None
    code = answer.get("responseCode") if isinstance(answer, dict) else None
    return code if type(code) is int else None
