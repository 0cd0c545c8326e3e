"""What is known of each link: at once for what the catalogue itself can tell, else by asking the web."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.addresses import Address
from resilify_cli.diagnostics import Fault
from resilify_cli.facts import RelatedFacts
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus, Metadata
from resilify_cli.references.media import Media, image_fault
from resilify_cli.references.url import link_fault

if TYPE_CHECKING:
    from resilify_cli.links.cache import Cache
    from resilify_cli.links.extract import Link, Place
    from resilify_cli.links.filters import Filters
    from resilify_cli.links.options import CheckOptions
    from resilify_cli.relations import Relations

# The rules that tell of an answer of the web; what a link's own text says is told by the rule for that.
RULES: Final = {
    LinkStatus.BROKEN: "broken-link",
    LinkStatus.BLOCKED: "blocked-link",
    LinkStatus.TRANSIENT: "transient-link",
    LinkStatus.INVALID: "invalid-link",
    LinkStatus.REDIRECTED: "redirected-link",
}
_MISSING_FRAGMENT: Final = "missing-fragment"
_RETRACTED: Final = "retracted-work"
_ANOTHER_WORK: Final = "title-of-another-work"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A link, what became of it, and what is to be reported: faults, each with the place that it belongs to."""

    link: Link
    result: LinkResult
    faults: tuple[tuple[Place, Fault], ...] = ()

    @property
    def rule(self) -> str | None:
        """The name of the rule that reports it."""
        return self.faults[0][1].kind if self.faults else None

    @property
    def has_wrong_metadata(self) -> bool:
        """Tell whether the work behind a DOI was retracted, or is not the one that is cited."""
        metadata = self.result.metadata
        return metadata is not None and (metadata.retracted or metadata.matches is False)


def left_out(link: Link, filters: Filters) -> Verdict | None:
    """Leave a link out that is not wanted; None for one that is."""
    reason = filters.reason(link.kind, link.url)
    return None if reason is None else unasked(link, reason)


def unasked(link: Link, reason: str) -> Verdict:
    """Leave a link unasked."""
    return Verdict(link, _result(link, LinkStatus.EXCLUDED, reason))


def judge_locally(link: Link, relations: Relations, media: Media | None) -> Verdict | None:
    """Tell what the catalogue and the link's own text say of it; None where only the web can tell."""
    match link.kind:
        case LinkKind.RELATED:
            return _related(link, relations)
        case LinkKind.IMAGE:
            return _image(link, media)
        case _:
            return _as_written(link)


def _related(link: Link, relations: Relations) -> Verdict:
    faults = _placed(link, lambda place: _related_fault(place, relations))
    if not faults:
        return Verdict(link, _result(link, LinkStatus.OK))
    place, fault = faults[0]
    title = place.written.title if isinstance(place.written, RelatedFacts) else None
    near = relations.candidates(link.url, title, besides=place.program.facts.slug)
    suggestion = fault.meant or (near[0].slug if near else None)
    return Verdict(link, _result(link, LinkStatus.BROKEN, fault.message, suggestion), faults)


def _related_fault(place: Place, relations: Relations) -> Fault | None:
    written = place.written
    return relations.fault(place.program.facts, written) if isinstance(written, RelatedFacts) else None


def _image(link: Link, media: Media | None) -> Verdict:
    if media is None:
        return unasked(link, "no media folder is known")
    faults = _placed(link, lambda place: _image_fault(link, place, media))
    if not faults:
        return Verdict(link, _result(link, LinkStatus.OK))
    reason, near = faults[0][1].message, media.nearest(link.url)
    return Verdict(link, _result(link, LinkStatus.BROKEN, reason, near), faults)


def _image_fault(link: Link, place: Place, media: Media) -> Fault | None:
    if isinstance(place.written, Address):
        return place.written.image_fault(media)
    return image_fault(link.url, place.at, media)


def _as_written(link: Link) -> Verdict | None:
    faults = _placed(link, lambda place: _address_fault(link, place))
    if not faults:
        return None
    fault = faults[0][1]
    return Verdict(link, _result(link, LinkStatus.INVALID, fault.message, fault.meant), faults)


def _address_fault(link: Link, place: Place) -> Fault | None:
    if isinstance(place.written, Address):
        return place.written.fault()
    fault = link_fault(link.url, place.at)
    return dataclasses.replace(fault, within=place.within) if fault else None


def _placed(link: Link, judge: Callable[[Place], Fault | None]) -> tuple[tuple[Place, Fault], ...]:
    """Judge a link at each of its places."""
    faults = ((place, judge(place)) for place in link.places)
    return tuple(
        (place, dataclasses.replace(fault, extent=place.extent) if place.extent else fault)
        for place, fault in faults
        if fault
    )


def ask_the_web(
    links: Sequence[Link],
    options: CheckOptions,
    on_verdict: Callable[[Verdict], None] = lambda _: None,
    cache: Cache | None = None,
) -> list[Verdict]:
    """Ask for every link, each once; what is known when Ctrl-C comes has been told to `on_verdict`.

    What the cache knows is not asked for; what is asked for is written down there as soon as it is answered.
    """
    verdicts: list[Verdict] = []
    by_target: dict[tuple[LinkKind, str], Link] = {}

    def take(link: Link, result: LinkResult) -> None:
        verdict = verdict_of(link, result)
        verdicts.append(verdict)
        on_verdict(verdict)

    for link in links:
        known = from_cache(link, options, cache)
        if known is not None:
            take(link, known)
        else:
            by_target[link.kind, link.url] = link
    if by_target:
        from resilify_cli.links.check import check_urls  # noqa: PLC0415 - the HTTP client loads when it is needed

        def tell(result: LinkResult) -> None:
            if cache is not None and _is_complete(result, options):
                cache.put(options.terms(result.kind), result)
            take(by_target[result.kind, result.url], result)

        check_urls(list(by_target), options, tell)
    order = {(link.kind, link.url): number for number, link in enumerate(links)}
    return sorted(verdicts, key=lambda verdict: order[verdict.link.kind, verdict.link.url])


def _is_complete(result: LinkResult, options: CheckOptions) -> bool:
    """Tell whether an answer says all that was asked: a registry that says nothing now may do so the next time."""
    return result.kind is not LinkKind.DOI or not options.metadata or result.metadata is not None


def from_cache(link: Link, options: CheckOptions, cache: Cache | None) -> LinkResult | None:
    """Return what an earlier run found out about a link, where it holds under these options; else None."""
    if cache is None:
        return None
    known = cache.get(options.terms(link.kind), link.kind, link.url)
    if known is not None and known.final_url is not None:
        reason = options.filters.address_reason(known.final_url)
        if reason is not None:
            reason = f"redirects to {known.final_url}: {reason}"
            return dataclasses.replace(known, status=LinkStatus.EXCLUDED, reason=reason, suggestion=None)
    return known


def verdict_of(link: Link, result: LinkResult) -> Verdict:
    """Turn what was found out about a link into what is to be reported."""
    if result.metadata is not None:
        return _metadata_verdict(link, result, result.metadata)
    rule = _MISSING_FRAGMENT if result.missing_fragment else RULES.get(result.status)
    if rule is None:
        return Verdict(link, result)
    message = f"{link.url}: {result.reason}" if result.reason else link.url
    hint = _hint(result)
    return Verdict(link, result, tuple((place, _fault(rule, message, place, hint)) for place in link.places))


def _hint(result: LinkResult) -> str | None:
    if not result.suggestion:
        return None
    verb = "did you mean" if result.missing_fragment else "write"
    return f"{verb} {result.suggestion}{'?' if result.missing_fragment else ''}"


def _metadata_verdict(link: Link, result: LinkResult, metadata: Metadata) -> Verdict:
    cited = [(place, _is_cited(place, metadata)) for place in link.places]
    known = {matches for _, matches in cited if matches is not None}
    matches = None if not known else False not in known
    result = dataclasses.replace(result, metadata=dataclasses.replace(metadata, matches=matches))
    cited.sort(key=lambda one: one[0].at[-1:] != ("link",))
    faults = tuple(_metadata_faults(link, metadata, cited))
    return Verdict(link, result, faults)


def _is_cited(place: Place, metadata: Metadata) -> bool | None:
    """Tell whether the work is the one that the reference at a place cites; None where none does."""
    from resilify_cli.links.titles import is_cited  # noqa: PLC0415 - only where registries were asked

    reference = place.reference
    if reference is None or metadata.title is None:
        return None
    texts = [text for text in (reference.title, reference.reference) if text and text.strip()]
    return is_cited((metadata.title, *metadata.other_titles), texts)


def _metadata_faults(
    link: Link, metadata: Metadata, cited: Sequence[tuple[Place, bool | None]]
) -> Iterator[tuple[Place, Fault]]:
    work = f"{metadata.title!r}" if metadata.title else link.url
    told = set()
    for place, matches in cited:
        if place.reference is not None:  # its link and its citation may both hold the DOI
            if place.reference in told:
                continue
            told.add(place.reference)
        if metadata.retracted:
            message = f"{link.url}: the work was retracted: {work}"
            yield place, _fault(_RETRACTED, message, place, "cite another work, or say that it was retracted")
        if matches is False:
            year = f" ({metadata.year})" if metadata.year else ""
            message = f"{link.url} is another work: {work}{year}"
            yield place, _fault(_ANOTHER_WORK, message, place, "write the DOI of the work that is cited")


def _fault(rule: str, message: str, place: Place, hint: str | None) -> Fault:
    return Fault(rule, message, place.at, within=place.within, extent=place.extent, help=hint)


def _result(
    link: Link, status: LinkStatus, reason: str | None = None, suggestion: str | None = None
) -> LinkResult:
    return LinkResult(link.url, link.kind, status, reason=reason, suggestion=suggestion)
