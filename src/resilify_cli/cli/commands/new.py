"""`resilify new`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.run import Run


def command(
    run: Run,
    *,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="The title of the new program.")],
    slug: Annotated[
        str | None,
        typer.Option("--slug", metavar="SLUG", help="The name of the file, instead of the title's."),
    ] = None,
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category",
            "-c",
            metavar="NAME",
            help="A category of the program; repeat for several. Else the one that most programs have.",
            autocompletion=completion.categories,
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the file, and write nothing.")] = False,
) -> None:
    """Begin a program: a valid file in the content folder, with a new id and the next free sequence.

    Never overwrites a file. Prints the path of the new one; `resilify validate` tells what is left to write.
    """
    from resilify_cli.draft import draft  # noqa: PLC0415

    document = draft(title, run.catalogue(may_be_empty=True), slug=slug, categories=category or ())
    if dry_run:
        run.print_text(document.text)
        return
    from resilify_cli.atomic import create_file  # noqa: PLC0415

    create_file(document.path, document.text.encode())
    run.print_text(f"{document.path.as_posix()}\n")
    run.note("write on what it is about; `resilify validate` tells what is missing")


COMMAND: Final = Command(
    "new",
    command,
    (
        'resilify new "Sleeping through the Night"',
        'resilify new "Kinder Mornings" --category "Mental Health" --category Sleep',
        'resilify new "Kinder Mornings" --dry-run',
    ),
)
