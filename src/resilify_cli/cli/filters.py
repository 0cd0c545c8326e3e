"""Which programs `list` shows: by category, by what is missing, by how they hang together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from resilify_cli.cli.run import one_of, split_list
from resilify_cli.nearest import nearest_word

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile

Keep: TypeAlias = Callable[["ProgramFile"], bool]


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for: a program stays that meets every filter, each by any of its values."""

    category: Sequence[str] = ()
    tag: Sequence[str] = ()
    missing: Sequence[str] = ()
    links_to: Sequence[str] = ()
    linked_by: Sequence[str] = ()
    is_orphan: bool = False
    is_dangling: bool = False


def filtered(catalogue: Catalogue, filters: Filters) -> tuple[Sequence[ProgramFile], list[str]]:
    """Return the programs that meet all filters, and notes on names that no program has.

    Raises FilterError for a part that does not exist, ProgramNotFoundError for a KEY that no program answers to.
    """
    notes: list[str] = []
    programs: Sequence[ProgramFile] = catalogue.programs
    for what, names in (("category", filters.category), ("tag", filters.tag)):
        if names:
            notes += _unknown(programs, what, names)
            programs = _named(programs, what, names)
    for keep in _keeps(catalogue, filters):
        programs = [program for program in programs if keep(program)]
    return programs, notes


def _keeps(catalogue: Catalogue, filters: Filters) -> Iterator[Keep]:
    relations = catalogue.relations
    if filters.missing:
        yield _lacking(filters.missing)
    if filters.links_to:
        found = [catalogue.find(key).facts.slug for key in filters.links_to]
        yield _is_among({slug for target in found for slug in relations.backlinks(target)})
    if filters.linked_by:
        sources = [catalogue.find(key).facts for key in filters.linked_by]
        yield _is_among(
            {r.slug for source in sources for r in source.related if r.slug not in {None, source.slug}}
        )
    if filters.is_orphan:
        yield lambda program: not relations.backlinks(program.facts.slug)
    if filters.is_dangling:
        yield lambda program: any(
            related.slug and related.slug.strip() and not relations.resolve(related.slug).is_known
            for related in program.facts.related
        )


def _is_among(slugs: set[str | None]) -> Keep:
    return lambda program: program.facts.slug in slugs


def _lacking(names: Sequence[str]) -> Keep:
    from resilify_cli.parts import PARTS  # noqa: PLC0415 - few lists ask for it

    parts = [PARTS[one_of(name, tuple(PARTS), "part")] for name in split_list(names) or [""]]
    return lambda program: any(not part(program.facts).is_whole for part in parts)


def _names(program: ProgramFile, what: str) -> list[str]:
    facts = program.facts
    if what == "tag":
        return [tag.text for tag in facts.tags]
    return [category.title for category in facts.categories]


def _named(programs: Sequence[ProgramFile], what: str, names: Sequence[str]) -> Sequence[ProgramFile]:
    """Keep the programs that have one of some names, in any case."""
    folded = {name.casefold() for name in names}
    return [program for program in programs if folded & {n.casefold() for n in _names(program, what)}]


def _unknown(programs: Sequence[ProgramFile], what: str, names: Sequence[str]) -> Iterator[str]:
    """Say which names none of the programs has."""
    known = sorted({name for program in programs for name in _names(program, what)})
    folded = {name.casefold() for name in known}
    for name in names:
        if name.casefold() not in folded:
            near = nearest_word(name, known)
            listed = f"there are {', '.join(known)}" if known else "no program has any"
            yield f"no program has the {what} {name!r}; " + (f"did you mean {near!r}?" if near else listed)
