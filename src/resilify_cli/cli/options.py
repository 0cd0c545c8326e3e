"""The options that several commands share, each with its completion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from resilify_cli.cli import completion
from resilify_cli.diagnostics import Severity
from resilify_cli.errors import FilterError
from resilify_cli.nearest import nearest_word
from resilify_cli.render import finding_formats, row_formats


def _checked_format(known: tuple[str, ...]) -> Callable[[str | None], str | None]:
    def check(value: str | None) -> str | None:
        if value is None or value in known:
            return value
        near = nearest_word(value, known)
        msg = f"no format is called {value!r}; " + (
            f"did you mean {near}?" if near else f"there are {', '.join(known)}"
        )
        raise typer.BadParameter(msg)

    return check


RowFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"How to print: {', '.join(row_formats())}. On a terminal a table, in a pipe rows without decoration.",
        callback=_checked_format(row_formats()),
        autocompletion=lambda: list(row_formats()),
    ),
]
VariedFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"How to print: {', '.join(finding_formats())}. On a terminal text, in a pipe concise. "
        "Where it shows rows, as `list` does.",
        callback=_checked_format(tuple(sorted({*finding_formats(), *row_formats()}))),
        autocompletion=lambda: list(finding_formats()),
    ),
]


def check_format(name: str | None, *, rows: bool) -> None:
    """Refuse a format, before anything is done, that shows findings where rows are wanted, or the other way round.

    Raises FilterError.
    """
    known = row_formats() if rows else finding_formats()
    if name is not None and name not in known:
        msg = f"the format {name} shows {'findings' if rows else 'rows'}; here there are {', '.join(known)}"
        raise FilterError(msg)


def path(text: str) -> Path:
    """An unset variable is not the working folder."""
    if not text:
        msg = "it is empty"
        raise typer.BadParameter(msg)
    return Path(text)


Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATHS]...",
        parser=path,
        help="Folders and files to look at; none: the content folder.",
        show_default=False,
    ),
]
Media: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--media",
        metavar="DIR|LIST",
        parser=path,
        help="The media folder, or a text file that lists its files; else static/img above the content.",
    ),
]
Limit: TypeAlias = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="Show at most N.")
]
Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Run only these rules: codes, prefixes or names; repeat, or use commas.",
        autocompletion=completion.codes,
    ),
]
ExtendSelect: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--extend-select",
        metavar="CODES",
        help="Run these rules besides, also such as are off by default.",
        autocompletion=completion.codes,
    ),
]
Ignore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODES", help="Do not run these rules.", autocompletion=completion.codes
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=path,
        help="Write the report in the wanted format to this file, and show it on the screen as usual.",
    ),
]
FailOn: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        help="Exit with 1 for findings of this severity or worse: error, warning or info.  [default: error]",
        autocompletion=lambda: [severity.value for severity in Severity],
    ),
]
Fix: TypeAlias = Annotated[bool, typer.Option("--fix", help="Put right what has one right answer.")]
UnsafeFixes: TypeAlias = Annotated[
    bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: good guesses as well.")
]
Diff: TypeAlias = Annotated[
    bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
]
Statistics: TypeAlias = Annotated[
    bool, typer.Option("--statistics", help="Show how many findings each rule has.")
]
Baseline: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", parser=path, help="Leave out the findings that this file lists."
    ),
]
WriteBaseline: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        metavar="FILE",
        parser=path,
        help="List all findings in this file, and exit with 0.",
    ),
]
ExitZero: TypeAlias = Annotated[
    bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found; not where the run fails.")
]
ChangedSince: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="Report only files that differ from this git revision; the whole catalogue is read all the same.",
    ),
]
