"""How links are checked, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from resilify_cli import __version__
from resilify_cli.errors import ConfigurationError
from resilify_cli.links.guard import Guard

DOI_SERVICE: Final = "https://doi.org"
USER_AGENT: Final = f"resilify/{__version__} (+https://github.com/resilify/resilify-cli)"

Lookup: TypeAlias = Callable[[str], Sequence[str]]
"""Gives the addresses of a host name, as text; it may block. Raises `socket.gaierror`, as `getaddrinfo` does."""

Dial: TypeAlias = Callable[[str, int], tuple[str, int]]
"""Gives the address and port to connect to in the place of an address and port that the guard let pass."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How links are checked. Times are seconds. Raises ConfigurationError where nothing could ever be asked.

    `timeout` holds for a single request. `concurrency` limits the requests under way at once, over all hosts;
    `per_host` those to one host. A first `backoff` doubles with each retry. A server that asks for a longer
    wait than `retry_after_limit` is not asked again. `ca_file` names further certificates to trust (PEM).
    `lookup` stands in for the name service and `dial` for the network: with both, a test can give a server on
    loopback a public name and address, and leave the guard in place.
    """

    timeout: float = 20.0
    concurrency: int = 100
    per_host: int = 6
    retries: int = 2
    backoff: float = 0.5
    retry_after_limit: float = 60.0
    max_redirects: int = 5
    allow_private: bool = False
    doi_service: str = DOI_SERVICE
    user_agent: str = USER_AGENT
    ca_file: str | None = None
    lookup: Lookup | None = None
    dial: Dial | None = None

    def __post_init__(self) -> None:
        """Refuse limits under which a check would never end, and a service that cannot be asked."""
        for name, value in (("concurrency", self.concurrency), ("per_host", self.per_host)):
            if value < 1:
                msg = f"{name} is {value}; at least 1 request at once is needed"
                raise ConfigurationError(msg)
        if self.timeout <= 0:
            msg = f"timeout is {self.timeout:g} s; a request needs more than 0 s"
            raise ConfigurationError(msg)
        fault = Guard(allow_private=True).url_fault(self.doi_service)
        if fault is not None:
            msg = f"doi_service is {self.doi_service!r}: {fault}"
            raise ConfigurationError(msg)
