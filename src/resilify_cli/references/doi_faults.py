"""How a DOI goes wrong: in an address of the resolver, and in a running text behind `doi:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from resilify_cli.diagnostics import Extent, quoted
from resilify_cli.references.doi import TRAILING, find, is_doi, resolver_path, trim

_INTRODUCTION: Final = re.compile(
    r"(?:https?:/{0,3})?(?:www\.)?(?:dx\.)?doi\.org/+|\bdoi:|^https?:/+", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"(?:\bdoi:\s*(?:(?:https?://)?(?:dx\.)?doi\.org/)?|\bdoi\.org/)(?P<name>\S+)", re.IGNORECASE
)
_ATTEMPT: Final = re.compile(r"1[0oO][.,]\d|10[\\/]\d|\d{4,9}/", re.ASCII)
_BEGINNING: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/?", re.ASCII)
_SHORT: Final = re.compile(r"10/[a-z0-9]+", re.IGNORECASE)
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class DoiFault:
    """What is wrong with a DOI: in words, where in the text, and the DOI that was meant, where there is one answer.

    `is_sure` is False where the characters that are too much might belong to it after all.
    """

    message: str
    extent: Extent
    meant: str | None = None
    is_sure: bool = True


def fault_of_address(url: str) -> DoiFault | None:
    """Return what is wrong with an address of the DOI resolver; None for any other.

    Prose behind a whole DOI is no fault of the DOI. Short DOIs (`10/abc`) are whole, and `www.doi.org` has pages
    of its own, about DOIs.
    """
    path = resolver_path(url)
    if path is None:
        return None
    written, extent = path["doi"], path.span("doi")
    name = unquote(written)
    is_page = path["www"] and name and not _INTRODUCTION.search(name) and not name.startswith("10")
    if _is_whole(name) or _SHORT.fullmatch(name) or is_page or _is_before_prose(written):
        return None
    whole = trim(name)
    if whole and _is_whole(whole) and "%" not in written:
        extent = (extent[0] + len(whole), extent[1])
    return DoiFault(
        _what_is_wrong(name), extent if written else (0, len(url)), put_right(name), is_sure=whole is None
    )


def faults_in_text(text: str) -> Iterator[DoiFault]:
    """Yield what is wrong with the DOIs of a running text, behind `doi:` or the resolver's host."""
    if "doi" not in text.casefold():
        return
    for match in _NAMED.finditer(text):
        name = match["name"].rstrip(TRAILING + ")]}>")
        if not _ATTEMPT.match(name) or _SHORT.fullmatch(name) or find(match["name"]):
            continue
        start = match.start("name")
        extent = (start, start + len(name))
        yield DoiFault(_what_is_wrong(name), extent, put_right(name))


def put_right(name: str) -> str | None:
    """Return the one DOI that a wrong one was surely meant to be."""
    if len(name) > _LONGEST:
        return None
    pieces = (_mended(piece.strip()) for piece in _INTRODUCTION.split(name))
    found = {piece for piece in pieces if piece}
    return found.pop() if len(found) == 1 else None


def _mended(name: str) -> str | None:
    name = name.replace("\\", "/")
    if name.startswith("10,"):
        name = f"10.{name[3:]}"
    prefix, slash, suffix = name.partition("/")
    return trim(prefix.rstrip() + slash + suffix.lstrip())


def _is_whole(name: str) -> bool:
    return is_doi(name) and trim(name) == name and "\\" not in name and not _INTRODUCTION.search(name)


def _is_before_prose(written: str) -> bool:
    """Tell whether a whole DOI, a space and words are what an address of the resolver ends in."""
    first, *words = written.split(maxsplit=1) or [""]
    doi = trim(first)
    return bool(words) and written.startswith(first) and doi is not None and _is_whole(doi)


def _what_is_wrong(name: str) -> str:
    whole = trim(name)
    if not name.strip():
        return "the address names no DOI"
    if _INTRODUCTION.search(name):
        return "the address of the DOI stands in it twice"
    if _BEGINNING.fullmatch(name.strip()):
        return f"{quoted(name.strip())} is only the beginning of a DOI"
    if whole and _is_whole(whole):
        return f"{quoted(name[len(whole) :])} stands behind the DOI, and is no part of it"
    return f"{quoted(name)} is no DOI"
