"""`resilify list`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.filters import Filters, filtered
from resilify_cli.cli.listing import NAMES, chosen_columns, program_data, sorted_programs, table_of
from resilify_cli.cli.options import Limit, RowFormat
from resilify_cli.cli.run import Run, split_list
from resilify_cli.report import Report, counted

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category",
            "-c",
            metavar="NAME",
            help="Only programs of this category; repeat for any of several.",
            autocompletion=completion.categories,
        ),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(
            "--tag",
            "-t",
            metavar="NAME",
            help="Only programs with this tag; repeat for any of several.",
            autocompletion=completion.tags,
        ),
    ] = None,
    missing: Annotated[
        list[str] | None,
        typer.Option(
            "--missing",
            metavar="PARTS",
            help="Only programs that lack one of these parts, or some of it: sessions.overview, references, links, tags, …",
            autocompletion=completion.parts,
        ),
    ] = None,
    orphan: Annotated[bool, typer.Option("--orphan", help="Only programs that no other links to.")] = False,
    dangling: Annotated[
        bool, typer.Option("--dangling", help="Only programs with a related slug that no program has.")
    ] = False,
    links_to: Annotated[
        list[str] | None,
        typer.Option(
            "--links-to",
            metavar="KEY",
            help="Only programs that name this one as related; repeat for any of several.",
            autocompletion=completion.keys,
        ),
    ] = None,
    linked_by: Annotated[
        list[str] | None,
        typer.Option(
            "--linked-by",
            metavar="KEY",
            help="Only programs that this one names as related; repeat for any of several.",
            autocompletion=completion.keys,
        ),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="FIELDS",
            help="Sort by these columns, as in -sessions,title; a hyphen reverses.",
            autocompletion=completion.sort_fields,
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="NAMES",
            help=f"Columns to show, with commas: {', '.join(NAMES)}. JSON and YAML have them all.",
            autocompletion=completion.columns,
        ),
    ] = None,
    limit: Limit = None,
    output_format: RowFormat = None,
) -> None:
    """List the programs, in display order.

    A broken file stands in the list with what could be read of it, and its status.
    """
    catalogue = run.catalogue()
    filters = Filters(
        category or (), tag or (), missing or (), links_to or (), linked_by or (), orphan, dangling
    )
    kept, notes = filtered(catalogue, filters)
    kept = sorted_programs(kept, catalogue, split_list(sort))[:limit]
    report = Report(
        data=lambda: [program_data(program, catalogue) for program in kept],
        table=table_of(kept, catalogue, chosen_columns(split_list(columns), kept)),
        notes=(*notes, _count(kept, catalogue)),
        is_negative=not kept,
    )
    run.finish(report, output_format)


def _count(kept: Sequence[ProgramFile], catalogue: Catalogue) -> str:
    total = len(catalogue)
    shown = (
        counted(total, "program") if len(kept) == total else f"{len(kept):,} of {counted(total, 'program')}"
    )
    broken = sum(not program.facts.is_sound for program in kept)
    return f"{shown}, {broken} broken (`resilify validate` tells why)" if broken else shown


COMMAND: Final = Command(
    "list",
    command,
    (
        'resilify list --category "Mental Health" --sort -sessions,title',
        "resilify list --missing sessions.overview,links --links-to quiet-evenings",
        "resilify list --format json | jq '.[].slug'",
    ),
)
