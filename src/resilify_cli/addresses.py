"""The addresses of a program: links and images of its overview and its references, with the way back to their characters."""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from resilify_cli.content.edits import SetText
from resilify_cli.content.html_tags import HtmlLink, anchors, links
from resilify_cli.diagnostics import Extent, Fault, FieldPath
from resilify_cli.references.media import PUBLIC_PATH, Media, image_fault
from resilify_cli.references.url import link_fault

if TYPE_CHECKING:
    from resilify_cli.facts import Facts, ReferenceFacts

_OVERVIEW: Final = ("overview",)
# What opens something else than a page of the web, and scripts, which are told as what they are.
_OTHER_SCHEMES: Final = frozenset(("mailto", "tel", "sms", "data", "javascript", "vbscript"))
_ADDRESSED: Final = re.compile(r"<(?:a|img)\s", re.IGNORECASE)
_OF_THE_SITE: Final = ("/", ".", "?")
_ABROAD: Final = re.compile(r"//|www\.|[a-z]+[:;/\\]{2}", re.IGNORECASE)
_TOP: Final = "#top"


class AddressKind(enum.Enum):
    """What a reader meets at an address."""

    LINK = "link"
    IMAGE = "image"
    """A picture of the site's own media folder."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address as written, and where: a field, or a part of its HTML.

    `raw` is how it is written in the HTML at `extent`, with its character references; None for a whole field.
    """

    url: str
    kind: AddressKind
    at: FieldPath
    extent: Extent | None = None
    raw: str | None = None
    reference: ReferenceFacts | None = None

    def within(self, part: Extent) -> Extent:
        """Turn offsets in the address into offsets in the field's value; all of it where HTML writes it otherwise."""
        if self.extent is None:
            return part
        if self.raw != self.url:
            return self.extent
        return self.extent[0] + part[0], self.extent[0] + part[1]

    def rewritten(self, url: str) -> SetText:
        """Return the step that makes another address of it, and touches nothing but what differs."""
        if self.extent is None and not self.url.strip():
            return SetText(self.at, url)
        start = end = 0
        if self.raw in {None, self.url}:
            start = _shared(self.url, url)
            end = _shared(self.url[start:][::-1], url[start:][::-1])
        new = url[start : len(url) - end]
        text = new if self.extent is None else escape(new)
        return SetText(self.at, text, self.within((start, len(self.url) - end)))

    def fault(self) -> Fault | None:
        """Return what is wrong with it as a web address."""
        citation = (self.reference.reference if self.reference else None) or ""
        fault = link_fault(self.url, self.at, citation)
        if fault is None or fault.within is None:
            return fault
        return replace(fault, within=self.within(fault.within))

    def image_fault(self, media: Media) -> Fault | None:
        """Return what is wrong with it as an image of the media folder."""
        fault = image_fault(self.url, self.at, media)
        return replace(fault, within=self.extent) if fault else None


def addresses(facts: Facts) -> tuple[Address, ...]:
    """Return the addresses of a program, in the order of the page."""
    return (*addresses_of_overview(facts), *addresses_of_references(facts))


def addresses_of_overview(facts: Facts) -> Iterator[Address]:
    """Yield the links and images of the overview that lead out of the page, or should."""
    html = facts.overview or ""
    if not _ADDRESSED.search(html):
        return
    found = links(html)
    places = anchors(html) if any(link.url.startswith("#") for link in found) else frozenset()
    for link in found:
        kind = _kind(link, places)
        if kind is not None:
            yield Address(link.url, kind, _OVERVIEW, link.extent, html[slice(*link.extent)])


def addresses_of_references(facts: Facts) -> Iterator[Address]:
    """Yield the link and the image of each reference."""
    for reference in facts.references:
        if reference.link is not None:
            yield Address(reference.link, AddressKind.LINK, (*reference.at, "link"), reference=reference)
        if reference.image and reference.image.strip():
            at = (*reference.at, "image")
            yield Address(reference.image, AddressKind.IMAGE, at, reference=reference)


def _kind(link: HtmlLink, places: Collection[str]) -> AddressKind | None:
    """Return what an address of HTML is; None for pages of the site, `places` of this page, mail and the like."""
    if link.tag == "img" and link.url.casefold().startswith(PUBLIC_PATH):
        return AddressKind.IMAGE
    if link.url.startswith("#"):
        is_there = link.url == _TOP or link.url[1:] in places
        return None if is_there else AddressKind.LINK
    if link.url.startswith(_OF_THE_SITE) and not link.url.startswith("//"):
        return None
    if link.tag == "img" and not _ABROAD.match(link.url):
        return None
    try:
        scheme = urlsplit(link.url.strip()).scheme
    except ValueError:
        scheme = ""
    return None if scheme in _OTHER_SCHEMES else AddressKind.LINK


def _shared(one: str, other: str) -> int:
    """Return with how many equal characters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
