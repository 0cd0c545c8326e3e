"""What an address must be for a reader's click to open something, and how it goes wrong as written."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, urlsplit

from resilify_cli.diagnostics import Extent, Fault, FieldPath, quoted
from resilify_cli.references import doi
from resilify_cli.references.doi_faults import fault_of_address
from resilify_cli.references.schemes import scheme_slip

WEB_SCHEMES: Final = frozenset(("http", "https"))
# What most addresses are: sound, but for a DOI in them.
_PLAIN: Final = re.compile(r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/[!-~]*)?")
_SCHEME: Final = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_BARE_HOST: Final = re.compile(
    r"(?://)?(?P<host>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_HOST: Final = re.compile(r"(?P<scheme>https?)://(?:[^\s/?#@]*@)?(?P<host>[^\s/?#:@\[\]]+)", re.IGNORECASE)
_HOST_LABEL: Final = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
# When an address was looked at, run into it.
_LOOKED_AT: Final = re.compile(
    r"(?:[.,;(]|(?<=/))(?:Accessed|Retrieved)\)?$|[.,;(]?(?:Accessed|Retrieved)[A-Z]?[a-z]*\d[\w.,:-]*\)?$"
)
_LONGEST_DATE: Final = 40
_ABBREVIATED: Final = re.compile(r"[_-](?:Co|Dr|Inc|Jr|Ltd|Sr|St)\.$", re.IGNORECASE)
_FILE_NAME: Final = re.compile(r".*\.(?:html?|php|pdf|docx?|png|jpe?g|gif|webp|svg)", re.IGNORECASE)


class UrlFaultKind(enum.StrEnum):
    """How an address goes wrong; the names are those of the rules that report it."""

    EMPTY = "empty-link"
    NO_SCHEME = "link-without-scheme"
    MALFORMED = "malformed-link"
    MISSPELT_SCHEME = "misspelt-scheme"
    FRAGMENT_ONLY = "fragment-only-link"
    MALFORMED_DOI = "malformed-doi"


_PLACEHOLDERS: Final = frozenset((UrlFaultKind.EMPTY, UrlFaultKind.FRAGMENT_ONLY, UrlFaultKind.MALFORMED_DOI))
_WHOLE_ADDRESS: Final = "write the whole address, beginning with https://"
_HINTS: Final = {
    UrlFaultKind.EMPTY: "write the address, or remove the link",
    UrlFaultKind.MALFORMED_DOI: f"write {doi.RESOLVER} and the whole DOI, as in {doi.RESOLVER}10.1000/182",
}


@dataclass(frozen=True, slots=True)
class UrlFault:
    """What is wrong with an address: in words, where in it (offsets), and what to write instead, if that is known.

    `is_sure` is False where that is a good guess.
    """

    kind: UrlFaultKind
    message: str
    extent: Extent
    instead: str | None = None
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class NamedHost:
    """The host of a web address, in small letters, where in it, and whether it is called by https."""

    host: str
    extent: Extent
    is_secure: bool


def host_of(url: str) -> NamedHost | None:
    """Return the host of a web address, though prose may follow it; None where it has none."""
    match = _HOST.match(url)
    if match is None:
        return None
    host = match["host"].rstrip(".")
    extent = (match.start("host"), match.start("host") + len(host))
    return NamedHost(host.lower(), extent, match["scheme"].lower() == "https") if host else None


@lru_cache(maxsize=1024)  # each of several rules asks for the links of a program
def fault_of(url: str) -> UrlFault | None:
    """Return what is wrong with a web address as written, or None."""
    if _PLAIN.fullmatch(url):
        return _malformed_doi(url) or _left_behind(url)
    whole = (0, len(url))
    if not url.strip():
        return UrlFault(UrlFaultKind.EMPTY, "the link is empty", whole)
    if url != url.strip():
        return UrlFault(UrlFaultKind.MALFORMED, "the link has a space at its end", whole, url.strip())
    if url.startswith("#"):
        message = "the link is only a place on the page that is open, so that it opens nothing"
        return UrlFault(UrlFaultKind.FRAGMENT_ONLY, message, whole)
    return _misspelt_scheme(url) or _malformed_doi(url) or _malformed(url, whole)


def _misspelt_scheme(url: str) -> UrlFault | None:
    slip = scheme_slip(url)
    if slip is None:
        return None
    message = f"the link begins with {quoted(url[: slip.end])} instead of {slip.meant}"
    instead, is_sure = slip.meant + url[slip.end :], slip.is_sure
    next_fault = fault_of(instead)
    if next_fault is not None:
        instead, is_sure = next_fault.instead or "", is_sure and next_fault.is_sure
    return UrlFault(UrlFaultKind.MISSPELT_SCHEME, message, (0, slip.end), instead or None, is_sure)


def _malformed_doi(url: str) -> UrlFault | None:
    fault = fault_of_address(url)
    if fault is None:
        return None
    instead = doi.to_url(fault.meant) if fault.meant else None
    message = f"{fault.message}; the link opens no work"
    return UrlFault(UrlFaultKind.MALFORMED_DOI, message, fault.extent, instead, fault.is_sure)


def _left_behind(url: str) -> UrlFault | None:
    """What a sentence leaves behind a path; DOIs, which have marks of their own, have been looked at."""
    end = _end(url)
    if end == len(url) or "/" not in url[len("https://") : end] or doi.doi_of(url):
        return None
    message = f"the link is not a web address: {quoted(url[end:])} follows it"
    return UrlFault(UrlFaultKind.MALFORMED, message, (end, len(url)), url[:end], is_sure=False)


def _end(url: str) -> int:
    """Where an address ends before the punctuation of a sentence, or the date when it was looked at."""
    last = max(len(url) - _LONGEST_DATE, 0)
    looked_at = _LOOKED_AT.search(url, last)
    if looked_at:
        return looked_at.start()
    if _ABBREVIATED.search(url, last):
        return len(url)
    end = len(url.rstrip(".,;:>"))
    is_closed_too_often = url[:end].endswith(")") and url.count(")") > url.count("(")
    return end - 1 if is_closed_too_often else end


def _malformed(url: str, whole: Extent) -> UrlFault | None:
    """Judge the form of an address: its scheme, its host, and whether it is one at all."""
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
            UrlFaultKind.MALFORMED,
            message,
            (space.start(), len(url)),
            _before_prose(url[: space.start()]),
            is_sure=False,
        )
    if scheme["scheme"].lower() not in WEB_SCHEMES:
        message = f"the link does not begin with http:// or https://, but with {quoted(scheme[0])}"
        return UrlFault(UrlFaultKind.MALFORMED, message, scheme.span(), _bare_doi(url))
    return _fault_of_parts(url, whole)


def link_fault(link: str, at: FieldPath, citation: str = "") -> Fault | None:
    """Return what is wrong with the link at a field; a DOI of the `citation` is what one that names nothing should open."""
    fault = fault_of(link)
    if fault is None:
        return None
    meant, is_sure = fault.instead, fault.is_sure
    cited = doi.find(citation) if meant is None and fault.kind in _PLACEHOLDERS else None
    if cited:
        meant, is_sure = doi.to_url(cited[0].doi), fault.kind is UrlFaultKind.EMPTY
    hint = f"write {meant}" if meant else _HINTS.get(fault.kind, _WHOLE_ADDRESS)
    return Fault(
        fault.kind,
        fault.message,
        at,
        within=fault.extent,
        help=hint,
        meant=meant,
        is_sure=is_sure,
    )


def _without_scheme(url: str, whole: Extent) -> UrlFault:
    if _BARE_HOST.fullmatch(url) and not _FILE_NAME.fullmatch(url):
        opened = "only a browser can complete it" if url.startswith("//") else "it opens nothing"
        message = f"the link has no scheme, so that {opened}"
        return UrlFault(UrlFaultKind.NO_SCHEME, message, whole, f"https://{url.removeprefix('//')}")
    return UrlFault(UrlFaultKind.MALFORMED, "the link is not a web address", whole, _bare_doi(url))


def _bare_doi(url: str) -> str | None:
    """The address of a DOI that stands there by itself, with or without `doi:` before it."""
    bare = doi.doi_of(doi.RESOLVER + url)
    return doi.to_url(bare) if bare and doi.trim(bare) == bare else None


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
        return f"{quoted(host)} is no host name"
    if host.endswith("."):
        return "a full stop ends its host name"
    if len(labels) == 1 and host != "localhost" and not host.isdigit():
        return f"{quoted(host)} is no complete host name"
    return None
