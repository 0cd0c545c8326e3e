"""Another name for a program: its file moved, and every related slug that names it rewritten, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from resilify_cli import worktree
from resilify_cli.atomic import move_file
from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.content.document import Document
from resilify_cli.content.edits import SetText, edited, plan
from resilify_cli.diagnostics import FieldPath, Span, field_text
from resilify_cli.errors import ProgramNameError
from resilify_cli.facts import read_facts
from resilify_cli.fixes import write
from resilify_cli.naming import check_cards, check_shown, checked_title, new_path

_TITLE: Final = ("title",)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One value that gets another text: where it stands, as the file is now."""

    path: str
    span: Span
    field: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """Everything that renaming a program changes, worked out and proved; nothing is written yet."""

    path: Path
    to: Path
    rewritings: tuple[Rewriting, ...]
    files: tuple[tuple[Document, Document], ...]
    """Each file with other values in it, before and after; the program's own at the path that it has now."""


def plan_renaming(
    catalogue: Catalogue, program: ProgramFile, slug: str, title: str | None = None
) -> Renaming:
    """Work out how a program gets a new slug, and with `title` a new title, wherever the catalogue names it.

    Raises ProgramNameError where the slug will not do, or a file cannot be rewritten for sure.
    """
    path = program.document.path
    to = path if slug == program.facts.slug else new_path(slug, path.parent, catalogue, program)
    title = None if title is None else checked_title(title)
    if title is not None and program.facts.title is None:
        msg = f"{program.facts.path} has no title that could be rewritten"
        raise ProgramNameError(msg)
    steps = {other: _steps(other, program, slug, title) for other in _naming(catalogue, program)}
    rewritten = {other: _rewritten(other, wanted) for other, wanted in steps.items() if wanted}
    _check_site(catalogue, program, rewritten, to)
    rewritings = tuple(_rewriting(other, step) for other, wanted in steps.items() for step in wanted)
    return Renaming(
        path, to, rewritings, tuple((other.document, after) for other, after in rewritten.items())
    )


def carry_out(renaming: Renaming) -> None:
    """Write the files and move the program's own, through git where git knows it; where one fails, all stay as they were.

    Raises FileChangedError where a file is no longer what was read, GitError, and OSError.
    """
    written: list[tuple[Document, Document]] = []
    try:
        for before, after in renaming.files:
            write(before, after)
            written.append((before, after))
        if renaming.to != renaming.path:
            _move(renaming.path, renaming.to)
    except BaseException:
        for before, after in reversed(written):
            write(after, before)
        raise


def _move(path: Path, to: Path) -> None:
    if worktree.is_tracked(path):
        worktree.move(path, to)
    else:
        move_file(path, to)


def _naming(catalogue: Catalogue, program: ProgramFile) -> Iterable[ProgramFile]:
    """The files that may name the program: all, but where another has its slug as well, which they go on to name."""
    others = (other for other in catalogue if other is not program)
    is_shared = any(other.facts.slug == program.facts.slug for other in others)
    return (program,) if is_shared else catalogue


def _steps(other: ProgramFile, program: ProgramFile, slug: str, title: str | None) -> list[SetText]:
    """What changes in a file: related entries that name the program, and the program's own title."""
    steps: list[SetText] = []
    for related in other.facts.related:
        if related.slug == program.facts.slug:
            steps += _set((*related.at, "title"), related.title, title)
            steps += _set((*related.at, "slug"), related.slug, slug)
    if other is program:
        steps += _set(_TITLE, program.facts.title, title)
    return steps


def _set(at: FieldPath, before: str | None, after: str | None) -> Iterator[SetText]:
    if after is not None and before is not None and before != after:
        yield SetText(at, after)


def _rewritten(other: ProgramFile, steps: Sequence[SetText]) -> Document:
    planned = plan(other.document, steps) if other.document.is_utf8 else None
    if planned is None:
        line = other.document.locate(steps[0].at).line
        msg = (
            f"{other.facts.path}:{line}: this cannot be rewritten for sure; change it by hand, and run again"
        )
        raise ProgramNameError(msg)
    return Document(edited(other.document.text, planned[0]), other.document.path)


def _check_site(
    catalogue: Catalogue, program: ProgramFile, rewritten: Mapping[ProgramFile, Document], to: Path
) -> None:
    """Refuse a slug that would make the site show other programs on cards than it does now."""
    moved = Document(rewritten.get(program, program.document).text, to)
    documents = {**rewritten, program: moved}
    programs = (
        ProgramFile(read_facts(documents[other]), documents[other]) if other in documents else other
        for other in catalogue
    )
    after = Catalogue(programs, catalogue.root, catalogue.skipped)
    check_shown(to.stem, after)
    check_cards(catalogue, after, (program.facts.slug, to.stem))


def _rewriting(other: ProgramFile, step: SetText) -> Rewriting:
    document = other.document
    span = document.locate(step.at)
    return Rewriting(other.facts.path, span, field_text(step.at), document.value(step.at), step.text)
