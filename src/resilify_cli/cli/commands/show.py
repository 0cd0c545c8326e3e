"""`resilify show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.options import RowFormat
from resilify_cli.cli.run import Run
from resilify_cli.errors import ProgramNotFoundError
from resilify_cli.report import Json, Report

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.diagnostics import Diagnostic


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    keys: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY...",
            help="Slug, path, programId, sequence or title of a program, or the beginning of a slug or title.",
            autocompletion=completion.keys,
        ),
    ],
    section: Annotated[
        str | None,
        typer.Option(
            "--section",
            "-s",
            metavar="NAME",
            help="Only this part: overview, sessions, sessions[3], related, references, …",
            autocompletion=completion.sections,
        ),
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="The file's own text.")] = False,
    path: Annotated[bool, typer.Option("--path", help="Only the path of the file.")] = False,
    output_format: RowFormat = None,
) -> None:
    """Show programs in full: overview, sessions, related programs and where they lead, references.

    Of a broken file it shows what could be read, and what is wrong with it.
    """
    catalogue = run.catalogue()
    programs, all_found = _find(run, catalogue, keys)
    if not programs:
        raise typer.Exit(1)
    from resilify_cli.cli.program_page import narrowed, page_data, raw_text  # noqa: PLC0415 - it reads HTML

    data = [narrowed(page_data(program, catalogue), section) for program in programs]
    if path:
        run.print_text("".join(f"{program.facts.path}\n" for program in programs))
    elif raw:
        run.print_text("".join(raw_text(program, section) for program in programs))
    else:
        findings = [_findings(catalogue, program) if section is None else [] for program in programs]
        run.finish(_report(data, findings, several=len(keys) > 1), output_format, piped="text")
    if not all_found:
        raise typer.Exit(1)


def _find(run: Run, catalogue: Catalogue, keys: list[str]) -> tuple[list[ProgramFile], bool]:
    """Return the programs that KEYs name, and whether each names one; those that do not are told of."""
    programs = []
    for key in keys:
        try:
            programs.append(catalogue.find(key))
        except ProgramNotFoundError as error:
            run.complain(str(error))
    return programs, len(programs) == len(keys)


def _report(data: list[dict[str, Json]], findings: list[list[Diagnostic]], *, several: bool) -> Report:
    from resilify_cli.cli.program_page import page, rows_table  # noqa: PLC0415

    pages = (page(one, wrong) for one, wrong in zip(data, findings, strict=True))
    return Report(
        data if several else data[0], rows_table(data), tuple(block for blocks in pages for block in blocks)
    )


def _findings(catalogue: Catalogue, program: ProgramFile) -> list[Diagnostic]:
    """Return the errors of a broken file; a sound one is not examined, which costs time."""
    if program.facts.is_sound:
        return []
    from resilify_cli.diagnostics import Severity  # noqa: PLC0415
    from resilify_cli.rules import validate  # noqa: PLC0415

    return [found for found in validate(catalogue, only=[program]) if found.severity is Severity.ERROR]


COMMAND: Final = Command(
    "show",
    command,
    (
        "resilify show cultivating-self-compassion",
        "resilify show 120 --section sessions[3]",
        "resilify show quiet-evenings --format json | jq .references",
    ),
)
