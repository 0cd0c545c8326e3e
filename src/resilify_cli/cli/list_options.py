"""The options of `list` that no other command has."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.listing import NAMES

Category: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--category",
        "-c",
        metavar="NAME",
        help="Only programs of this category; repeat for any of several.",
        autocompletion=completion.categories,
    ),
]
Tag: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--tag",
        "-t",
        metavar="NAME",
        help="Only programs with this tag; repeat for any of several.",
        autocompletion=completion.tags,
    ),
]
Missing: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--missing",
        metavar="PARTS",
        help="Only programs that lack one of these parts, or some of it: sessions.overview, references, links, tags, …",
        autocompletion=completion.parts,
    ),
]
Orphan: TypeAlias = Annotated[bool, typer.Option("--orphan", help="Only programs that no other links to.")]
Dangling: TypeAlias = Annotated[
    bool, typer.Option("--dangling", help="Only programs with a related slug that no program has.")
]
LinksTo: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--links-to",
        metavar="KEY",
        help="Only programs that name this one as related; repeat for any of several.",
        autocompletion=completion.keys,
    ),
]
LinkedBy: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--linked-by",
        metavar="KEY",
        help="Only programs that this one names as related; repeat for any of several.",
        autocompletion=completion.keys,
    ),
]
Sort: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="FIELDS",
        help="Sort by these columns, as in -sessions,title; a hyphen reverses.",
        autocompletion=completion.sort_fields,
    ),
]
Columns: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="NAMES",
        help=f"Columns to show, with commas: {', '.join(NAMES)}. JSON and YAML have them all.",
        autocompletion=completion.columns,
    ),
]
