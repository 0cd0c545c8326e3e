"""Another name for a program: its file moved, and whatever names it rewritten, all or nothing.

It is named by related slugs, and by links to its page in overviews and elsewhere in the front matter.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from resilify_cli import worktree
from resilify_cli.atomic import move_file, sweep
from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.content.document import Document
from resilify_cli.content.edits import SetText, edited, plan
from resilify_cli.diagnostics import FieldPath, Span, field_text
from resilify_cli.errors import NotUndoneError, ProgramNameError, ResilifyError
from resilify_cli.facts import read_facts
from resilify_cli.fixes import write
from resilify_cli.naming import check_cards, check_shown, checked_title, new_path
from resilify_cli.relations import PAGE_PATH

_TITLE: Final = ("title",)
_PAGES: Final = PAGE_PATH.format("\n").partition("\n")[0]
_BEHIND: Final = r"(?![\w-])"


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A value, or the address of a page in one, that becomes another: where it stands, as the file is now."""

    path: str
    span: Span
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """Everything that renaming a program changes, worked out and proved; nothing is written yet."""

    path: Path
    to: Path
    rewritings: tuple[Rewriting, ...]
    files: tuple[tuple[Document, Document], ...]
    """Each file with other values in it, before and after; the program's own at the path that it has now."""
    left: tuple[str, ...] = ()
    """Where the old slug goes on to name the program, as `path:line`: where no value could be read, or below them."""


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
    steps = dict(
        _each_file((other, _steps(other, program, slug, title)) for other in _naming(catalogue, program))
    )
    rewritten = {other: _rewritten(other, wanted) for other, wanted in steps.items()}
    _check_site(catalogue, program, rewritten, to)
    rewritings = tuple(_rewriting(other, step) for other, wanted in steps.items() for step in wanted)
    files = tuple((other.document, after) for other, after in rewritten.items())
    left = _left(catalogue, program, rewritten) if to != path else ()
    return Renaming(path, to, rewritings, files, tuple(left))


def carry_out(renaming: Renaming) -> None:
    """Write the files and move the program's own, through git where git knows it; where one fails, all stay as they were.

    Raises FileChangedError where a file is no longer what was read, GitError, and OSError; NotUndoneError where one of
    these came so late that not all files could stay.
    """
    sweep({Path(os.path.realpath(before.path)).parent for before, _ in renaming.files})
    written: list[tuple[Document, Document]] = []
    try:
        for before, after in renaming.files:
            write(before, after)
            written.append((before, after))
        if renaming.to != renaming.path:
            _move(renaming.path, renaming.to)
    except BaseException as error:
        _undo(written, error)
        raise


def _undo(written: Sequence[tuple[Document, Document]], why: BaseException) -> None:
    """Put back what was written, whatever becomes of one of the files. Raises NotUndoneError."""
    stuck = []
    for before, after in reversed(written):
        try:
            write(after, before)
        except (ResilifyError, OSError):
            stuck.append(before.path.as_posix())
    if stuck:
        msg = f"{why}; what was written already could not be put back: {', '.join(stuck)}"
        raise NotUndoneError(msg) from why


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


def _each_file(
    steps: Iterable[tuple[ProgramFile, list[SetText]]],
) -> Iterator[tuple[ProgramFile, list[SetText]]]:
    """Leave out files without a step, and second names of a file, which links are."""
    seen = set()
    for other, wanted in steps:
        if wanted and (real := os.path.realpath(other.document.path)) not in seen:
            seen.add(real)
            yield other, wanted


def _left(
    catalogue: Catalogue, program: ProgramFile, rewritten: Mapping[ProgramFile, Document]
) -> Iterator[str]:
    """Where the files, as they will be, name the program by its old slug: in YAML that is broken, or in a body."""
    slug = program.facts.slug
    naming = re.compile(rf"(?:\bslug[\"']?:[ \t]*[\"']?|{_PAGES}){re.escape(slug)}{_BEHIND}")
    after = {os.path.realpath(other.document.path): document for other, document in rewritten.items()}
    for other in _naming(catalogue, program):
        if slug in other.document.text:
            text = after.get(os.path.realpath(other.document.path), other.document).text
            lines = dict.fromkeys(text.count("\n", 0, match.start()) + 1 for match in naming.finditer(text))
            yield from (f"{other.facts.path}:{line}" for line in lines)


def _steps(other: ProgramFile, program: ProgramFile, slug: str, title: str | None) -> list[SetText]:
    """What changes in a file: related entries that name the program, links to its page, and the program's own title."""
    steps: list[SetText] = []
    for related in other.facts.related:
        if related.slug == program.facts.slug:
            steps += _set((*related.at, "title"), related.title, title)
            steps += _set((*related.at, "slug"), related.slug, slug)
    if other is program:
        steps += _set(_TITLE, program.facts.title, title)
    if slug != program.facts.slug:
        steps += _links(other.document, _PAGES + program.facts.slug, _PAGES + slug)
    return steps


def _links(document: Document, address: str, to: str) -> Iterator[SetText]:
    """What changes in the texts of a file that hold the address of a page."""
    if address in document.text:
        pattern = re.compile(re.escape(address) + _BEHIND)
        for at, text in _texts(document.values):
            yield from (SetText(at, to, match.span()) for match in pattern.finditer(text))


def _texts(value: Any, at: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:  # noqa: ANN401 - whatever YAML can hold
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict | list):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(item, (*at, step))


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
    document, within = other.document, step.within or (None, None)
    before = document.value(step.at)[slice(*within)]
    return Rewriting(
        other.facts.path, document.locate(step.at, *within), field_text(step.at), before, step.text
    )
