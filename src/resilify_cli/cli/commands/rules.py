"""`resilify rules`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.explained import rule_data
from resilify_cli.cli.options import RowFormat
from resilify_cli.cli.run import Run
from resilify_cli.page import Block, Heading, Pairs, Paragraph, Verbatim
from resilify_cli.page import Run as TextRun
from resilify_cli.report import Column, Report, Table, Text, counted

if TYPE_CHECKING:
    from resilify_cli.page import Role
    from resilify_cli.rules import Rule

COLUMNS: Final = (
    Column("code", "Code", priority=0, role="code", whole=True),
    Column("name", "Name", priority=1, whole=True),
    Column("severity", "Severity", priority=2),
    Column("summary", "What it finds", priority=0),
)
_ROLES: Final[dict[str, Role]] = {"error": "bad", "warning": "warning", "info": "muted"}


def command(
    run: Run,
    *,
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE|NAME]", help="The rule to explain; none: list all.", autocompletion=completion.rule
        ),
    ] = None,
    output_format: RowFormat = None,
) -> None:
    """List the rules of `validate` and `link-check`, or explain one: what it finds, why it matters, samples."""
    from resilify_cli.rules import all_rules, find_rule  # noqa: PLC0415 - forty modules

    chosen = all_rules() if rule is None else (find_rule(rule),)
    rows = tuple(_row(one) for one in chosen)
    data = [rule_data(one) for one in chosen]
    if rule is None:
        run.finish(Report(data, Table(COLUMNS, rows), notes=(counted(len(rows), "rule"),)), output_format)
    else:
        run.finish(
            Report(data[0], Table(COLUMNS, rows), tuple(_page(chosen[0]))), output_format, piped="text"
        )


def _row(rule: Rule) -> tuple[str | Text, ...]:
    severity = rule.severity.value
    summary = rule.sections()["Summary"]
    what = summary if rule.by_default else f"{summary} Off by default."
    return (rule.code, rule.name, Text(severity, _ROLES[severity]), what)


def _page(rule: Rule) -> Iterator[Block]:
    sections = rule.sections()
    yield Heading(f"{rule.code} {rule.name}", 1)
    yield Pairs((("Severity", (TextRun(rule.severity.value, role=_ROLES[rule.severity.value]),)),))
    if not rule.by_default:
        yield Paragraph((TextRun(f"Off by default; --extend-select {rule.code} turns it on."),))
    yield Paragraph((TextRun(sections["Summary"]),))
    for name in ("What", "Why"):
        yield Heading(name)
        yield Paragraph((TextRun(sections[name].replace("\n", " ")),))
    for name in ("Bad", "Good"):
        if name in sections:
            yield Heading(name)
            yield Verbatim(sections[name])


COMMAND: Final = Command(
    "rules",
    command,
    ("resilify rules", "resilify rules RES301", "resilify rules --format json | jq '.[].code'"),
)
