"""`resilify rename`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.interrupts import interrupts_noted
from resilify_cli.cli.options import RowFormat
from resilify_cli.cli.run import INTERRUPTED, Run
from resilify_cli.report import Column, Report, Table, counted

if TYPE_CHECKING:
    from resilify_cli.renaming import Renaming

_COLUMNS: Final = (
    Column("path", "Path", role="path", whole=True),
    Column("line", "Line", 2, right=True),
    Column("field", "Field", 3, role="muted"),
    Column("from", "From", 1),
    Column("to", "To"),
)


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    key: Annotated[
        str,
        typer.Argument(
            metavar="KEY", help="The program: its slug, path, programId, …", autocompletion=completion.keys
        ),
    ],
    slug: Annotated[
        str, typer.Argument(metavar="NEW-SLUG", help="Its new slug, which is the name of its file.")
    ],
    title: Annotated[
        str | None,
        typer.Option(
            "--title", metavar="TITLE", help="Its new title, here and wherever it is named as related."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")
    ] = False,
    output_format: RowFormat = None,
) -> None:
    """Rename a program: its file, and every related slug and link that names it. All files are changed, or none.

    In a git work tree the file is moved through git. Everything else in the files stays byte for byte.
    """
    from resilify_cli.renaming import carry_out, plan_renaming  # noqa: PLC0415

    catalogue = run.catalogue()
    renaming = plan_renaming(catalogue, catalogue.find(key), slug, title)
    with interrupts_noted() as interrupts:
        if not dry_run:
            carry_out(renaming)
    run.finish(_report(renaming, dry_run=dry_run), output_format)
    if interrupts:
        raise typer.Exit(INTERRUPTED)


def _report(renaming: Renaming, *, dry_run: bool) -> Report:
    path, to = renaming.path.as_posix(), renaming.to.as_posix()
    rows = [(one.path, one.span.line, one.field, one.before, one.after) for one in renaming.rewritings]
    data = {
        "from": path,
        "to": to,
        "written": not dry_run,
        "changes": [
            {
                "path": one.path,
                "line": one.span.line,
                "column": one.span.column,
                "field": one.field,
                "from": one.before,
                "to": one.after,
            }
            for one in renaming.rewritings
        ],
        "left": list(renaming.left),
    }
    moved = [(path, None, None, path, to)] if path != to else []
    notes = [_count(renaming, "would change" if dry_run else "changed")]
    if moved:
        notes.append(f"{path} {'would be' if dry_run else 'is now'} {to}")
    notes += (f"{place} names it by its old slug; change it by hand" for place in renaming.left)
    return Report(data, Table(_COLUMNS, (*moved, *rows)), notes=tuple(notes))


def _count(renaming: Renaming, did: str) -> str:
    if not renaming.rewritings:
        return "no file names it"
    files = counted(len({one.path for one in renaming.rewritings}), "file")
    return f"{counted(len(renaming.rewritings), 'value')} {did} in {files}"


COMMAND: Final = Command(
    "rename",
    command,
    (
        "resilify rename quiet-evenings calm-evenings --dry-run",
        'resilify rename quiet-evenings calm-evenings --title "Calm Evenings"',
    ),
)
