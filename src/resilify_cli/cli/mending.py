"""Fixes shown, or written: what `--diff` and `--fix` do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resilify_cli.cli.interrupts import interrupts_noted
from resilify_cli.errors import FileChangedError, WriteError
from resilify_cli.report import counted

if TYPE_CHECKING:
    from resilify_cli.cli.run import Run, Target
    from resilify_cli.diagnostics import Diagnostic
    from resilify_cli.fixes import Mended


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing: the findings as they are now, how many were fixed, and what went wrong."""

    findings: list[Diagnostic]
    fixed: int
    has_failed: bool
    is_interrupted: bool


def print_diff(run: Run, judged: Sequence[Mended]) -> bool:
    """Print what the fixes would change; tell whether that is anything."""
    from resilify_cli.render.diff import unified  # noqa: PLC0415

    # A file that two folders on the command line hold is mended once.
    files = list({os.path.realpath(pair[0].path): pair for one in judged for pair in one.files}.values())
    screen = run.screen
    # A patch is for a program to read: it is painted where a person looks on, or insists.
    color = screen.color and (screen.is_terminal or run.shared.color == "always")
    for before, after in files:
        name = _name_in_patch(before.path)
        run.print_exactly(unified(before.text, after.text, name, color=color, exact=not screen.is_terminal))
    fixed = sum(len(one.applied) for one in judged)
    would = f"{counted(fixed, 'finding')} would be fixed in {counted(len(files), 'file')}"
    run.note(would if files else "nothing would be changed")
    _note_what_is_left(run, judged)
    return bool(files)


def _note_what_is_left(run: Run, judged: Sequence[Mended]) -> None:
    if not all(one.is_settled for one in judged):
        run.note("not every fix was applied; run the command again")


def _name_in_patch(path: Path) -> str:
    """Return the name by which `git apply` and `patch` find a file from here: not through a link, nor by `..`."""
    real = Path(os.path.realpath(path))
    here = Path(os.path.realpath("."))
    return (real.relative_to(here) if real.is_relative_to(here) else real).as_posix().lstrip("/")


def write_all(run: Run, targets: Sequence[Target], judged: Sequence[Mended]) -> Written:
    """Write the files that fixes have changed, each wholly or not at all; what killed runs left goes first.

    Of a file that could not be written, the findings are those that it had.
    """
    from resilify_cli.atomic import sweep  # noqa: PLC0415
    from resilify_cli.fixes import write  # noqa: PLC0415

    sweep({Path(os.path.realpath(p.document.path)).parent for target in targets for p in target.programs})
    waiting = {before.path.as_posix(): (before, after) for one in judged for before, after in one.files}
    unwritten = set(waiting)
    with interrupts_noted() as interrupts:
        for path, (before, after) in waiting.items():
            if interrupts:
                run.note(
                    f"interrupted: {len(waiting) - len(unwritten):,} of {counted(len(waiting), 'file')} written"
                )
                break
            try:
                write(before, after)
                unwritten.discard(path)
            except (FileChangedError, WriteError) as error:
                run.complain(str(error))
    _note_what_is_left(run, judged)
    findings = [finding for one in judged for finding in one.left if finding.path not in unwritten]
    findings += [finding for one in judged for finding in one.found if finding.path in unwritten]
    fixed = sum(finding.path not in unwritten for one in judged for finding in one.applied)
    return Written(findings, fixed, bool(unwritten) and not interrupts, bool(interrupts))
