"""Which addresses may be called.

Content comes from strangers, and a check of it may run inside a network that they cannot reach: a link must
not make it call that network. What is judged here is text and numbers; nothing is looked up.

Sources: the IANA registries of special-purpose addresses, by way of `ipaddress`; RFC 4291 (IPv4 inside IPv6),
RFC 3056 (6to4), RFC 6052 (NAT64); the WHATWG URL standard for the spellings of IPv4 that browsers take.
"""

from __future__ import annotations

import re
import socket
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final, TypeAlias
from urllib.parse import urlsplit

IpAddress: TypeAlias = IPv4Address | IPv6Address

WEB_PORTS: Final = frozenset((80, 443, 8080, 8443))
_SCHEMES: Final = frozenset(("http", "https"))
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_NAME: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_NUMBER: Final = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)", re.ASCII)
_PRIVATE_NAMES: Final = ("localhost", "localdomain", "local", "internal", "home.arpa")
# The full stops that browsers read as one, besides those that NFKC unifies.
_FULL_STOPS: Final = str.maketrans("。｡．", "...")

_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")
_NAT64: Final = IPv6Network("64:ff9b::/96")
_IPV4_COMPATIBLE: Final = IPv6Network("::/96")
_NEVER: Final = (
    IPv4Network(
        "192.0.0.0/24"
    ),  # metadata of one cloud; `ipaddress` knows all of it as private only since 3.11.10
    IPv4Network("168.63.129.16/32"),  # the host agent of another cloud, at an address that looks public
)


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be called: public addresses, on the ports of the web and on `ports` besides.

    `allow_private` lifts both limits for all hosts, `hosts` for those named (lower-case).
    """

    allow_private: bool = False
    hosts: frozenset[str] = frozenset()
    ports: frozenset[int] = frozenset()

    def url_fault(self, url: str) -> str | None:
        """Return why an address may not be called, in words for a person; None if it may."""
        if _CONTROL.search(url) or url != url.strip():
            return "no web address: it holds a control character, or begins or ends with a space"
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            return f"no web address: {error}"
        if parts.scheme not in _SCHEMES:
            return "no web address: it does not begin with http:// or https://"
        if "@" in parts.netloc:
            return "it carries a user name or a password"
        host = _normal(parts.hostname or "")
        fault = _shape_fault(host)
        if fault or self.allow_private or host in self.hosts:
            return fault
        return _private_fault(host) or (None if port in self.ports else _port_fault(port))

    def address_fault(self, host: str, address: str) -> str | None:
        """Return why the address that a host name leads to may not be called; None if it may."""
        if self.allow_private or _normal(host) in self.hosts or is_public(ip_address(address)):
            return None
        return f"{host} leads to a private address ({address})"


def host_of(address: str) -> str:
    """Return the host of an address, in small letters; nothing for what is no address, as the guard will say."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def is_public(address: IpAddress) -> bool:
    """Tell whether an address can be reached from anywhere; one that holds another is judged by that."""
    if isinstance(address, IPv6Address):
        inner = _ipv4_inside(address)
        if inner is None:
            return address.is_global and address in _GLOBAL_UNICAST
        address = inner
    return (
        address.is_global and not address.is_multicast and not any(address in network for network in _NEVER)
    )


def _ipv4_inside(address: IPv6Address) -> IPv4Address | None:
    if address.sixtofour is not None:
        return address.sixtofour
    if address.ipv4_mapped is not None or address in _NAT64 or address in _IPV4_COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _normal(host: str) -> str:
    """A host as a browser reads it: full-width letters are letters, and a last full stop does not count."""
    if not host.isascii():
        host = unicodedata.normalize("NFKC", host.translate(_FULL_STOPS))
    return host.lower().removesuffix(".")


def _literal(host: str) -> IpAddress | None:
    """The address that a host is, in any spelling; None for a name. Raises ValueError for what is neither."""
    if ":" in host:
        return IPv6Address(host)
    if not _NUMBER.fullmatch(host):
        return None
    try:
        # inet_aton takes what browsers take: decimal, octal and hexadecimal parts, and fewer than four.
        return IPv4Address(socket.inet_aton(host))
    except OSError as error:
        raise ValueError(host) from error


def _shape_fault(host: str) -> str | None:
    if not host:
        return "no web address: it names no host"
    try:
        is_host = _literal(host) is not None or _NAME.fullmatch(host) is not None
    except ValueError:
        is_host = False
    return None if is_host else f"no web address: {host!r} is no host"


def _private_fault(host: str) -> str | None:
    address = _literal(host)
    if address is None:
        is_private = "." not in host or host.endswith(tuple(f".{name}" for name in _PRIVATE_NAMES))
        return f"{host!r} is a name of a private network" if is_private else None
    if is_public(address):
        return None
    dotted = "" if ":" in host or str(address) == host else f", that is {address}"
    return f"a private address ({host}{dotted})"


def _port_fault(port: int | None) -> str | None:
    if port is None or port in WEB_PORTS:
        return None
    return f"port {port} is none on which web pages are served"
