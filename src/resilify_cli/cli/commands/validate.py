"""`resilify validate`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli.command import Command
from resilify_cli.cli.explained import rules_of
from resilify_cli.cli.options import FindingFormat, Ignore, Media, Paths, Select
from resilify_cli.cli.run import Run, Target, one_of, split_list
from resilify_cli.diagnostics import Severity
from resilify_cli.findings import FindingsReport, diagnostic_data
from resilify_cli.report import counted

if TYPE_CHECKING:
    from resilify_cli.diagnostics import Diagnostic

_SEVERITIES: Final = tuple(severity.value for severity in Severity)


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    paths: Paths = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help="Exit with 1 for findings of this severity or worse: error, warning or info.  [default: error]",
            autocompletion=lambda: list(_SEVERITIES),
        ),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    media: Media = None,
    output_format: FindingFormat = None,
) -> None:
    """Find what is wrong with programs, at the very character, and say what to write instead.

    A folder is a catalogue. Of a file, the whole catalogue around it is read, and that file alone reported.
    """
    from resilify_cli.rules import ValidateOptions, select_rules, validate  # noqa: PLC0415 - they load pydantic

    settings = run.settings
    threshold = Severity(
        one_of(
            settings.get("validate.fail-on") or "error" if fail_on is None else fail_on,
            _SEVERITIES,
            "severity",
        )
    )
    selected = _codes(select, settings.texts("validate.select"))
    rules = select_rules(selected, _codes(ignore, settings.texts("validate.ignore")))
    targets = run.targets(paths or [], media)
    findings: list[Diagnostic] = []
    with run.progress(sum(len(target.programs) for target in targets)) as advance:
        for target in targets:
            options = ValidateOptions(rules, target.media)
            findings += validate(target.catalogue, options, only=target.programs, advance=advance)
    run.finish_findings(report(targets, findings, threshold), output_format)


def _codes(given: list[str] | None, configured: list[str]) -> list[str]:
    """Return what an option names, else what the configuration does; an option that names nothing is a slip."""
    if given is None:
        return configured
    return [item for text in given for item in split_list(text) or [""]]


def report(targets: Sequence[Target], findings: Sequence[Diagnostic], threshold: Severity) -> FindingsReport:
    """Make the report of what was found in what was looked at."""
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
        },
        "diagnostics": [diagnostic_data(finding) for finding in findings],
    }
    failing = any(finding.severity.rank <= threshold.rank for finding in findings)
    summary = _summary(programs, skipped, by_severity)
    return FindingsReport(data, tuple(findings), summary, is_negative=failing, rules=rules_of(findings))


def _summary(programs: int, skipped: int, by_severity: Counter[Severity]) -> str:
    looked_at = counted(programs, "program")
    if skipped:
        looked_at += f", {counted(skipped, 'other file')} skipped"
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
    found = [
        counted(by_severity[severity], noun) for severity, noun in nouns.items() if by_severity[severity]
    ]
    return f"{looked_at}: {', '.join(found) or 'nothing to say'}"


COMMAND: Final = Command(
    "validate",
    command,
    (
        "resilify validate",
        "resilify validate content/ --fail-on warning",
        "resilify validate content/quiet-evenings.md --ignore RES201 --format json",
    ),
)
