"""Where connections go: names are looked up once, and a name of which any address is not public is refused."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, TypeVar

from aiohttp.abc import AbstractResolver, ResolveResult

if TYPE_CHECKING:
    from resilify_cli.links.guard import Guard
    from resilify_cli.links.options import Dial, Lookup

Outcome = TypeVar("Outcome")


class RefusedError(OSError):
    """The guard refuses what a name leads to. An OSError, for aiohttp to pass on."""


class GuardedResolver(AbstractResolver):
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
                raise RefusedError(fault)
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
