"""Put findings right: apply their edits until nothing changes, and write the files, each wholly or not at all."""

from __future__ import annotations

import bisect
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from resilify_cli.atomic import replace_file
from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.content.document import Document
from resilify_cli.content.edits import TextEdit, comes_true, edited, overlap
from resilify_cli.errors import FileChangedError
from resilify_cli.facts import read_facts

if TYPE_CHECKING:
    from resilify_cli.diagnostics import Changes, Diagnostic

MOST_PASSES: Final = 50

Check: TypeAlias = Callable[[Catalogue], "list[Diagnostic]"]
"""Finds what is wrong with a catalogue, in the files that may be changed."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A catalogue put right as far as it could be: what was found first, what is left, and what was applied."""

    found: list[Diagnostic]
    left: list[Diagnostic]
    applied: list[Diagnostic] = field(default_factory=list)
    files: tuple[tuple[Document, Document], ...] = ()
    """Each file that differs, before and after, in the order of their paths."""
    is_settled: bool = True
    """False where fixes were still left after many passes."""
    catalogue: Catalogue | None = None
    """The catalogue as it would be."""


def mend(catalogue: Catalogue, check: Check, *, unsafe: bool = False) -> Mended:
    """Apply the fixes of what `check` finds, and of what it finds then, until no fix is left; nothing is written.

    Safe ones, and with `unsafe` the good guesses too.
    """
    before = _documents(catalogue)
    applied: list[Diagnostic] = []
    findings = found = check(catalogue)
    for _ in range(MOST_PASSES):
        changed, done = _mend_once(catalogue, findings, unsafe=unsafe)
        if not done:
            break
        applied += done
        catalogue = _with(catalogue, changed)
        findings = check(catalogue)
    after = _documents(catalogue)
    differ = tuple((before[path], after[path]) for path in sorted(before) if before[path] is not after[path])
    is_settled = not any(finding.path in before and _applies(finding, unsafe=unsafe) for finding in findings)
    return Mended(found, findings, applied, differ, is_settled, catalogue)


def _documents(catalogue: Catalogue) -> dict[str, Document]:
    """Return the documents by path; of a file that has several names here, through links, under the first alone."""
    names: dict[str, ProgramFile] = {}
    for program in sorted(catalogue, key=lambda program: program.facts.path):
        names.setdefault(os.path.realpath(program.document.path), program)
    return {program.facts.path: program.document for program in names.values()}


def _applies(finding: Diagnostic, *, unsafe: bool) -> bool:
    return finding.fix is not None and (finding.fix.safe or unsafe)


def _mend_once(
    catalogue: Catalogue, findings: Iterable[Diagnostic], *, unsafe: bool
) -> tuple[dict[str, Document], list[Diagnostic]]:
    """Apply, of each file's fixes, those that do not get in each other's way."""
    documents = _documents(catalogue)
    by_path: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        if _applies(finding, unsafe=unsafe) and finding.path in documents:
            by_path.setdefault(finding.path, []).append(finding)
    changed: dict[str, Document] = {}
    applied: list[Diagnostic] = []
    for path, fixable in by_path.items():
        chosen = _together(documents[path], fixable)
        if chosen:
            edits = [edit for finding in chosen for edit in _edits(finding)]
            changed[path] = Document(edited(documents[path].text, edits), documents[path].path)
            applied += chosen
    return changed, applied


def _together(document: Document, fixable: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Choose fixes that touch different characters and together change what they declare, and nothing else."""
    chosen: list[Diagnostic] = []
    taken: list[TextEdit] = []
    for finding in sorted(fixable, key=lambda finding: not (finding.fix and finding.fix.safe)):
        if all(_is_free(edit, taken) for edit in _edits(finding)):
            chosen.append(finding)
            for edit in _edits(finding):
                bisect.insort(taken, edit)
    if _holds(document, chosen):
        return chosen
    kept: list[Diagnostic] = []
    for finding in chosen:
        if _holds(document, [*kept, finding]):
            kept.append(finding)
    return kept


def _is_free(edit: TextEdit, taken: Sequence[TextEdit]) -> bool:
    """Tell whether an edit meets none of some sorted ones."""
    index = bisect.bisect(taken, edit)
    return not overlap([*taken[max(index - 1, 0) : index], edit, *taken[index : index + 1]])


def _holds(document: Document, findings: Sequence[Diagnostic]) -> bool:
    edits = [edit for finding in findings for edit in _edits(finding)]
    changes: Changes = tuple(change for finding in findings if finding.fix for change in finding.fix.changes)
    try:
        return comes_true(document, edits, changes)
    except (KeyError, IndexError, TypeError):  # two fixes speak of the same field, and the first removes it
        return False


def _edits(finding: Diagnostic) -> Iterator[TextEdit]:
    return ((edit.extent, edit.content) for edit in finding.fix.edits) if finding.fix else iter(())


def _with(catalogue: Catalogue, changed: dict[str, Document]) -> Catalogue:
    """Return the catalogue with some documents in the place of those it had."""
    programs = (
        ProgramFile(read_facts(changed[program.facts.path]), changed[program.facts.path])
        if program.facts.path in changed
        else program
        for program in catalogue
    )
    return Catalogue(programs, catalogue.root, catalogue.skipped)


def write(before: Document, after: Document) -> None:
    """Put a document in the place of the file that it was made of: whoever reads it meets the old or the new one.

    Raises FileChangedError where the file is neither what was read nor, by another run, what it shall be, and
    WriteError where it cannot be written.
    """
    old, new = before.text.encode("utf-8"), after.text.encode("utf-8")

    def unchanged(target: Path) -> None:
        if target.read_bytes() not in {old, new}:
            msg = (
                f"{before.path.as_posix()} was changed meanwhile, and is left as it is; run the command again"
            )
            raise FileChangedError(msg)

    replace_file(before.path, new, unchanged)
