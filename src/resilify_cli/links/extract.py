"""The links of programs: every one once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlsplit

from resilify_cli.addresses import Address, AddressKind, addresses_of_overview, addresses_of_references
from resilify_cli.diagnostics import Extent, FieldPath
from resilify_cli.links import markdown, text_links
from resilify_cli.links.results import LinkKind
from resilify_cli.passages import Genre, passages
from resilify_cli.references import doi
from resilify_cli.references.media import PUBLIC_PATH

if TYPE_CHECKING:
    from resilify_cli.catalogue import ProgramFile
    from resilify_cli.facts import Facts, ReferenceFacts, RelatedFacts

# What opens something else than a page of the web: nothing to ask for.
_OTHER_SCHEMES: Final = frozenset(("mailto", "tel", "sms", "data", "javascript", "vbscript"))
_OF_THE_SITE: Final = ("/", ".", "?", "#")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link stands: the field, and the part of its value (None: all of it).

    In the body there is no field, and `extent` is where it stands in the file. `written` is what it was read as:
    an address of its own or a related slug; None inside a running text.
    """

    program: ProgramFile
    at: FieldPath
    within: Extent | None = None
    extent: Extent | None = None
    written: Address | RelatedFacts | None = None

    @property
    def reference(self) -> ReferenceFacts | None:
        """The reference that the link belongs to, if it is one's."""
        references = self.program.facts.references
        return next((one for one in references if self.at[: len(one.at)] == one.at), None)


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written, and its places, in display order."""

    url: str
    kind: LinkKind
    places: tuple[Place, ...]


_Found: TypeAlias = tuple[LinkKind, str, Place]


def extract(programs: Iterable[ProgramFile]) -> list[Link]:
    """Return the links of programs, in the order in which they are met first, each kind and address once."""
    places: dict[tuple[LinkKind, str], list[Place]] = {}
    for program in programs:
        for kind, url, place in _links_of(program):
            places.setdefault((kind, url), []).append(place)
    return [Link(url, kind, tuple(found)) for (kind, url), found in places.items()]


def merged(links: Iterable[Link]) -> list[Link]:
    """Put links together that mean the same, each once, in the first one's dress, with all places."""
    first: dict[tuple[LinkKind, str], Link] = {}
    for link in links:
        key = (link.kind, identity(link.kind, link.url))
        before = first.get(key)
        first[key] = Link(before.url, link.kind, before.places + link.places) if before else link
    return list(first.values())


def identity(kind: LinkKind, url: str) -> str:
    """Return what two links have in common that mean the same: DOIs are the same in any dress and case."""
    found = doi.doi_of(url) if kind is LinkKind.DOI else None
    return found.lower() if found else url


def _links_of(program: ProgramFile) -> Iterator[_Found]:
    facts = program.facts
    for address in addresses_of_overview(facts):
        yield _addressed(program, address)
    yield from _in_texts(program)
    for related in facts.related:
        if related.slug and related.slug.strip():
            yield LinkKind.RELATED, related.slug, Place(program, (*related.at, "slug"), written=related)
    for address in addresses_of_references(facts):
        yield _addressed(program, address)
    yield from _in_body(program, facts)


def _addressed(program: ProgramFile, address: Address) -> _Found:
    kind = LinkKind.IMAGE if address.kind is AddressKind.IMAGE else _kind(address.url)
    return kind, address.url, Place(program, address.at, address.extent, written=address)


def _in_texts(program: ProgramFile) -> Iterator[_Found]:
    """The links in running text; in HTML, the text of a link is told by its address."""
    facts = program.facts
    if not _may_hold_links(facts):
        return
    told = {address.url for address in addresses_of_overview(facts)}
    for passage in passages(facts):
        for kind, url, (start, end) in text_links.find(passage.text):
            if passage.genre is not Genre.HTML or url not in told:
                yield kind, url, Place(program, passage.at, passage.within(start, end))


def _may_hold_links(facts: Facts) -> bool:
    """Tell cheaply whether any text could hold a link: hardly any program's does."""
    texts = [facts.overview or ""]
    texts += (text or "" for one in facts.references for text in (one.title, one.reference))
    texts += (
        text or "" for one in facts.sessions for text in (one.title, one.overview, one.activity_overview)
    )
    return any("10." in text or "://" in text for text in texts)


def _in_body(program: ProgramFile, facts: Facts) -> Iterator[_Found]:
    start = program.document.body_start
    for url, tag, (first, last) in markdown.find(facts.body):
        kind = _kind_in_body(url, tag)
        if kind is not None:
            yield kind, url, Place(program, (), extent=(start + first, start + last))


def _kind(url: str) -> LinkKind:
    return LinkKind.DOI if doi.doi_of(url) else LinkKind.URL


def _kind_in_body(url: str, tag: str) -> LinkKind | None:
    """Pages of the site, parts of the page and mail addresses are nothing to ask the web for."""
    if tag == "img" and url.startswith(PUBLIC_PATH):
        return LinkKind.IMAGE
    if url.startswith(_OF_THE_SITE) and not url.startswith("//"):
        return None
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        scheme = ""
    return None if scheme in _OTHER_SCHEMES else _kind(url)
