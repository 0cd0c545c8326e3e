"""The one way out of the program: a single request to an address that the guard lets pass.

What goes wrong on the way is a value, never an exception. A request follows no redirect, keeps no cookie, and
connects to the very address that was judged, so that a name cannot lead elsewhere the second time it is asked.
"""

from __future__ import annotations

import dataclasses
import errno
import logging
import os
import re
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import aiohttp
from yarl import URL

from resilify_cli.links.fetcher import BODY_LIMIT, NO_HEADERS, Answer, Failure, Fetcher
from resilify_cli.links.proxies import Proxies
from resilify_cli.links.resolver import GuardedResolver, RefusedError, system_addresses

if TYPE_CHECKING:
    from resilify_cli.links.guard import Guard
    from resilify_cli.links.options import CheckOptions

# Bytes of one header field: the policies of some sites are longer than aiohttp's 8 KiB.
_FIELD_LIMIT: Final = 64 * 1024
_IDLE_SECONDS: Final = 2.0  # short: with many hosts, idle connections would use up the file descriptors
_LEGAL: Final = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_WALLS: Final = ("cf-mitigated", "x-amzn-waf-action")
# A name that exists but has no address is the same to a reader. Not every system has that code.
_NO_HOST: Final = frozenset((socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)))
_CUT: Final = frozenset((errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE))
# X509_V_ERR_*: not yet valid, expired, signed by itself, revoked, for another host.
_REFUSED_CERTIFICATES: Final = frozenset((9, 10, 18, 23, 62))

_HTML: Final = frozenset(("text/html", "application/xhtml+xml"))
_MOST_SECONDS_APART: Final = 10.0
_RATE: Final = re.compile(r"\s*(\d{1,9})\s*s?\s*", re.IGNORECASE)

# aiohttp logs what it cannot read in an answer; without a handler that would reach standard error.
logging.getLogger("aiohttp").addHandler(logging.NullHandler())


class _AiohttpFetcher:
    """A Fetcher on one aiohttp session."""

    def __init__(
        self, session: aiohttp.ClientSession, guard: Guard, timeout: float, proxies: Proxies
    ) -> None:
        self._session = session
        self._guard = guard
        self._timeout = timeout
        self._proxies = proxies

    async def fetch(
        self, method: str, url: str, *, wants_body: bool = False, headers: Mapping[str, str] = NO_HEADERS
    ) -> Answer:
        """See Fetcher."""
        fault = self._guard.url_fault(url)
        if fault is not None:
            return Answer(failure=Failure.REFUSED, reason=fault)
        try:
            address = self._address(url)
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
            raise RefusedError(fault)
        return address


@asynccontextmanager
async def open_fetcher(options: CheckOptions, guard: Guard) -> AsyncIterator[Fetcher]:
    """Give a Fetcher that keeps connections for as long as the context lasts.

    It sets no limit to the requests under way at once: that is for the caller to keep.
    """
    proxies = Proxies.of_environment() if options.uses_proxies else Proxies()
    # The proxies are a person's own choice, and may be anywhere.
    free = dataclasses.replace(guard, hosts=guard.hosts | proxies.hosts)
    resolver = GuardedResolver(free, options.lookup or system_addresses, options.dial)
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
        case RefusedError():
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
