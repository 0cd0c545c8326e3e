"""What `link-check` has to say: the findings, the data of each link, and the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.cli.explained import rules_of
from resilify_cli.diagnostics import Diagnostic, field_text
from resilify_cli.findings import FindingsReport
from resilify_cli.report import Column, Json, Report, Table, counted

if TYPE_CHECKING:
    from resilify_cli.links.extract import Link, Place
    from resilify_cli.links.results import Metadata
    from resilify_cli.links.verdicts import Verdict

_MOST_HOSTS: Final = 10
# What a host need not be named for.
_QUIET: Final = frozenset(("links", "ok", "excluded"))
# What is no fault of the page is counted, and not shown one by one.
_FOLDED: Final = frozenset(("redirected", "blocked"))
_COLUMNS: Final = (
    Column("kind", "Kind", priority=1),
    Column("url", "Link", priority=0),
    Column("path", "File", priority=0),
    Column("line", "Line", priority=0, role="number", right=True),
    Column("column", "Column", priority=2, role="number", right=True),
    Column("field", "Field", priority=1),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What makes the command fail, and how much there is to see."""

    fail_on: frozenset[str]
    verbose: bool
    hosts: bool

    def report(self, verdicts: Sequence[Verdict], fixed: int = 0) -> FindingsReport:
        """Return the report on some verdicts."""
        found = [finding for verdict in verdicts for finding in self._findings(verdict)]
        found.sort(key=lambda finding: (finding.path, finding.span, finding.code))
        return FindingsReport(
            lambda: {
                "version": 1,
                "summary": _summary(verdicts, fixed),
                "links": [_link_data(verdict) for verdict in verdicts],
                "hosts": [{"host": host, **counts} for host, counts in _hosts(verdicts).items()],
            },
            tuple(found),
            _in_words(verdicts, fixed),
            notes=tuple(_host_lines(_hosts(verdicts), all_of_them=self.verbose)) if self.hosts else (),
            is_negative=any(map(self._fails, verdicts)),
            rules=rules_of(found),
        )

    def _findings(self, verdict: Verdict) -> list[Diagnostic]:
        is_folded = verdict.result.status.value in _FOLDED and not (self.verbose or self._fails(verdict))
        return [] if is_folded or not verdict.faults else list(_findings(verdict))

    def _fails(self, verdict: Verdict) -> bool:
        is_wrong = verdict.has_wrong_metadata and "metadata" in self.fail_on
        return is_wrong or verdict.result.status.value in self.fail_on


def rows_to_ask(links: Sequence[Link], cached: int) -> Report:
    """List what would be asked, a row for each place."""
    rows = []
    data = []
    for link in links:
        places = [_place_data(place, place.within) for place in link.places]
        data.append({"url": link.url, "kind": link.kind.value, "occurrences": places})
        rows += [
            (link.kind.value, link.url, place["path"], place["line"], place["column"], place["field"])
            for place in places
        ]
    note = f"{counted(len(links), 'link')} would be asked for, at {counted(len(rows), 'place')}"
    if cached:
        note += f"; {cached:,} more are known from earlier runs"
    return Report(data, Table(_COLUMNS, tuple(rows)), notes=(note,))


def _summary(verdicts: Sequence[Verdict], fixed: int) -> dict[str, Json]:
    from resilify_cli.links.results import LinkStatus  # noqa: PLC0415

    counts = Counter(verdict.result.status for verdict in verdicts)
    return {
        "links": _places(verdicts),
        "unique": len(verdicts),
        **{status.value: counts[status] for status in LinkStatus},
        "cached": sum(verdict.result.cached for verdict in verdicts),
        "metadata": sum(verdict.has_wrong_metadata for verdict in verdicts),
        "fixed": fixed,
    }


def _places(verdicts: Sequence[Verdict]) -> int:
    return sum(len(verdict.link.places) for verdict in verdicts)


def _in_words(verdicts: Sequence[Verdict], fixed: int) -> str:
    summary = _summary(verdicts, fixed)
    names = ("ok", "redirected", "broken", "blocked", "transient", "invalid", "excluded")
    told = [f"{summary[name]:,} {name}" for name in names if summary[name]]
    if summary["metadata"]:
        told.append(f"{counted(summary['metadata'], 'citation')} with a wrong or retracted work")
    text = f"{counted(summary['links'], 'link')} ({summary['unique']:,} different): "
    text += (f"{fixed:,} fixed; " if fixed else "") + (", ".join(told) or "nothing to check")
    moved = sum(v.result.status.value == "redirected" and bool(v.result.suggestion) for v in verdicts)
    notes = [f"{summary['cached']:,} known from earlier runs"] if summary["cached"] else []
    notes += [f"{moved:,} moved for good: --fix writes where to"] if moved else []
    return text + (f" ({'; '.join(notes)})" if notes else "")


def _hosts(verdicts: Sequence[Verdict]) -> dict[str, dict[str, int]]:
    """How many links of each host have each status, the hosts with most trouble first."""
    from resilify_cli.links.guard import host_of  # noqa: PLC0415

    counts: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        kind, url = verdict.link.kind.value, verdict.link.url
        host = "doi.org" if kind == "doi" else host_of(url) if kind == "url" else ""
        if host:
            counts.setdefault(host, Counter())[verdict.result.status.value] += 1
    ranked = sorted(counts.items(), key=lambda item: (-_troubles(item[1]), -item[1].total(), item[0]))
    return {host: {"links": count.total(), **count} for host, count in ranked}


def _troubles(count: Mapping[str, int]) -> int:
    """How many links of a host have something to be told of."""
    return sum(number for status, number in count.items() if status not in _QUIET)


def _host_lines(hosts: dict[str, dict[str, int]], *, all_of_them: bool) -> Iterator[str]:
    """The hosts of which there is something to tell, and with `-v` all."""
    wanted = [host for host, count in hosts.items() if all_of_them or _troubles(count)]
    most = len(wanted) if all_of_them else _MOST_HOSTS
    for host in wanted[:most]:
        told = ", ".join(f"{count:,} {status}" for status, count in hosts[host].items() if status != "links")
        yield f"  {host}: {told}"
    if wanted[most:]:
        yield f"  and {counted(len(wanted) - most, 'more host')}; -v shows all"


def _findings(verdict: Verdict) -> Iterator[Diagnostic]:
    from resilify_cli.rules import find_rule, finding_of, place  # noqa: PLC0415

    for where, fault in verdict.faults:
        yield place(where.program, find_rule(fault.kind), finding_of(fault))


def _link_data(verdict: Verdict) -> dict[str, Json]:
    from resilify_cli.rules import find_rule  # noqa: PLC0415

    result = verdict.result
    within = {id(place): fault.within for place, fault in verdict.faults}
    return {
        "url": result.url,
        "kind": result.kind.value,
        "status": result.status.value,
        "code": find_rule(verdict.rule).code if verdict.rule else None,
        "cached": result.cached,
        "http": result.http,
        "final_url": result.final_url,
        "reason": result.reason,
        "attempts": result.attempts,
        "elapsed_ms": result.elapsed_ms,
        "suggestion": result.suggestion,
        "metadata": _metadata_data(result.metadata),
        # Of one that goes wrong as written, the part that does, as in its finding.
        "occurrences": [
            _place_data(place, within.get(id(place)) or place.within) for place in verdict.link.places
        ],
    }


def _metadata_data(metadata: Metadata | None) -> Json:
    if metadata is None:
        return None
    return {
        "title": metadata.title,
        "year": metadata.year,
        "matches": metadata.matches,
        "retracted": metadata.retracted,
        "source": metadata.source,
    }


def _place_data(place: Place, within: tuple[int, int] | None) -> dict[str, Json]:
    document = place.program.document
    span = (
        document.span(*place.extent) if place.extent else document.locate(place.at, *(within or (None, None)))
    )
    return {
        "path": place.program.facts.path,
        "line": span.line,
        "column": span.column,
        "field": field_text(place.at) or "body",
        "program": place.program.facts.slug,
    }
