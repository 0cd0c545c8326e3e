"""The links of programs: every one once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from resilify_cli.content.html_tags import links as html_links
from resilify_cli.diagnostics import Extent, FieldPath
from resilify_cli.links.results import LinkKind
from resilify_cli.references import doi
from resilify_cli.references.media import PUBLIC_PATH

if TYPE_CHECKING:
    from resilify_cli.catalogue import ProgramFile
    from resilify_cli.facts import Facts

# What opens something else than a page of the web: nothing to ask for.
_OTHER_SCHEMES: Final = frozenset(("mailto", "tel", "sms"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link stands: the field, and the part of its value (None: all of it)."""

    program: ProgramFile
    at: FieldPath
    within: Extent | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written, and its places, in display order."""

    url: str
    kind: LinkKind
    places: tuple[Place, ...]


def extract(programs: Iterable[ProgramFile]) -> list[Link]:
    """Return the links of programs, in the order in which they are met first, each kind and address once."""
    places: dict[tuple[LinkKind, str], list[Place]] = {}
    for program in programs:
        for kind, url, at, within in _links_of(program.facts):
            places.setdefault((kind, url), []).append(Place(program, at, within))
    return [Link(url, kind, tuple(found)) for (kind, url), found in places.items()]


def merged(links: Iterable[Link]) -> list[Link]:
    """Put links of several catalogues together, each address once, with all its places."""
    places: dict[tuple[LinkKind, str], tuple[Place, ...]] = {}
    for link in links:
        places[link.kind, link.url] = places.get((link.kind, link.url), ()) + link.places
    return [Link(url, kind, found) for (kind, url), found in places.items()]


def _links_of(facts: Facts) -> Iterator[tuple[LinkKind, str, FieldPath, Extent | None]]:
    for found in html_links(facts.overview or ""):
        kind = _kind_of_html(found.url, found.tag)
        if kind is not None:
            yield kind, found.url, ("overview",), found.extent
    for related in facts.related:
        if related.slug and related.slug.strip():
            yield LinkKind.RELATED, related.slug, (*related.at, "slug"), None
    for reference in facts.references:
        if reference.link is not None:
            yield _kind(reference.link), reference.link, (*reference.at, "link"), None
        if reference.image and reference.image.strip():
            yield LinkKind.IMAGE, reference.image, (*reference.at, "image"), None


def _kind(url: str) -> LinkKind:
    return LinkKind.DOI if doi.doi_of(url) else LinkKind.URL


def _kind_of_html(url: str, tag: str) -> LinkKind | None:
    """Links within the site, fragments and mail addresses are nothing to ask the web for."""
    if tag == "img" and url.startswith(PUBLIC_PATH):
        return LinkKind.IMAGE
    if url.startswith(("/", "#")) and not url.startswith("//"):
        return None
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        scheme = ""
    return None if scheme in _OTHER_SCHEMES or url.startswith("data:") else _kind(url)
