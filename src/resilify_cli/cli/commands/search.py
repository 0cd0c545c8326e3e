"""`resilify search`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from resilify_cli.cli import completion
from resilify_cli.cli.command import Command
from resilify_cli.cli.options import RowFormat
from resilify_cli.cli.run import Run, split_list
from resilify_cli.report import Cell, Column, Json, Report, Table, Text, counted

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.search.query import Term
    from resilify_cli.search.results import Answer, Hit, Match

_COLUMNS: Final = (
    # The beginning of a slug is a KEY, too: what a hit says is worth more than the rest of it.
    Column("slug", "Slug", priority=0, role="slug", whole=True, gives_way=True),
    Column("title", "Title", priority=3, role="title"),
    Column("where", "Where", priority=0),
    Column("line", "Line", priority=0, right=True),
    Column("snippet", "Text", priority=0),
    Column("place", "Place", priority=4, role="path", whole=True),
)
_EXPLAINED: Final = (
    Column("score", "Score", priority=1, right=True, whole=True),
    Column("points", "Points", priority=1),
)
_LIMIT: Final = 30
_LONGEST_SAID: Final = 100
_PARTS: Final = {"activityOverview": "activity", "reference": "citation"}


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help="What to look for, in your own words. Between quotes: '\"sleep hygiene\" -pain anx*', "
            "'category:\"Mental Health\"', 'session:breathing', 'ref:sleep'.",
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
    exact: Annotated[
        bool, typer.Option("--exact", help="All the words just as typed: no other forms, no guesses.")
    ] = False,
    hits: Annotated[bool, typer.Option("--hits", help="A row for each place, not only the best.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what was looked up, and what each program scores by it.")
    ] = False,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", "-n", min=0, metavar="N", help="Show at most N programs, the best; 0: all that answer."
        ),
    ] = _LIMIT,
    output_format: RowFormat = None,
) -> None:
    """Search the programs, the best first, and say where each answers.

    Forgives typing errors and other spellings, and knows what people say: "cant sleep" finds insomnia. A guess is
    told on standard error.
    """
    from resilify_cli.search.aliases import load_aliases  # noqa: PLC0415 - it is loaded once it is needed
    from resilify_cli.search.index import Index  # noqa: PLC0415 - so is SQLite

    catalogue = run.catalogue()
    fields = frozenset(split_list(field)) or None
    typed = " ".join(words)
    with Index((program.facts for program in catalogue), load_aliases(run.aliases())) as index:
        answer = index.search(typed, fields=fields, limit=limit or None, exact=exact)
    report = _report(answer, catalogue, every=hits, explain=explain)
    notes = tuple(_notes(answer, typed, explain=explain))
    run.finish(Report(*report, notes=notes, is_negative=not answer.hits), output_format)


def _report(
    answer: Answer, catalogue: Catalogue, *, every: bool, explain: bool
) -> tuple[list[dict[str, Json]], Table]:
    """Return what was found as data and as a table."""
    programs = {program.facts.path: program for program in catalogue}
    data = [_hit_data(hit, programs[hit.path], explain=explain) for hit in answer.hits]
    rows = [
        (*_row(hit, match, programs[hit.path]), *(_points(hit) if explain else ()))
        for hit in answer.hits
        for match in (hit.matches if every else hit.matches[:1])
    ]
    return data, Table(_COLUMNS + (_EXPLAINED if explain else ()), tuple(rows))


def _notes(answer: Answer, typed: str, *, explain: bool) -> Iterator[str]:
    """Yield what is to be known besides: what was guessed, what was looked up, and how much was found."""
    if explain:
        yield from map(_explained, answer.query.terms)
    if not answer.hits:
        said = typed if len(typed) <= _LONGEST_SAID else typed[:_LONGEST_SAID] + "…"
        yield f"nothing answers to {said!r}"
        return
    if answer.query.reading:
        yield f"showing results for {answer.query.reading}"
    for said, meanings in answer.query.meanings:
        yield f"{said}: looked for {' and '.join(meanings)}, too"
    if answer.unanswered:
        yield f"no program answers to {', '.join(answer.unanswered)}"
    total = counted(answer.total, "program")
    shown = len(answer.hits)
    yield total if shown == answer.total else f"{shown:,} of {total}; --limit shows more"


def _explained(term: Term) -> str:
    """Say what a term is looked up by, and what each way counts."""
    ways = (f"{way.phrase} ({way.kind.label}, {way.weight:.2f})" for way in term.alternatives)
    demand = "not " if term.is_unwanted else "required " if term.is_required else ""
    where = f" in {term.group}" if term.group else ""
    return f"{demand}{term.said}{where} × {term.weight:.1f}: {', '.join(ways)}"


def _hit_data(hit: Hit, program: ProgramFile, *, explain: bool) -> dict[str, Json]:
    data: dict[str, Json] = {
        "slug": hit.slug,
        "title": hit.title,
        "path": hit.path,
        "score": hit.score,
        "matches": [
            {
                "field": match.field,
                "session": match.session,
                "line": _line(match, program),
                "snippet": match.snippet,
            }
            for match in hit.matches
        ],
    }
    return data | ({"points": dict(hit.points)} if explain else {})


def _line(match: Match, program: ProgramFile) -> int:
    """The line of a match in its file; the body counts from its own start, and a slug is told at the file's first."""
    document = program.document
    if match.field == "body":
        start, end = match.within
        return document.span(document.body_start + start, document.body_start + end).line
    return document.locate(match.at, *match.within).line


def _row(hit: Hit, match: Match, program: ProgramFile) -> Sequence[Cell]:
    line = _line(match, program)
    snippet = Text(match.snippet, marks=match.marks)
    return (hit.slug, hit.title, where(match, program), line, snippet, f"{hit.path}:{line}")


def _points(hit: Hit) -> Sequence[Cell]:
    return (f"{hit.score:.4f}", ", ".join(f"{said} {points:.2f}" for said, points in hit.points.items()))


def where(match: Match, program: ProgramFile) -> str:
    """Say in words where a match stands: `session 3 · Sleep Hygiene · overview`."""
    name = match.field.rpartition(".")[2]
    part = _PARTS.get(name, name)
    if match.session is not None:
        title = program.facts.sessions[match.session - 1].title
        parts = [f"session {match.session}", " ".join((title or "").split()), part if name != "title" else ""]
        return " · ".join(filter(None, parts))
    number = re.match(r"references\[(\d+)\]", match.field)
    if number:
        return f"reference {int(number[1]) + 1} · {part}"
    return re.sub(r"\[\d+\]", "", "category" if match.field.startswith("categories") else match.field)


COMMAND: Final = Command(
    "search",
    command,
    (
        "resilify search cant sleep",
        "resilify search '\"sleep hygiene\" -pain' --in sessions",
        "resilify search 'worry category:\"Mental Health\"' --limit 3 --format json",
    ),
)
