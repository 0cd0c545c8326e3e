"""What an address must be for a reader's click to open something, and how it goes wrong as written."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, urlsplit

from resilify_cli.diagnostics import Extent, Fault, FieldPath
from resilify_cli.references import doi

WEB_SCHEMES: Final = frozenset(("http", "https"))
_SCHEME: Final = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_BARE_HOST: Final = re.compile(
    r"(?://)?(?P<host>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_HOST_LABEL: Final = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")


class UrlFaultKind(enum.StrEnum):
    """How an address goes wrong; the names are those of the rules that report it."""

    EMPTY = "empty-link"
    NO_SCHEME = "link-without-scheme"
    MALFORMED = "malformed-link"


@dataclass(frozen=True, slots=True)
class UrlFault:
    """What is wrong with an address: in words, where in it (offsets), and what to write instead, if that is sure."""

    kind: UrlFaultKind
    message: str
    extent: Extent
    instead: str | None = None


@lru_cache(maxsize=1024)  # each of several rules asks for the links of a program
def fault_of(url: str) -> UrlFault | None:
    """Return what is wrong with a web address as written, or None."""
    whole = (0, len(url))
    if not url.strip():
        return UrlFault(UrlFaultKind.EMPTY, "the link is empty", whole)
    if url != url.strip():
        return UrlFault(UrlFaultKind.MALFORMED, "the link has a space at its end", whole, url.strip())
    space = re.search(r"\s", url)
    scheme = _SCHEME.match(url)
    if scheme is None or "." in scheme["scheme"]:
        return _without_scheme(url, whole)
    if space:
        message = (
            "the link is not a web address: text follows it"
            if "://" in url[: space.start()]
            else "the link is text"
        )
        return UrlFault(
            UrlFaultKind.MALFORMED, message, (space.start(), len(url)), _before_prose(url[: space.start()])
        )
    if scheme["scheme"].lower() not in WEB_SCHEMES:
        message = f"the link does not begin with http:// or https://, but with {scheme[0]!r}"
        return UrlFault(UrlFaultKind.MALFORMED, message, scheme.span())
    return _fault_of_parts(url, whole)


def link_fault(link: str, at: FieldPath, citation: str = "") -> Fault | None:
    """Return what is wrong with the link at a field; a DOI of the `citation` is what an empty one should open."""
    fault = fault_of(link)
    if fault is None:
        return None
    if fault.kind is UrlFaultKind.EMPTY:
        found = doi.find(citation)
        meant = doi.to_url(found[0].doi) if found else None
        hint = f"write {meant}" if meant else "remove the field, or fill it"
    else:
        meant = fault.instead
        hint = (
            f"write {fault.instead}" if fault.instead else "write the whole address, beginning with https://"
        )
    return Fault(fault.kind, fault.message, at, within=fault.extent, help=hint, meant=meant)


def _without_scheme(url: str, whole: Extent) -> UrlFault:
    if _BARE_HOST.fullmatch(url):
        opened = "only a browser can complete it" if url.startswith("//") else "it opens nothing"
        message = f"the link has no scheme, so that {opened}"
        return UrlFault(UrlFaultKind.NO_SCHEME, message, whole, f"https://{url.removeprefix('//')}")
    return UrlFault(UrlFaultKind.MALFORMED, "the link is not a web address", whole)


def _before_prose(url: str) -> str | None:
    """What stands before the prose, if that is an address by itself."""
    url = url.rstrip(".,;:")
    return url if fault_of(url) is None else None


def _fault_of_parts(url: str, whole: Extent) -> UrlFault | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises for a port that is none
    except ValueError as error:
        return UrlFault(UrlFaultKind.MALFORMED, f"the link is not a web address: {error}", whole)
    problem = _problem(url, parts)
    return (
        UrlFault(UrlFaultKind.MALFORMED, f"the link is not a web address: {problem}", whole)
        if problem
        else None
    )


def _problem(url: str, parts: SplitResult) -> str | None:
    host = parts.hostname or ""
    if not url[len(parts.scheme) :].startswith("://") or not host:
        return "it names no host"
    if ":" in host:  # a literal IPv6 address, which urlsplit has checked
        return None
    labels = host.removesuffix(".").split(".")
    if not all(_HOST_LABEL.fullmatch(label) for label in labels):
        return f"{host!r} is no host name"
    if host.endswith("."):
        return "a full stop ends its host name"
    if len(labels) == 1 and host != "localhost" and not host.isdigit():
        return f"{host!r} is no complete host name"
    return None
