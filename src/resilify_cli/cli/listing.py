"""Programs as rows: the data of each, and the columns that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from resilify_cli.cli.run import one_of
from resilify_cli.report import Cell, Column, Json, Table, Text

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile

COLUMNS: Final = (
    Column("sequence", "Seq", priority=2, right=True, role="muted"),
    Column("slug", "Slug", priority=0, role="slug", whole=True),
    Column("title", "Title", priority=0, role="title"),
    Column("categories", "Categories", priority=3),
    Column("sessions", "Sessions", priority=4, right=True),
    Column("related", "Related", priority=5, right=True),
    Column("references", "References", priority=5, right=True),
    Column("backlinks", "Backlinks", priority=5, right=True),
    Column("tags", "Tags", priority=6),
    Column("programId", "Program id", priority=7, role="muted", whole=True),
    Column("path", "Path", priority=7, role="path"),
    Column("words", "Words", priority=5, right=True),
    Column("status", "Status", priority=1),
)
NAMES: Final = tuple(column.name for column in COLUMNS)
DEFAULT: Final = ("sequence", "slug", "title", "categories", "sessions")


Value: TypeAlias = Callable[["ProgramFile", "Catalogue"], Json]
_VALUES: Final[dict[str, Value]] = {
    "slug": lambda program, _: program.facts.slug,
    "title": lambda program, _: program.facts.title,
    "sequence": lambda program, _: program.facts.sequence,
    "programId": lambda program, _: program.facts.program_id,
    "categories": lambda program, _: [category.title for category in program.facts.categories],
    "sessions": lambda program, _: len(program.facts.sessions),
    "related": lambda program, _: len(program.facts.related),
    "references": lambda program, _: len(program.facts.references),
    "backlinks": lambda program, catalogue: len(catalogue.relations.backlinks(program.facts.slug)),
    "tags": lambda program, _: [tag.text for tag in program.facts.tags],
    "words": lambda program, _: program.facts.words,
    "status": lambda program, _: status(program),
    "path": lambda program, _: program.facts.path,
}


def program_data(program: ProgramFile, catalogue: Catalogue) -> dict[str, Json]:
    """Return what `list` tells of one program."""
    return {name: value(program, catalogue) for name, value in _VALUES.items()}


def status(program: ProgramFile) -> str:
    """Return `error` for a file that could not be read as a whole program, else `ok`."""
    return "ok" if program.facts.is_sound else "error"


def chosen_columns(names: Sequence[str], programs: Iterable[ProgramFile]) -> tuple[str, ...]:
    """Return the columns to show: the ones asked for, else the usual ones, and the status where a file is broken.

    Raises FilterError for a name that is no column.
    """
    if names:
        return tuple(one_of(name, NAMES, "column") for name in names)
    return DEFAULT if all(program.facts.is_sound for program in programs) else (*DEFAULT, "status")


def table_of(programs: Iterable[ProgramFile], catalogue: Catalogue, names: Sequence[str]) -> Table:
    """Make a table of programs."""
    by_name = {column.name: column for column in COLUMNS}
    rows = (
        tuple(_cell(name, _VALUES[name](program, catalogue), program) for name in names)
        for program in programs
    )
    return Table(tuple(by_name[name] for name in names), tuple(rows))


def _cell(name: str, value: Json, program: ProgramFile) -> Cell:
    if name in {"slug", "path"}:
        return Text(value, source=program.facts.path)
    if name == "status":
        return Text(value, "good" if value == "ok" else "bad")
    return tuple(value) if isinstance(value, list) else value


def sorted_programs(
    programs: Sequence[ProgramFile], catalogue: Catalogue, fields: Sequence[str]
) -> list[ProgramFile]:
    """Sort by several columns, the first weighing most; `-field` from high to low. What has no value comes last.

    Raises FilterError for a name that is no column.
    """
    ranked = list(programs)
    for field in reversed(fields):
        value = _VALUES[one_of(field.removeprefix("-"), NAMES, "field to sort by")]
        keyed = [(_sort_key(value(program, catalogue)), program) for program in ranked]
        filled = [pair for pair in keyed if pair[0] is not None]
        filled.sort(key=lambda pair: pair[0], reverse=field.startswith("-"))
        ranked = [program for _, program in filled] + [program for key, program in keyed if key is None]
    return ranked


def _sort_key(value: Json) -> Any:  # noqa: ANN401 - numbers or texts, by column
    if isinstance(value, list):
        return [item.casefold() for item in value] or None
    return value.casefold() if isinstance(value, str) else value
