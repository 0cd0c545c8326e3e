"""`resilify search`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.options import Limit, RowFormat
from resilify_cli.cli.run import Run, split_list
from resilify_cli.report import Column, Json, Report, Table, Text, counted

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue
    from resilify_cli.content.document import Document
    from resilify_cli.search.results import Hit, Match

COLUMNS: Final = (
    Column("slug", "Slug", priority=0, role="slug", whole=True),
    Column("title", "Title", priority=3, role="title"),
    Column("where", "Where", priority=2),
    Column("line", "Line", priority=1, right=True),
    Column("snippet", "Text", priority=0),
)
_PARTS: Final = {"activityOverview": "activity", "reference": "citation"}


def command(
    run: Run,
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...", help="What to look for; a phrase between quotes: '\"sleep hygiene\"'."
        ),
    ],
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="FIELD",
            help="Look only here: title, overview, sessions, references, categories, tags or body; repeat for any of several.",
            autocompletion=completion.search_fields,
        ),
    ] = None,
    limit: Limit = None,
    output_format: RowFormat = None,
) -> None:
    """Search the programs, the best first, and say where each answers.

    All words are wanted; where no program has them all, the programs that have the most are shown.
    """
    from resilify_cli.search.index import Index  # noqa: PLC0415 - SQLite is loaded once it is needed

    catalogue = run.catalogue()
    fields = frozenset(split_list(field)) or None
    with Index(program.facts for program in catalogue) as index:
        hits = index.search(" ".join(words), fields=fields, limit=limit)
    run.finish(_report(hits, catalogue, " ".join(words)), output_format)


def _report(hits: list[Hit], catalogue: Catalogue, words: str) -> Report:
    documents = {program.facts.path: program.document for program in catalogue}
    data = [_hit_data(hit, documents[hit.path]) for hit in hits]
    rows = tuple(_row(hit, told) for hit, told in zip(hits, data, strict=True))
    note = counted(len(hits), "program") if hits else f"nothing answers to {words!r}"
    return Report(data, Table(COLUMNS, rows), notes=(note,), is_negative=not hits)


def _hit_data(hit: Hit, document: Document) -> dict[str, Json]:
    return {
        "slug": hit.slug,
        "title": hit.title,
        "path": hit.path,
        "score": hit.score,
        "matches": [
            {
                "field": match.field,
                "session": match.session,
                "line": _line(match, document),
                "snippet": match.snippet,
            }
            for match in hit.matches
        ],
    }


def _line(match: Match, document: Document) -> int:
    """The line of a match in its file; the body counts from its own start, and a slug is told at the file's first."""
    if match.field == "body":
        start, end = match.within
        return document.span(document.body_start + start, document.body_start + end).line
    return document.locate(match.at, *match.within).line


def _row(hit: Hit, told: dict[str, Json]) -> tuple[str | int | Text | None, ...]:
    best = hit.matches[0]
    return (
        hit.slug,
        hit.title,
        where(best),
        told["matches"][0]["line"],
        Text(best.snippet, marks=best.marks),
    )


def where(match: Match) -> str:
    """Say in words where a match stands: `session 3, overview`."""
    name = match.field.rpartition(".")[2]
    part = _PARTS.get(name, name)
    if match.session is not None:
        return f"session {match.session}, {part}"
    number = re.match(r"references\[(\d+)\]", match.field)
    if number:
        return f"reference {int(number[1]) + 1}, {part}"
    return "category" if match.field.startswith("categories") else re.sub(r"\[\d+\]", "", match.field)


COMMAND: Final = Command(
    "search",
    command,
    (
        "resilify search breathing",
        "resilify search '\"sleep hygiene\"' --in sessions",
        "resilify search panic attacks --limit 3 --format json",
    ),
)
