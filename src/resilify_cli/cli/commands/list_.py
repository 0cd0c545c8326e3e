"""`resilify list`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.listing import NAMES, chosen_columns, program_data, sorted_programs, table_of
from resilify_cli.cli.options import Limit, RowFormat
from resilify_cli.cli.run import Run, split_list
from resilify_cli.nearest import nearest_word
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
    kept, notes = _filtered(catalogue.programs, {"category": category or [], "tag": tag or []})
    kept = sorted_programs(kept, catalogue, split_list(sort))[:limit]
    report = Report(
        data=lambda: [program_data(program, catalogue) for program in kept],
        table=table_of(kept, catalogue, chosen_columns(split_list(columns), kept)),
        notes=(*notes, _count(kept, catalogue)),
        is_negative=not kept,
    )
    run.finish(report, output_format)


def _names(program: ProgramFile, what: str) -> list[str]:
    facts = program.facts
    if what == "tag":
        return [tag.text for tag in facts.tags]
    return [category.title for category in facts.categories]


def _filtered(
    programs: Sequence[ProgramFile], wanted: dict[str, list[str]]
) -> tuple[Sequence[ProgramFile], list[str]]:
    """Keep the programs that have one of the wanted names of each kind, in any case; say which names none has."""
    notes: list[str] = []
    for what, names in wanted.items():
        if names:
            known = sorted({name for program in programs for name in _names(program, what)})
            folded = {name.casefold() for name in names}
            notes += [
                _unknown(what, name, known)
                for name in names
                if name.casefold() not in map(str.casefold, known)
            ]
            programs = [
                program for program in programs if folded & {n.casefold() for n in _names(program, what)}
            ]
    return programs, notes


def _unknown(what: str, name: str, known: Sequence[str]) -> str:
    near = nearest_word(name, known)
    listed = f"there are {', '.join(known)}" if known else "no program has any"
    return f"no program has the {what} {name!r}; " + (f"did you mean {near!r}?" if near else listed)


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
        "resilify list",
        'resilify list --category "Mental Health" --sort -sessions,title',
        "resilify list --format json | jq '.[].slug'",
    ),
)
