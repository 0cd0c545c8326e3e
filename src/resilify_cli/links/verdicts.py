"""What is known of each link: at once for what the catalogue itself can tell, else by asking the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.addresses import Address
from resilify_cli.diagnostics import Fault
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus
from resilify_cli.references.media import Media

if TYPE_CHECKING:
    from resilify_cli.links.extract import Link
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """A link, what became of it, and the fault to report at each of its places (empty: none)."""

    link: Link
    result: LinkResult
    faults: tuple[Fault, ...] = ()

    @property
    def rule(self) -> str | None:
        """The name of the rule that reports it."""
        return self.faults[0].kind if self.faults else None


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
    faults = _faults(
        None if isinstance(place.written, Address) else relations.fault(place.program.facts, place.written)
        for place in link.places
    )
    if not faults:
        return Verdict(link, _result(link, LinkStatus.OK))
    near = relations.candidates(link.url)
    result = _result(link, LinkStatus.BROKEN, faults[0].message, near[0].slug if near else None)
    return Verdict(link, result, faults)


def _image(link: Link, media: Media | None) -> Verdict:
    if media is None:
        return Verdict(link, _result(link, LinkStatus.EXCLUDED, "no media folder is known"))
    faults = _faults(
        place.written.image_fault(media) if isinstance(place.written, Address) else None
        for place in link.places
    )
    if not faults:
        return Verdict(link, _result(link, LinkStatus.OK))
    return Verdict(link, _result(link, LinkStatus.BROKEN, faults[0].message, media.nearest(link.url)), faults)


def _as_written(link: Link) -> Verdict | None:
    faults = _faults(
        place.written.fault() if isinstance(place.written, Address) else None for place in link.places
    )
    if not faults:
        return None
    return Verdict(link, _result(link, LinkStatus.INVALID, faults[0].message, faults[0].meant), faults)


def _faults(found: Iterable[Fault | None]) -> tuple[Fault, ...]:
    return tuple(fault for fault in found if fault)


def offline(link: Link) -> Verdict:
    """Leave a link unasked."""
    return Verdict(link, _result(link, LinkStatus.EXCLUDED, "offline"))


def ask_the_web(
    links: Sequence[Link], options: CheckOptions, on_verdict: Callable[[Verdict], None] = lambda _: None
) -> list[Verdict]:
    """Ask for every link, each once; what is known when Ctrl-C comes has been told to `on_verdict`."""
    if not links:
        return []
    from resilify_cli.links.check import check_urls  # noqa: PLC0415 - the HTTP client loads when it is needed

    by_target = {(link.kind, link.url): link for link in links}
    results = check_urls(
        list(by_target),
        options,
        lambda result: on_verdict(_verdict(by_target[result.kind, result.url], result)),
    )
    return [_verdict(by_target[result.kind, result.url], result) for result in results]


def _verdict(link: Link, result: LinkResult) -> Verdict:
    rule = RULES.get(result.status)
    if rule is None:
        return Verdict(link, result)
    message = f"{link.url}: {result.reason}" if result.reason else link.url
    hint = f"write {result.suggestion}" if result.suggestion else None
    faults = (Fault(rule, message, place.at, within=place.within, help=hint) for place in link.places)
    return Verdict(link, result, tuple(faults))


def _result(
    link: Link, status: LinkStatus, reason: str | None = None, suggestion: str | None = None
) -> LinkResult:
    return LinkResult(
        link.url,
        link.kind,
        status,
        http=None,
        final_url=None,
        reason=reason,
        attempts=0,
        elapsed_ms=0,
        suggestion=suggestion,
    )
