"""How links are checked, as plain data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from resilify_cli import __version__
from resilify_cli.errors import ConfigurationError
from resilify_cli.links.filters import Filters
from resilify_cli.links.guard import Guard
from resilify_cli.links.results import LinkKind

USER_AGENT: Final = f"resilify/{__version__} (+https://github.com/resilify/resilify-cli)"

Lookup: TypeAlias = Callable[[str], Sequence[str]]
"""Gives the addresses of a host name, as text; it may block. Raises `socket.gaierror`, as `getaddrinfo` does."""

Dial: TypeAlias = Callable[[str, int], tuple[str, int]]
"""Gives the address and port to connect to in the place of an address and port that the guard let pass."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header field to send along, to one host (lower-case) or, where that is None, to the host of any link.

    It is never sent on to another host that a redirect leads to, nor over a connection that gave up encryption.
    """

    name: str
    value: str
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Services:
    """The base addresses of the services that are asked. Raises ConfigurationError for one that cannot be.

    `mailto` is the address that Crossref asks for, so that its keepers can write before they shut somebody out.
    """

    doi: str = "https://doi.org"
    crossref: str = "https://api.crossref.org"
    datacite: str = "https://api.datacite.org"
    archive: str = "https://web.archive.org"
    mailto: str | None = None

    def __post_init__(self) -> None:
        """Refuse a service that could never be asked."""
        for name in ("doi", "crossref", "datacite", "archive"):
            fault = Guard(allow_private=True).url_fault(getattr(self, name))
            if fault is not None:
                msg = f"the {name} service is {getattr(self, name)!r}: {fault}"
                raise ConfigurationError(msg)

    def own_hosts(self) -> frozenset[str]:
        """Return the hosts of the services that are not the usual ones: whoever names a service trusts it."""
        own = (
            getattr(self, service.name)
            for service in fields(self)
            if service.name != "mailto" and getattr(self, service.name) != service.default
        )
        return frozenset((urlsplit(address).hostname or "").lower() for address in own)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How links are checked. Times are seconds. Raises ConfigurationError where nothing could ever be asked.

    `timeout` holds for a single request, `max_time` for the whole run. `concurrency` limits the requests under
    way at once, over all hosts; `per_host` those to one host. A first `backoff` doubles with each retry. A server
    that asks for a longer wait than `retry_after_limit` is not asked again. `metadata` asks registries what each
    DOI stands for, `fragments` looks for the part of a page that a link names, `suggest_archive` asks an archive
    for what is gone. `ca_file` names further certificates to trust (PEM); `is_insecure` trusts all.
    `uses_proxies` sends requests through the proxies that the environment names, which then look hosts up.
    `trusts_services` lets services that are not the usual ones be anywhere: False where it was not the person who
    runs the check that chose them, but a file that others may change.
    `lookup` stands in for the name service and `dial` for the network: with both, a test can give a server on
    loopback a public name and address, and leave the guard in place.
    """

    timeout: float = 20.0
    max_time: float | None = None
    concurrency: int = 100
    per_host: int = 6
    retries: int = 2
    backoff: float = 0.5
    retry_after_limit: float = 60.0
    max_redirects: int = 5
    allow_private: bool = False
    allow_hosts: frozenset[str] = frozenset()
    allow_ports: frozenset[int] = frozenset()
    filters: Filters = field(default_factory=Filters)
    metadata: bool = False
    fragments: bool = False
    suggest_archive: bool = False
    services: Services = Services()
    trusts_services: bool = True
    user_agent: str = USER_AGENT
    headers: tuple[Header, ...] = ()
    ca_file: str | None = None
    is_insecure: bool = False
    uses_proxies: bool = False
    lookup: Lookup | None = None
    dial: Dial | None = None

    def __post_init__(self) -> None:
        """Refuse limits under which a check would never end."""
        for name, value in (("concurrency", self.concurrency), ("per_host", self.per_host)):
            if value < 1:
                msg = f"{name} is {value}; at least 1 request at once is needed"
                raise ConfigurationError(msg)
        if self.timeout <= 0:
            msg = f"timeout is {self.timeout:g} s; a request needs more than 0 s"
            raise ConfigurationError(msg)

    @property
    def guard(self) -> Guard:
        """What links may call."""
        return Guard(self.allow_private, self.allow_hosts, self.allow_ports)

    @property
    def services_guard(self) -> Guard:
        """What requests to services may call: a private service that is trusted may not be called by links."""
        hosts = self.services.own_hosts() if self.trusts_services else self.allow_hosts
        return Guard(self.allow_private, hosts, self.allow_ports)

    def terms(self, kind: LinkKind) -> str:
        """Return a digest of what an answer depends on: where it differs, an earlier answer is to another question."""
        asked = self.metadata if kind is LinkKind.DOI else self.fragments
        terms = (
            asked,
            asdict(self.services),
            self.trusts_services,
            self.allow_private,
            sorted(self.allow_hosts),
            sorted(self.allow_ports),
            [asdict(header) for header in self.headers],
            self.ca_file,
            self.is_insecure,
            self.uses_proxies,
            self.max_redirects,
        )
        return hashlib.sha256(json.dumps(terms).encode()).hexdigest()[:16]
