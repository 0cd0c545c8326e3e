"""Fixes shown, or written: what `--diff` and `--fix` do."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from resilify_cli.errors import FileChangedError
from resilify_cli.report import counted

if TYPE_CHECKING:
    from resilify_cli.cli.run import Run
    from resilify_cli.diagnostics import Diagnostic
    from resilify_cli.fixes import Mended


def print_diff(run: Run, judged: Sequence[Mended]) -> bool:
    """Print what the fixes would change; tell whether that is anything."""
    from resilify_cli.render.diff import unified  # noqa: PLC0415

    files = [pair for one in judged for pair in one.files]
    for before, after in files:
        run.print_exactly(
            unified(
                before.text,
                after.text,
                before.path.as_posix(),
                color=run.screen.color,
                exact=not run.screen.is_terminal,
            )
        )
    fixed = sum(len(one.applied) for one in judged)
    run.note(
        f"{counted(fixed, 'finding')} would be fixed in {counted(len(files), 'file')}"
        if files
        else "nothing would be changed"
    )
    return bool(files)


def write_all(run: Run, judged: Sequence[Mended]) -> tuple[int, list[Diagnostic], bool]:
    """Write the files that fixes have changed, each wholly or not at all.

    Return how many findings are fixed, those that are not since their file could not be written, and whether
    Ctrl-C cut the work short: a file under way is finished first.
    """
    from resilify_cli.atomic import sweep  # noqa: PLC0415
    from resilify_cli.fixes import write  # noqa: PLC0415

    waiting = [(before, after) for one in judged for before, after in one.files]
    sweep({before.path.parent for before, _ in waiting})
    written: set[str] = set()
    with _interrupt_noted() as interrupted:
        for before, after in waiting:
            if interrupted:
                break
            try:
                write(before, after)
                written.add(before.path.as_posix())
            except (FileChangedError, OSError) as error:
                run.complain(str(error))
    applied = [finding for one in judged for finding in one.applied]
    failed = [finding for finding in applied if finding.path not in written]
    if interrupted:
        run.note(f"interrupted: {len(written):,} of {counted(len(waiting), 'file')} written")
    if any(not one.is_settled for one in judged):
        run.note("some fixes called forth others without end, and were left")
    return len(applied) - len(failed), failed, bool(interrupted)


@contextmanager
def _interrupt_noted() -> Iterator[list[int]]:
    """Note Ctrl-C in a list instead of raising it in the middle of a file."""
    noted: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: noted.append(number))
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, before)
