"""The web of `bench/links.py`: many addresses of loopback, one process, every answer after 50 ms.

/ok/N 200 · /moved/N 301 to /ok · /gone/N 404 · /limited/N first 429 with Retry-After 1, then 200
/flaky/N first 500, then 200 · /slow/N 200 after a second · /-reset forgets who came before
"""

from __future__ import annotations

import asyncio
import multiprocessing
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

FIRST_HOST: Final = 2
HOSTS: Final = 59
PORT: Final = 18080
LATENCY: Final = 0.05
SLOW: Final = 1.0
PAGE: Final = b'<html><body><h1 id="top">ok</h1>' + b"x" * 8000

_seen: set[tuple[str, str]] = set()


class _Connection(asyncio.Protocol):
    """One connection: answers each request when its time has come."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as TCP has it
        """Note which address is called."""
        self.transport = transport
        self.host = transport.get_extra_info("sockname")[0]
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        """Take requests."""
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            method, path = head.split(b" ", 2)[:2]
            self.request(method.decode(), path.decode())

    def request(self, method: str, path: str) -> None:
        """Decide what to answer, and when."""
        kind = path.split("/")[1]
        if kind == "-reset":
            _seen.clear()
            self.answer(method, "200 OK", "")
            return
        is_first = (self.host, path) not in _seen
        _seen.add((self.host, path))
        status, fields = "200 OK", ""
        if kind == "moved":
            status, fields = "301 Moved Permanently", f"Location: /ok/m{path.rpartition('/')[2]}\r\n"
        elif kind == "gone":
            status = "404 Not Found"
        elif kind == "limited" and is_first:
            status, fields = "429 Too Many Requests", "Retry-After: 1\r\n"
        elif kind == "flaky" and is_first:
            status = "500 Internal Server Error"
        later = SLOW if kind == "slow" else LATENCY
        asyncio.get_running_loop().call_later(later, self.answer, method, status, fields)

    def answer(self, method: str, status: str, fields: str) -> None:
        """Answer, unless the other side has gone."""
        if self.transport.is_closing():
            return
        body = PAGE if status.startswith("200") else b"<html></html>"
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n{fields}\r\n"
        self.transport.write(head.encode() + (b"" if method == "HEAD" else body))


async def _serve(ready: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in range(FIRST_HOST, FIRST_HOST + HOSTS):
        await loop.create_server(_Connection, f"127.0.0.{number}", PORT, backlog=512)
    ready()
    await asyncio.Event().wait()


def _run(ready: Callable[[], None]) -> None:
    asyncio.run(_serve(ready))


@contextmanager
def serving() -> Iterator[Callable[[], None]]:
    """Serve from a process of its own for as long as the context lasts; give what makes the web forget."""
    event = multiprocessing.Event()
    process = multiprocessing.Process(target=_run, args=(event.set,), daemon=True)
    process.start()
    if not event.wait(10):
        msg = "the web did not start; is its port taken?"
        raise SystemExit(msg)

    def reset() -> None:
        urllib.request.urlopen(f"http://127.0.0.{FIRST_HOST}:{PORT}/-reset").read()

    try:
        yield reset
    finally:
        process.kill()
        process.join()
