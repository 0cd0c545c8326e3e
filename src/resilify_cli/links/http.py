"""The one way out of the program: a single request to an address that the guard lets pass.

What goes wrong on the way is a value, never an exception. A request follows no redirect, keeps no cookie, and
connects to the very address that was judged, so that a name cannot lead elsewhere the second time it is asked.
"""

from __future__ import annotations

import asyncio
import dataclasses
import enum
import errno
import logging
import os
import re
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, TypeVar
from urllib.parse import quote

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from resilify_cli.links.proxies import Proxies

if TYPE_CHECKING:
    from resilify_cli.links.guard import Guard
    from resilify_cli.links.options import CheckOptions, Dial, Lookup

BODY_LIMIT: Final = 1024 * 1024
"""Bytes of a body that are read at most."""
_FIELD_LIMIT: Final = (
    64 * 1024
)  # bytes of one header field; the policies of some sites are longer than aiohttp's 8 KiB
_IDLE_SECONDS: Final = 2.0  # short: with many hosts, idle connections would use up the file descriptors
_GOODBYE_SECONDS: Final = (
    0.02  # aiohttp before 3.12 ends TLS behind our back, and the loop must not close before that
)
_LEGAL: Final = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_WALLS: Final = ("cf-mitigated", "x-amzn-waf-action")
# A name that exists but has no address is the same to a reader. Not every system has that code.
_NO_HOST: Final = frozenset((socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)))
_CUT: Final = frozenset((errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE))
# X509_V_ERR_*: not yet valid, expired, signed by itself, revoked, for another host.
_REFUSED_CERTIFICATES: Final = frozenset((9, 10, 18, 23, 62))

_NO_HEADERS: Final[Mapping[str, str]] = MappingProxyType({})
_HTML: Final = frozenset(("text/html", "application/xhtml+xml"))
_MOST_SECONDS_APART: Final = 10.0
_RATE: Final = re.compile(r"\s*(\d{1,9})\s*s?\s*", re.IGNORECASE)

# aiohttp logs what it cannot read in an answer; without a handler that would reach standard error.
logging.getLogger("aiohttp").addHandler(logging.NullHandler())

Outcome = TypeVar("Outcome")


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
        try:
            return self.body.decode(self.charset, "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")


class Fetcher(Protocol):
    """Sends single requests."""

    async def fetch(
        self, method: str, url: str, *, wants_body: bool = False, headers: Mapping[str, str] = _NO_HEADERS
    ) -> Answer:
        """Return what one request brings; it raises nothing but CancelledError."""
        ...


class _RefusedError(OSError):
    """The guard refuses what a name leads to. An OSError, for aiohttp to pass on."""


class _GuardedResolver(AbstractResolver):
    """Looks names up, and refuses a name of which any address is not public."""

    def __init__(self, guard: Guard, lookup: Lookup, dial: Dial | None) -> None:
        self._guard = guard
        self._lookup = lookup
        self._dial = dial

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses to connect to. Raises OSError: `gaierror`, or the guard's refusal."""
        del family  # both are wanted
        addresses = await _in_thread(self._lookup, host)
        for address in addresses:
            fault = self._guard.address_fault(host, address)
            if fault is not None:
                raise _RefusedError(fault)
        return [self._endpoint(host, address, port) for address in addresses]

    def _endpoint(self, host: str, address: str, port: int) -> ResolveResult:
        if self._dial is not None:
            address, port = self._dial(address, port)
        family = socket.AF_INET if ip_address(address).version == 4 else socket.AF_INET6  # noqa: PLR2004 - IP's own number
        return ResolveResult(
            hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST
        )

    async def close(self) -> None:
        """Nothing is held open."""


class _AiohttpFetcher:
    """A Fetcher on one aiohttp session."""

    def __init__(
        self, session: aiohttp.ClientSession, guard: Guard, timeout: float, proxies: Proxies
    ) -> None:
        self._session = session
        self._guard = guard
        self._timeout = timeout
        self._proxies = proxies
        self.is_secure = False

    async def fetch(
        self, method: str, url: str, *, wants_body: bool = False, headers: Mapping[str, str] = _NO_HEADERS
    ) -> Answer:
        """See Fetcher."""
        fault = self._guard.url_fault(url)
        if fault is not None:
            return Answer(failure=Failure.REFUSED, reason=fault)
        try:
            address = self._address(url)
            self.is_secure |= address.scheme == "https"
            response = await self._session.request(
                method, address, allow_redirects=False, headers=headers, proxy=self._proxies.of(address)
            )
            try:
                body = await _read(response) if wants_body else b""
            finally:
                response.release()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure, reason = _failure_of(error, self._timeout)
            return Answer(failure=failure, reason=reason)
        return _answered(response, body)

    def _address(self, url: str) -> URL:
        """The address as it goes into the request. Raises ValueError, also where the guard refuses that form."""
        if _LEGAL.fullmatch(url):
            return URL(url, encoded=True)
        address = URL(url)
        # An international host has another form on the wire, and nothing goes out that was not judged.
        fault = self._guard.url_fault(str(address))
        if fault is not None:
            raise _RefusedError(fault)
        return address


@asynccontextmanager
async def open_fetcher(options: CheckOptions, guard: Guard) -> AsyncIterator[Fetcher]:
    """Give a Fetcher that keeps connections for as long as the context lasts.

    It sets no limit to the requests under way at once: that is for the caller to keep.
    """
    proxies = Proxies.of_environment() if options.uses_proxies else Proxies()
    # The proxies are a person's own choice, and may be anywhere.
    free = dataclasses.replace(guard, hosts=guard.hosts | proxies.hosts)
    resolver = _GuardedResolver(free, options.lookup or system_addresses, options.dial)
    tls: ssl.SSLContext | bool = not options.is_insecure
    if options.ca_file is not None and not options.is_insecure:
        tls = ssl.create_default_context()
        tls.load_verify_locations(options.ca_file)
    connector = aiohttp.TCPConnector(
        resolver=resolver, ssl=tls, limit=0, ttl_dns_cache=None, keepalive_timeout=_IDLE_SECONDS
    )
    session = aiohttp.ClientSession(
        connector=connector,
        # An answer that is not compressed cannot grow.
        headers={"User-Agent": options.user_agent, "Accept": "*/*", "Accept-Encoding": "identity"},
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=options.timeout),
        max_line_size=_FIELD_LIMIT,
        max_field_size=_FIELD_LIMIT,
    )
    fetcher = _AiohttpFetcher(session, guard, options.timeout, proxies)
    async with session:
        yield fetcher
    if fetcher.is_secure:
        await asyncio.sleep(_GOODBYE_SECONDS)


def system_addresses(host: str) -> list[str]:
    """Return the addresses of a host. Raises `socket.gaierror`. Source: `getaddrinfo`, which may block for long."""
    return list(
        dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM))
    )


async def _in_thread(function: Callable[[str], Outcome], argument: str) -> Outcome:
    """Call a function that blocks. Its thread is a daemon, as a look-up cannot be stopped and must hold up no end."""
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[Outcome] = loop.create_future()

    def settle(value: Outcome | None, error: Exception | None) -> None:
        if outcome.done():  # nobody waits any more
            return
        if error is not None:
            outcome.set_exception(error)
        else:
            outcome.set_result(value)  # type: ignore[arg-type]  # the value of a call that raised nothing

    def call() -> None:
        value, error = None, None
        try:
            value = function(argument)
        except Exception as raised:  # noqa: BLE001 - carried over to the one who waits
            error = raised
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, value, error)

    threading.Thread(target=call, daemon=True).start()
    return await outcome


async def _read(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    while piece := await response.content.read(BODY_LIMIT - len(body)):
        body += piece
    return bytes(body)


def _answered(response: aiohttp.ClientResponse, body: bytes) -> Answer:
    headers = response.headers
    location = headers.get("Location")
    is_html = response.content_type in _HTML and "Content-Encoding" not in headers
    return Answer(
        status=response.status,
        location=None if location is None else _printable(location),
        retry_after=headers.get("Retry-After"),
        seconds_apart=_seconds_apart(headers),
        is_wall=any(name in headers for name in _WALLS),
        sets_cookie="Set-Cookie" in headers,
        body=body,
        is_whole_html=bool(body) and is_html and len(body) < BODY_LIMIT,
        charset=response.charset or "utf-8",
    )


def _seconds_apart(headers: Mapping[str, str]) -> float | None:
    """How far apart requests are to be: `X-Rate-Limit-Limit: 50` and `X-Rate-Limit-Interval: 1s`, as Crossref says it."""
    limit, interval = (
        _RATE.fullmatch(headers.get(f"X-Rate-Limit-{name}", "")) for name in ("Limit", "Interval")
    )
    if not limit or not interval or not int(limit[1]):
        return None
    return min(int(interval[1]) / int(limit[1]), _MOST_SECONDS_APART)


def _printable(location: str) -> str:
    """Percent-encode bytes that are no UTF-8, which aiohttp hands over as lone surrogates."""
    try:
        location.encode()
    except UnicodeEncodeError:
        return quote(location.encode("utf-8", "surrogateescape"), safe="%/:?#[]@!$&'()*+,;=")
    return location


def _failure_of(error: Exception, timeout: float) -> tuple[Failure, str]:
    """Tell why a request failed, from what aiohttp raised or, where it only passed that on, from its cause."""
    cause = error.__cause__ if isinstance(error, aiohttp.ClientOSError) and error.__cause__ else error
    match cause:
        case _RefusedError():
            found = Failure.REFUSED, str(cause)
        case TimeoutError():
            found = Failure.TIMEOUT, f"no answer within {timeout:g} s"
        case socket.gaierror():
            found = _lookup_failure(cause)
        case ssl.SSLCertVerificationError():
            found = _certificate_failure(cause)
        case ssl.SSLError():
            found = Failure.TLS, f"no secure connection could be made ({cause.reason or cause})"
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientPayloadError():
            found = Failure.RESET, "the connection was cut"
        case OSError():
            found = _connection_failure(cause)
        case ValueError():
            found = Failure.REFUSED, "no web address"
        case _:
            found = Failure.PROTOCOL, "the answer is not HTTP"
    return found


def _lookup_failure(error: socket.gaierror) -> tuple[Failure, str]:
    if error.errno in _NO_HOST:
        return Failure.NO_HOST, "no such host"
    return Failure.LOOKUP, "the host cannot be looked up now"


def _certificate_failure(error: ssl.SSLCertVerificationError) -> tuple[Failure, str]:
    if error.verify_code in _REFUSED_CERTIFICATES:
        return Failure.CERTIFICATE, f"its certificate is not valid: {error.verify_message}"
    # A browser fetches a certificate that the server forgot to send on, and may trust more than this machine does.
    return Failure.TLS, f"its certificate cannot be verified here: {error.verify_message}"


def _connection_failure(error: OSError) -> tuple[Failure, str]:
    if error.errno in _CUT:
        return Failure.RESET, "the connection was cut"
    detail = os.strerror(error.errno) if error.errno else str(error)
    return Failure.UNREACHABLE, "no connection could be made" + (f" ({detail})" if detail else "")
