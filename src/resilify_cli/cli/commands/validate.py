"""`resilify validate`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from resilify_cli.cli.command import Command
from resilify_cli.cli.explained import rules_of
from resilify_cli.cli.judging import Judged, Wanted, judge, wanted_rules
from resilify_cli.cli.mending import print_diff, write_all
from resilify_cli.cli.options import (
    Baseline,
    ChangedSince,
    Diff,
    ExitZero,
    ExtendSelect,
    FailOn,
    Fix,
    Ignore,
    Media,
    Output,
    Paths,
    Select,
    Statistics,
    UnsafeFixes,
    VariedFormat,
    WriteBaseline,
    check_format,
)
from resilify_cli.cli.run import INTERRUPTED, Run, Target, one_of
from resilify_cli.cli.statistics import statistics
from resilify_cli.diagnostics import Diagnostic, Severity
from resilify_cli.errors import FilterError
from resilify_cli.findings import FindingsReport, diagnostic_data
from resilify_cli.report import counted

if TYPE_CHECKING:
    from resilify_cli.baseline import Baseline as KnownFindings

_SEVERITIES: Final = tuple(severity.value for severity in Severity)


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    paths: Paths = None,
    fix: Fix = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Diff = False,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    changed_since: ChangedSince = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
    media: Media = None,
    only_statistics: Statistics = False,
    output: Output = None,
    output_format: VariedFormat = None,
) -> None:
    """Find what is wrong with programs, at the very character, and say what to write instead.

    A folder is a catalogue. Of a file, the whole catalogue around it is read, and that file alone reported.
    """
    if unsafe_fixes and not (fix or diff):
        msg = "--unsafe-fixes goes with --fix, or with --diff to see what it would change"
        raise FilterError(msg)
    if diff and (only_statistics or output or output_format or write_baseline):
        msg = "--diff goes with neither --statistics nor --output nor --format nor --write-baseline"
        raise FilterError(msg)
    if write_baseline and (only_statistics or output or output_format):
        msg = "--write-baseline goes with neither --statistics nor --output nor --format"
        raise FilterError(msg)
    check_format(output_format, rows=only_statistics and output is None)
    threshold = _threshold(run, fail_on)
    rules, per_file = wanted_rules(run.settings, select, extend_select, ignore)
    known = None if write_baseline else _baseline(run, baseline)
    targets = run.targets(paths or [], media)
    _check_aliases(run, targets)
    wanted = Wanted(rules, per_file, known, _changed(targets, changed_since))
    judged = judge(run, targets, wanted, fix=fix or diff, unsafe=unsafe_fixes)
    if diff:
        raise typer.Exit(_show_diff(run, judged, exit_zero=exit_zero))
    written = write_all(run, targets if fix else (), judged.mended)
    is_interrupted = judged.is_interrupted or written.is_interrupted
    status = INTERRUPTED if is_interrupted else FilterError.exit_status if written.has_failed else None
    if write_baseline and not is_interrupted:
        _write_baseline(run, written.findings, write_baseline)
        raise typer.Exit(status or 0)
    report = _report(targets, written.findings, threshold, fixed=written.fixed, fail=not exit_zero)
    counts = statistics(report.findings) if only_statistics else None
    run.finish_findings(report, output_format, status, output, counts)


def _show_diff(run: Run, judged: Judged, *, exit_zero: bool) -> int:
    """Show what the fixes would change, all of it or nothing; return the status to end with."""
    if judged.is_interrupted:
        return INTERRUPTED
    return int(print_diff(run, judged.mended) and not exit_zero)


def _check_aliases(run: Run, targets: Sequence[Target]) -> None:
    """Read the editor's own search aliases, as searching would. Raises ConfigurationError where it could not."""
    lists = {run.aliases(target.catalogue.root) for target in targets} - {None}
    if lists:
        from resilify_cli.search.aliases import load_aliases  # noqa: PLC0415 - few have a list of their own

        for path in lists:
            load_aliases(path)


def _threshold(run: Run, given: str | None) -> Severity:
    named = run.settings.get("validate.fail-on") or "error" if given is None else given
    return Severity(one_of(named, _SEVERITIES, "severity"))


def _baseline(run: Run, given: Path | None) -> KnownFindings | None:
    path = given or run.settings.path("validate.baseline")
    if path is None:
        return None
    from resilify_cli.baseline import load_baseline  # noqa: PLC0415

    return load_baseline(path)


def _write_baseline(run: Run, findings: Sequence[Diagnostic], path: Path) -> None:
    from resilify_cli.atomic import replace_file  # noqa: PLC0415
    from resilify_cli.baseline import Baseline  # noqa: PLC0415

    replace_file(path, Baseline.of(findings, path.parent).to_json().encode())
    run.note(f"{counted(len(findings), 'finding')} written to {path.as_posix()}; --baseline leaves them out")


def _changed(targets: Sequence[Target], revision: str | None) -> frozenset[Path] | None:
    if revision is None:
        return None
    from resilify_cli.worktree import changed_since  # noqa: PLC0415

    return frozenset().union(*(changed_since(revision, target.catalogue.root) for target in targets))


def _report(
    targets: Sequence[Target], findings: Sequence[Diagnostic], threshold: Severity, *, fixed: int, fail: bool
) -> FindingsReport:
    """Make the report of what was found in what was looked at."""
    findings = sorted(findings, key=lambda finding: (finding.path, finding.span, finding.code))
    by_severity = Counter(finding.severity for finding in findings)
    programs = sum(len(target.programs) for target in targets)
    skipped = sum(target.skipped for target in targets)
    data = {
        "version": 1,
        "summary": {
            "files": programs + skipped,
            "programs": programs,
            "skipped": skipped,
            **{f"{severity.value}s": by_severity[severity] for severity in Severity},
            "fixable": sum(finding.fix is not None for finding in findings),
            "fixed": fixed,
        },
        "diagnostics": [diagnostic_data(finding) for finding in findings],
    }
    failing = fail and any(finding.severity.rank <= threshold.rank for finding in findings)
    looked_at = counted(programs, "program")
    if skipped:
        looked_at += f", {counted(skipped, 'other file')} skipped"
    summary = f"{looked_at}: {_found(findings, by_severity, fixed)}"
    return FindingsReport(data, tuple(findings), summary, is_negative=failing, rules=rules_of(findings))


def _found(findings: Sequence[Diagnostic], by_severity: Counter[Severity], fixed: int) -> str:
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
    told = [counted(by_severity[severity], noun) for severity, noun in nouns.items() if by_severity[severity]]
    left = ", ".join(told) or ("nothing else to say" if fixed else "nothing to say")
    return (f"{fixed:,} fixed; " if fixed else "") + left + _offer(findings)


def _offer(findings: Sequence[Diagnostic]) -> str:
    """Say how many findings could be fixed, and how."""
    safe = sum(finding.fix is not None and finding.fix.safe for finding in findings)
    unsafe = sum(finding.fix is not None for finding in findings) - safe
    offers = [f"{safe:,} can be fixed with --fix"] if safe else []
    if unsafe:
        offers.append(
            f"{unsafe:,} more with --unsafe-fixes"
            if safe
            else f"{unsafe:,} can be fixed with --fix --unsafe-fixes"
        )
    return f" ({', '.join(offers)})" if offers else ""


COMMAND: Final = Command(
    "validate",
    command,
    (
        "resilify validate content/ --fail-on warning",
        "resilify validate --fix --unsafe-fixes --diff",
        "resilify validate --changed-since origin/main --format sarif --output resilify.sarif",
    ),
)
