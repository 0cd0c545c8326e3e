"""A small web on loopback, with all that a check of links must live through.

`local_web()` serves it from a thread, and counts what is asked. The first step of a path says what happens:

    /ok/…                     200, with a short page
    /redirect/CODE/PATH       CODE, to /PATH of this web: /redirect/301/redirect/308/ok is a chain
    /location/CODE?TEXT       CODE, to whatever TEXT says (percent-decoded); without TEXT, no Location
    /loop, /round/1, /many/N  302 to itself; round a circle of two; ever on
    /cookies                  302 to itself until a cookie comes back
    /status/CODE              CODE
    /wall/CODE                CODE from a wall against robots
    /waiting-room             202 from another
    /limited/TEXT             429 with Retry-After TEXT once (percent-decoded), then 200
    /always-limited/TEXT      429 with Retry-After TEXT, without one where TEXT is missing
    /flaky/N                  500 N times, then 200
    /late/SECONDS             200, after so long
    /slow/…, /slow-head       never an answer; never one to HEAD
    /reset, /reset-head       a reset connection; one for HEAD only
    /hang-up                  a connection closed without an answer
    /no-head/CODE             CODE to HEAD, 200 to GET
    /garbage, /garbage-head   bytes that are no HTTP; such bytes to HEAD only
    /latin-1                  302 with a Location that is no UTF-8, then 200
    /bad-cookie               200 with a cookie that is none
    /huge-header/KIB          200 with a header field of that size
    /truncated, /endless      a body shorter than announced; a body without end
    /slow-body                a body of which the end never comes
    /endless-headers          a head without end
    /page/…                   HTML with the ids `top-part` and `möre`, and an anchor of the name `old`
    /bomb                     a compressed body, a thousand times as long as it looks
    /api/handles/DOI          a handle proxy: the DOI's suffix says what it answers (see `_HANDLES`)
    /works/DOI, /dois/DOI     Crossref and DataCite: the DOI's suffix says what they answer (see `_CROSSREF`, `_DATACITE`)
    /10.5555/SUFFIX           a DOI resolver that hands over CSL JSON to whoever accepts it (see `_CSL`)
    /web/ADDRESS              a web archive, which has what does not hold `never-archived`
"""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import ssl
import struct
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn
from urllib.parse import unquote

PUBLIC: Final = "93.184.216.34"
"""An address that is public; nothing here ever connects to it."""

SECURE_HOST: Final = "secure.example.org"
"""The host that the certificates are made out to. Key and certificates are made for these tests, for nothing else."""

_KEY: Final = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXcMmheTj80hu56WV
Q2QkMnKrL4w6Xnls8odN5m0OD2OhRANCAAReLXqG1+514hoOSeyr2Q1j0Xgyd+JK
QtxGiDZqwYsqrZtgE520CvOjAO8E4wY6Cmd+Fyim+HxeiEd8OamTcJeB
-----END PRIVATE KEY-----
"""
VALID: Final = """\
-----BEGIN CERTIFICATE-----
MIIBXzCCAQWgAwIBAgIUctjbY7N0myu1OxrM7ORgSkwNf2wwCgYIKoZIzj0EAwIw
HTEbMBkGA1UEAwwSc2VjdXJlLmV4YW1wbGUub3JnMCAXDTIwMDEwMTAwMDAwMFoY
DzIxMjAwMTAxMDAwMDAwWjAdMRswGQYDVQQDDBJzZWN1cmUuZXhhbXBsZS5vcmcw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAReLXqG1+514hoOSeyr2Q1j0Xgyd+JK
QtxGiDZqwYsqrZtgE520CvOjAO8E4wY6Cmd+Fyim+HxeiEd8OamTcJeBoyEwHzAd
BgNVHREEFjAUghJzZWN1cmUuZXhhbXBsZS5vcmcwCgYIKoZIzj0EAwIDSAAwRQIh
AKRQ0leX7AXWnASAureAomuNvBZyS198DvIY0PI4W497AiAnUwsVZxGtbl0+o0JZ
dV3x7cIjrdd8zlpMcshyeyupew==
-----END CERTIFICATE-----
"""
EXPIRED: Final = """\
-----BEGIN CERTIFICATE-----
MIIBXDCCAQOgAwIBAgIUETZWmSmAb8/6yJxau3pW0S7+SpMwCgYIKoZIzj0EAwIw
HTEbMBkGA1UEAwwSc2VjdXJlLmV4YW1wbGUub3JnMB4XDTIwMDEwMTAwMDAwMFoX
DTIxMDEwMTAwMDAwMFowHTEbMBkGA1UEAwwSc2VjdXJlLmV4YW1wbGUub3JnMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEXi16htfudeIaDknsq9kNY9F4MnfiSkLc
Rog2asGLKq2bYBOdtArzowDvBOMGOgpnfhcopvh8XohHfDmpk3CXgaMhMB8wHQYD
VR0RBBYwFIISc2VjdXJlLmV4YW1wbGUub3JnMAoGCCqGSM49BAMCA0cAMEQCIEOf
geaamMvZEtg3O9BOAiB/W8QgTH8AEAHTn7XqTXW1AiBW3j+wXG34n67cc7w4mibq
65/6NJkIogwd0tjUWO2ZAg==
-----END CERTIFICATE-----
"""
ORPHAN: Final = """\
-----BEGIN CERTIFICATE-----
MIIBVzCB/qADAgECAhQm2GcJheuzVwaCfRl7dLhhS2QLlDAKBggqhkjOPQQDAjAW
MRQwEgYDVQQDDAtOb2JvZHkncyBDQTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEw
MTAwMDAwMFowHTEbMBkGA1UEAwwSc2VjdXJlLmV4YW1wbGUub3JnMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEXi16htfudeIaDknsq9kNY9F4MnfiSkLcRog2asGL
Kq2bYBOdtArzowDvBOMGOgpnfhcopvh8XohHfDmpk3CXgaMhMB8wHQYDVR0RBBYw
FIISc2VjdXJlLmV4YW1wbGUub3JnMAoGCCqGSM49BAMCA0gAMEUCIB5nkNQqrl+l
c5o6boe4zIx1k81kaH9SZTPuAnzDSLBsAiEAs4M+2f3XV05b78y84VaTwzH2Eg36
cGYNIb2Y/WFjl9g=
-----END CERTIFICATE-----
"""
"""Signed by an authority that nobody knows."""


BOMB_SIZE: Final = 4 * 1024 * 1024
"""Bytes that the compressed body holds."""


class _Cut(Exception):  # noqa: N818 - an end, not an error
    """The connection ends here; with a reset, or without another word."""

    def __init__(self, *, reset: bool) -> None:
        super().__init__()
        self.reset = reset


@dataclass(frozen=True)
class Request:
    """A request as it came in; `at` is in seconds of the monotonic clock."""

    method: str
    path: str
    headers: Mapping[str, str]
    at: float


@dataclass
class Web:
    """A running web: where it is, and what was asked of it."""

    port: int
    scheme: str = "http"
    host: str = "127.0.0.1"
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    under_way: int = 0
    most_at_once: int = 0

    @property
    def base(self) -> str:
        """Its address, without a slash at the end."""
        return f"{self.scheme}://{self.host}:{self.port}"

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return self.base + path

    def asked(self, path: str) -> list[str]:
        """Return the methods of the requests for a path, in their order."""
        return [request.method for request in self.requests if request.path == path]

    def times(self, path: str) -> list[float]:
        """Return when a path was asked for."""
        return [request.at for request in self.requests if request.path == path]

    def dial(self, address: str, port: int) -> tuple[str, int]:
        """Lead every address here, as a network of its own would."""
        del address, port
        return self.host, self.port


def names(hosts: Mapping[str, Sequence[str]]) -> Callable[[str], Sequence[str]]:
    """Return a name service that knows the addresses of these hosts, and no other host."""

    def lookup(host: str) -> Sequence[str]:
        if host not in hosts:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return hosts[host]

    return lookup


@contextmanager
def local_web(certificate: str | None = None, host: str = "127.0.0.1") -> Iterator[Web]:
    """Serve the web from a thread for as long as the context lasts; over TLS, given a certificate (PEM).

    `host` is another address of loopback, where the system has one.
    """
    host = host if _is_there(host) else "127.0.0.1"
    started: threading.Event = threading.Event()
    stop: list[Callable[[], object]] = []
    webs: list[Web] = []

    async def serve() -> None:
        done = asyncio.Event()
        loop = asyncio.get_running_loop()
        stop.append(lambda: loop.call_soon_threadsafe(done.set))
        tasks: set[asyncio.Task[None]] = set()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.add(task)
            try:
                await _converse(webs[0], reader, writer)
            finally:
                tasks.discard(task)

        server = await asyncio.start_server(
            connected, host, 0, backlog=512, ssl=_context(certificate) if certificate else None
        )
        webs.append(Web(server.sockets[0].getsockname()[1], "https" if certificate else "http", host))
        loop.set_exception_handler(lambda *_: None)  # a client that refuses the certificate is no news
        started.set()
        await done.wait()
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if certificate:
            await asyncio.sleep(0.02)  # for the end of a handshake that the client broke off

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        yield webs[0]
    finally:
        stop[0]()
        thread.join(10)
        assert not thread.is_alive()


def _is_there(host: str) -> bool:
    with socket.socket() as tried:
        try:
            tried.bind((host, 0))
        except OSError:  # only Linux has all of 127.0.0.0/8
            return False
    return True


def _context(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        chain = Path(folder, "chain.pem")
        chain.write_text(_KEY + certificate, encoding="ascii")
        context.load_cert_chain(chain)
    return context


async def _converse(web: Web, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the requests of one connection, one after another."""
    web.connections += 1
    try:
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while True:
                visit = _Visit.of(web, await _head(reader, writer))
                web.under_way += 1
                web.most_at_once = max(web.most_at_once, web.under_way)
                try:
                    writer.write(await _ROUTES.get(visit.steps[0], _ok)(visit))
                finally:
                    web.under_way -= 1
                await writer.drain()
                if visit.then is not None:
                    await visit.then(writer)
    except _Cut as cut:
        if cut.reset:
            writer.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
            )
            writer.transport.abort()
    finally:
        writer.close()


async def _head(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str:
    first = await reader.readexactly(1)
    if first == b"\x16":  # the greeting of TLS, which plain servers answer so
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        raise _Cut(reset=False)
    return (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")


async def _cut(writer: asyncio.StreamWriter) -> NoReturn:
    del writer
    raise _Cut(reset=False)


async def _pour(writer: asyncio.StreamWriter) -> NoReturn:
    while True:
        writer.write(b"x" * 65536)
        await writer.drain()


@dataclass
class _Visit:
    """One request, with what came before it."""

    web: Web
    method: str
    steps: list[str]
    query: str | None
    seen: int
    target: str = ""
    then: Callable[[asyncio.StreamWriter], Awaitable[None]] | None = None

    @staticmethod
    def of(web: Web, head: str) -> _Visit:
        line, *fields = head.strip().split("\r\n")
        method, target, _ = line.split(" ", 2)
        headers = {
            name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)
        }
        seen = len(web.asked(target))
        web.requests.append(Request(method, target, headers, time.monotonic()))
        path, mark, query = target.partition("?")
        return _Visit(web, method, path.removeprefix("/").split("/"), query if mark else None, seen, target)

    @property
    def rest(self) -> str:
        return "/".join(self.steps[1:])

    def reply(self, status: int, fields: Mapping[str, str] | None = None, body: str = "<p>page</p>") -> bytes:
        """Return a whole answer, without its body where the method wants none."""
        head = [f"HTTP/1.1 {status} As Asked", f"Content-Length: {len(body.encode())}"]
        head += [f"{name}: {value}" for name, value in (fields or {}).items()]
        return ("\r\n".join(head) + "\r\n\r\n" + (body if self.method != "HEAD" else "")).encode()


async def _ok(visit: _Visit) -> bytes:
    return visit.reply(200)


async def _redirect(visit: _Visit) -> bytes:
    return visit.reply(int(visit.steps[1]), {"Location": "/" + "/".join(visit.steps[2:])})


async def _location(visit: _Visit) -> bytes:
    fields = {"Location": unquote(visit.query)} if visit.query is not None else {}
    return visit.reply(int(visit.steps[1]), fields)


async def _loop(visit: _Visit) -> bytes:
    return visit.reply(302, {"Location": "/loop"})


async def _round(visit: _Visit) -> bytes:
    return visit.reply(302, {"Location": "/round/2" if visit.rest == "1" else "/round/1"})


async def _many(visit: _Visit) -> bytes:
    return visit.reply(302, {"Location": f"/many/{int(visit.rest) + 1}"})


async def _cookies(visit: _Visit) -> bytes:
    return visit.reply(302, {"Location": "/cookies", "Set-Cookie": "been=here"})


async def _status(visit: _Visit) -> bytes:
    return visit.reply(int(visit.rest))


async def _wall(visit: _Visit) -> bytes:
    return visit.reply(int(visit.rest), {"cf-mitigated": "challenge"})


async def _waiting_room(visit: _Visit) -> bytes:
    return visit.reply(202, {"x-amzn-waf-action": "challenge"})


async def _limited(visit: _Visit) -> bytes:
    return visit.reply(200) if visit.seen else visit.reply(429, {"Retry-After": unquote(visit.rest)})


async def _always_limited(visit: _Visit) -> bytes:
    return visit.reply(429, {"Retry-After": unquote(visit.rest)} if visit.rest else {})


async def _flaky(visit: _Visit) -> bytes:
    return visit.reply(500 if visit.seen < int(visit.rest) else 200)


async def _late(visit: _Visit) -> bytes:
    await asyncio.sleep(float(visit.rest))
    return visit.reply(200)


async def _slow(visit: _Visit) -> bytes:
    del visit
    await asyncio.Event().wait()
    return b""


async def _reset(visit: _Visit) -> NoReturn:
    del visit
    raise _Cut(reset=True)


async def _hang_up(visit: _Visit) -> NoReturn:
    del visit
    raise _Cut(reset=False)


async def _no_head(visit: _Visit) -> bytes:
    return visit.reply(int(visit.rest) if visit.method == "HEAD" else 200)


async def _garbage(visit: _Visit) -> bytes:
    del visit
    return b"\x16\x03\x01 this is no HTTP\r\n\r\n"


def _on_head_only(route: Callable[[_Visit], Awaitable[bytes]]) -> Callable[[_Visit], Awaitable[bytes]]:
    async def either(visit: _Visit) -> bytes:
        return await (route(visit) if visit.method == "HEAD" else _ok(visit))

    return either


async def _latin_1(visit: _Visit) -> bytes:
    if visit.rest:
        return visit.reply(200)
    return b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /latin-1/caf\xe9\r\n\r\n"


async def _bad_cookie(visit: _Visit) -> bytes:
    return visit.reply(200, {"Set-Cookie": "a[b]=c; d{e}=f"})


async def _huge_header(visit: _Visit) -> bytes:
    return visit.reply(200, {"Content-Security-Policy": "x" * (1024 * int(visit.rest))})


async def _bomb(visit: _Visit) -> bytes:
    del visit
    body = gzip.compress(bytes(BOMB_SIZE))
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%b"
        % (len(body), body)
    )


async def _truncated(visit: _Visit) -> bytes:
    visit.then = _cut
    return b'HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"responseCode": 1'


async def _endless(visit: _Visit) -> bytes:
    visit.then = None if visit.method == "HEAD" else _pour
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


_HANDLES: Final[Mapping[str, tuple[int, str]]] = {
    "exists": (200, '{"responseCode": 1, "handle": "10.5555/exists", "values": []}'),
    "missing": (404, '{"responseCode": 100, "handle": "10.5555/missing"}'),
    "elsewhere": (200, '{"responseCode": 102}'),
    "no-values": (200, '{"responseCode": 200, "handle": "10.5555/no-values"}'),
    "error": (500, '{"responseCode": 2}'),
    "refused": (403, "<h1>Forbidden</h1>"),
    "page": (404, "<h1>Not Found</h1>"),
    "list": (200, "[1]"),
    "yes": (200, '{"responseCode": true}'),
    "deep": (200, "[" * 100_000),
}


async def _handles(visit: _Visit) -> bytes:
    suffix = unquote(visit.steps[-1])
    if suffix in ("truncated", "endless"):
        return await _ROUTES[suffix](visit)
    if suffix == "moved":
        return visit.reply(302, {"Location": "/api/handles/10.5555/exists?type=URL"})
    if suffix == "flaky" and not visit.seen:
        return visit.reply(503)
    status, body = _HANDLES.get(suffix, _HANDLES["exists"])
    return visit.reply(status, {"Content-Type": "application/json"}, body)


def _answers(answers: Mapping[str, Any]) -> Callable[[_Visit], Awaitable[bytes]]:
    """A service that answers by the suffix of a DOI, and does not know any other."""

    async def answer(visit: _Visit) -> bytes:
        suffix = unquote(visit.steps[-1]).rpartition("/")[2]
        if suffix == "limited" and not visit.seen:
            return visit.reply(429, {"Retry-After": "0"})
        if suffix not in answers:
            return visit.reply(404, {"Content-Type": "text/plain"}, "Resource not found.")
        told = answers[suffix]
        if isinstance(told, int):
            return visit.reply(told)
        fields = {
            "Content-Type": "application/json",
            "X-Rate-Limit-Limit": "5000",
            "X-Rate-Limit-Interval": "1s",
        }
        return visit.reply(200, fields, told if isinstance(told, str) else json.dumps(told))

    return answer


def _work(title: str, **more: Any) -> dict[str, Any]:
    issued = {"date-parts": [[2010, 3]]}
    return {"status": "ok", "message-type": "work", "message": {"title": [title], "issued": issued, **more}}


def _update(kind: str, doi: str) -> list[dict[str, Any]]:
    return [{"DOI": doi, "type": kind, "label": kind.title(), "source": "retraction-watch"}]


_CROSSREF: Final[Mapping[str, Any]] = {
    "exists": _work("A study of sleep"),
    "limited": _work("A study of sleep"),
    "subtitle": _work("A Study of <i>Sleep</i>: Six months in a &amp; row"),
    "other": _work("The care of tomatoes"),
    "retracted": _work("A study of sleep", **{"updated-by": _update("retraction", "10.5555/notice")}),
    "corrected": _work("A study of sleep", **{"updated-by": _update("correction", "10.5555/notice")}),
    "marked": _work("RETRACTED: A study of sleep"),
    "overwritten": _work("A study of sleep", **{"update-to": _update("retraction", "10.5555/Overwritten")}),
    "notice": _work("Notice", **{"update-to": _update("retraction", "10.5555/retracted")}),
    "translated": _work("The study of dreams", **{"original-title": ["A study of sleep"]}),
    "untitled": _work(""),
    "list": [1],
    "odd": {"message": {"title": {"a": 1}, "issued": {"date-parts": [[[]]]}, "updated-by": [1]}},
    "page": "<h1>Maintenance</h1>",
    "refused": 403,
}
_DATACITE: Final[Mapping[str, Any]] = {
    "data": {"data": {"attributes": {"titles": [{"title": "Nights of data"}], "publicationYear": 2016}}},
    "odd": {"data": {"attributes": {"titles": "Nights", "publicationYear": "2016"}}},
}
_CSL: Final[Mapping[str, Any]] = {
    "csl": {"title": "Sonno e sogni", "issued": {"date-parts": [[1999]]}},
    "odd": {"title": 7},
}


async def _resolver(visit: _Visit) -> bytes:
    wants_csl = visit.web.requests[-1].headers.get("accept") == "application/vnd.citationstyles.csl+json"
    return await (_answers(_CSL)(visit) if wants_csl else _ok(visit))


async def _archive(visit: _Visit) -> bytes:
    address = visit.target.removeprefix("/web/")
    if "never-archived" in address:
        return visit.reply(404)
    host = visit.web.requests[-1].headers["host"]
    there = f"http://{host}/web/20240102030405/{address}"
    if "strange" in address:
        there = "/elsewhere"
    elif "foreign" in address:
        there = there.replace(host, f"{host}.example")
    return visit.reply(302, {"Location": there})


async def _page(visit: _Visit) -> bytes:
    html = '<h1 id="top-part">x</h1><p id="möre">x</p><a name="old">x</a>'
    return visit.reply(200, {"Content-Type": "text/html; charset=utf-8"}, html)


async def _slow_body(visit: _Visit) -> bytes:
    visit.then = None if visit.method == "HEAD" else _wait
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n"


async def _wait(writer: asyncio.StreamWriter) -> None:
    del writer
    await asyncio.Event().wait()


async def _endless_headers(visit: _Visit) -> bytes:
    visit.then = _pour_headers
    return b"HTTP/1.1 200 OK\r\n"


async def _pour_headers(writer: asyncio.StreamWriter) -> NoReturn:
    while True:
        writer.write(b"X-Filler: filler\r\n" * 1000)
        await writer.drain()


_ROUTES: Final[Mapping[str, Callable[[_Visit], Awaitable[bytes]]]] = {
    "ok": _ok,
    "redirect": _redirect,
    "location": _location,
    "loop": _loop,
    "round": _round,
    "many": _many,
    "cookies": _cookies,
    "status": _status,
    "wall": _wall,
    "waiting-room": _waiting_room,
    "limited": _limited,
    "always-limited": _always_limited,
    "flaky": _flaky,
    "late": _late,
    "slow": _slow,
    "slow-head": _on_head_only(_slow),
    "reset": _reset,
    "reset-head": _on_head_only(_reset),
    "hang-up": _hang_up,
    "no-head": _no_head,
    "garbage": _garbage,
    "garbage-head": _on_head_only(_garbage),
    "latin-1": _latin_1,
    "bad-cookie": _bad_cookie,
    "huge-header": _huge_header,
    "bomb": _bomb,
    "truncated": _truncated,
    "endless": _endless,
    "api": _handles,
    "works": _answers(_CROSSREF),
    "dois": _answers(_DATACITE),
    "10.5555": _resolver,
    "web": _archive,
    "page": _page,
    "slow-body": _slow_body,
    "endless-headers": _endless_headers,
}
