"""The proxies that the environment names: `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`.

Source: the standard library, which reads them as curl does. aiohttp's own way of reading them would hand out the
passwords of `~/.netrc` as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from yarl import URL


@dataclass(frozen=True, slots=True)
class Proxies:
    """The address of a proxy by scheme; without any, nothing goes through one."""

    by_scheme: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_environment(cls) -> Self:
        """Return what the environment says now."""
        from urllib.request import getproxies  # noqa: PLC0415 - it loads a whole HTTP client

        found = getproxies()
        usual = found.get("all")
        chosen = {scheme: found.get(scheme, usual) for scheme in ("http", "https")}
        return cls({scheme: proxy for scheme, proxy in chosen.items() if proxy and "://" in proxy})

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts of the proxies, in small letters."""
        return frozenset((urlsplit(proxy).hostname or "").lower() for proxy in self.by_scheme.values())

    def of(self, address: URL) -> str | None:
        """Return the proxy that a request goes through; None for none."""
        if not self.by_scheme:
            return None
        from urllib.request import proxy_bypass  # noqa: PLC0415

        if proxy_bypass(address.host or ""):
            return None
        return self.by_scheme.get(address.scheme)
