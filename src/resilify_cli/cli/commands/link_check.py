"""`resilify link-check`."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli.command import Command
from resilify_cli.cli.explained import rules_of
from resilify_cli.cli.options import FindingFormat, Media, Paths
from resilify_cli.cli.run import INTERRUPTED, Run, Target
from resilify_cli.diagnostics import Diagnostic, Severity, field_text
from resilify_cli.findings import FindingsReport
from resilify_cli.report import Json, counted

if TYPE_CHECKING:
    from resilify_cli.links.extract import Link
    from resilify_cli.links.options import CheckOptions
    from resilify_cli.links.verdicts import Verdict

_FAILING: Final = ("broken", "invalid")


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    paths: Paths = None,
    offline: Annotated[
        bool,
        typer.Option(
            "--offline",
            help="Ask nothing of the web; check related programs, images and how links are written.",
        ),
    ] = False,
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout", min=0.1, metavar="SECONDS", help="How long one request may take.  [default: 20]"
        ),
    ] = None,
    concurrency: Annotated[
        int | None,
        typer.Option(
            "--concurrency",
            min=1,
            metavar="N",
            help="Requests under way at once, over all hosts.  [default: 100]",
        ),
    ] = None,
    per_host: Annotated[
        int | None,
        typer.Option(
            "--per-host", min=1, metavar="N", help="Requests under way at once to one host.  [default: 6]"
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Call private addresses, too, such as localhost.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show also what redirects and what refuses robots.")
    ] = False,
    media: Media = None,
    output_format: FindingFormat = None,
) -> None:
    """Check links: related programs, images, the links of references and those inside overviews.

    Each address is asked for once. Private addresses are never called unless that is allowed. Broken links and
    invalid ones make the command fail; a link that refuses robots is not broken.
    """
    options = _options(run, timeout, concurrency, per_host, allow_private=allow_private)
    targets = run.targets(paths or [], media)
    verdicts, interrupted = _judge(run, targets, options, offline=offline)
    run.finish_findings(
        _report(verdicts, verbose=verbose), output_format, status=INTERRUPTED if interrupted else None
    )


def _options(
    run: Run, timeout: float | None, concurrency: int | None, per_host: int | None, *, allow_private: bool
) -> CheckOptions:
    from resilify_cli.links.options import CheckOptions  # noqa: PLC0415

    usual, settings = CheckOptions(), run.settings
    return CheckOptions(
        timeout=timeout or settings.get("link-check.timeout") or usual.timeout,
        concurrency=concurrency or settings.get("link-check.concurrency") or usual.concurrency,
        per_host=per_host or settings.get("link-check.per-host") or usual.per_host,
        allow_private=allow_private,
    )


def _judge(
    run: Run, targets: Sequence[Target], options: CheckOptions, *, offline: bool
) -> tuple[list[Verdict], bool]:
    """Return a verdict on each link, and whether Ctrl-C cut the work short."""
    from resilify_cli.links import verdicts as judging  # noqa: PLC0415
    from resilify_cli.links.extract import extract, merged  # noqa: PLC0415

    verdicts: list[Verdict] = []
    to_ask: list[Link] = []
    for target in targets:
        for link in extract(target.programs):
            verdict = judging.judge_locally(link, target.catalogue.relations, target.media)
            if verdict is not None:
                verdicts.append(verdict)
            else:
                to_ask.append(link)
    to_ask = merged(to_ask)
    if offline:
        return verdicts + [judging.offline(link) for link in to_ask], False
    answered: list[Verdict] = []
    with run.progress(len(to_ask)) as advance:

        def add(verdict: Verdict) -> None:
            answered.append(verdict)
            advance()

        try:
            return verdicts + judging.ask_the_web(to_ask, options, add), False
        except KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the report of what was done comes whole
            return verdicts + answered, True


def _report(verdicts: Sequence[Verdict], *, verbose: bool) -> FindingsReport:
    from resilify_cli.links.results import LinkStatus  # noqa: PLC0415
    from resilify_cli.rules import find_rule  # noqa: PLC0415

    counts = Counter(verdict.result.status.value for verdict in verdicts)
    total = sum(len(verdict.link.places) for verdict in verdicts)
    data = {
        "version": 1,
        "summary": {
            "links": total,
            "unique": len(verdicts),
            **{status.value: counts[status.value] for status in LinkStatus},
            "cached": sum(verdict.result.cached for verdict in verdicts),
        },
        "links": [
            _link_data(verdict, find_rule(verdict.rule).code if verdict.rule else None)
            for verdict in verdicts
        ],
    }
    findings = [finding for verdict in verdicts for finding in _findings(verdict)]
    shown = [finding for finding in findings if verbose or finding.severity is not Severity.INFO]
    shown.sort(key=lambda finding: (finding.path, finding.span, finding.code))
    told = ", ".join(f"{counts[status]:,} {status}" for status in LinkStatus if counts[status])
    summary = f"{counted(total, 'link')} ({len(verdicts):,} different): {told or 'nothing to check'}"
    failing = any(counts[status] for status in _FAILING)
    return FindingsReport(data, tuple(shown), summary, is_negative=failing, rules=rules_of(shown))


def _findings(verdict: Verdict) -> list[Diagnostic]:
    from resilify_cli.rules import find_rule, finding_of, place  # noqa: PLC0415

    return [
        place(where.program, find_rule(fault.kind), finding_of(fault))
        for where, fault in zip(verdict.link.places, verdict.faults, strict=False)
    ]


def _link_data(verdict: Verdict, code: str | None) -> dict[str, Json]:
    result = verdict.result
    return {
        "url": result.url,
        "kind": result.kind.value,
        "status": result.status.value,
        "code": code,
        "cached": result.cached,
        "http": result.http,
        "final_url": result.final_url,
        "reason": result.reason,
        "attempts": result.attempts,
        "elapsed_ms": result.elapsed_ms,
        "suggestion": result.suggestion,
        "metadata": result.metadata,
        "occurrences": [_occurrence(verdict, index) for index in range(len(verdict.link.places))],
    }


def _occurrence(verdict: Verdict, index: int) -> dict[str, Json]:
    """Where a link stands; of one that goes wrong as written, the part that does, as in its finding."""
    place = verdict.link.places[index]
    within = verdict.faults[index].within if verdict.faults else place.within
    span = place.program.document.locate(place.at, *(within or (None, None)))
    return {
        "path": place.program.facts.path,
        "line": span.line,
        "column": span.column,
        "field": field_text(place.at),
        "program": place.program.facts.slug,
    }


COMMAND: Final = Command(
    "link-check",
    command,
    (
        "resilify link-check",
        "resilify link-check content/ --offline",
        "resilify link-check --timeout 10 --per-host 2 --format json",
    ),
)
