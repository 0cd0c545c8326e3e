"""The links of programs: every one once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from resilify_cli.addresses import Address, AddressKind, addresses_of_overview, addresses_of_references
from resilify_cli.links.results import LinkKind
from resilify_cli.references import doi

if TYPE_CHECKING:
    from resilify_cli.catalogue import ProgramFile
    from resilify_cli.diagnostics import Extent, FieldPath
    from resilify_cli.facts import Facts, RelatedFacts

Written: TypeAlias = "Address | RelatedFacts"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link stands: in a program, as an address or as a related slug."""

    program: ProgramFile
    written: Written

    @property
    def at(self) -> FieldPath:
        """The field that holds it."""
        return self.written.at if isinstance(self.written, Address) else (*self.written.at, "slug")

    @property
    def within(self) -> Extent | None:
        """The part of the field's value that it is; None: all of it."""
        return self.written.extent if isinstance(self.written, Address) else None


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
        for kind, url, written in _links_of(program.facts):
            places.setdefault((kind, url), []).append(Place(program, written))
    return [Link(url, kind, tuple(found)) for (kind, url), found in places.items()]


def merged(links: Iterable[Link]) -> list[Link]:
    """Put links of several catalogues together, each address once, with all its places."""
    places: dict[tuple[LinkKind, str], tuple[Place, ...]] = {}
    for link in links:
        places[link.kind, link.url] = places.get((link.kind, link.url), ()) + link.places
    return [Link(url, kind, found) for (kind, url), found in places.items()]


def _links_of(facts: Facts) -> Iterator[tuple[LinkKind, str, Written]]:
    for address in addresses_of_overview(facts):
        yield _kind(address), address.url, address
    for related in facts.related:
        if related.slug and related.slug.strip():
            yield LinkKind.RELATED, related.slug, related
    for address in addresses_of_references(facts):
        yield _kind(address), address.url, address


def _kind(address: Address) -> LinkKind:
    if address.kind is AddressKind.IMAGE:
        return LinkKind.IMAGE
    return LinkKind.DOI if doi.doi_of(address.url) else LinkKind.URL
