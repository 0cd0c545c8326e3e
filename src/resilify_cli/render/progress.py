"""A progress bar on standard error, by Rich: only on a terminal that can be drawn over, and gone at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from resilify_cli.render import Screen
from resilify_cli.render.escape import visible

if TYPE_CHECKING:
    from rich.progress import Progress

_BAR_WIDTH: Final = 24


class Advance(Protocol):
    """What tells that one of the things to do is done, and perhaps which."""

    def __call__(self, label: str | None = None, /) -> None:
        """Advance the bar by one."""


@contextmanager
def progress(total: int, screen: Screen) -> Iterator[Advance]:
    """Show how much of `total` is done, on standard error, which `screen` describes; elsewhere show nothing."""
    if not screen.redraws:
        yield _nothing
        return
    with _bar(screen) as bar:
        task = bar.add_task("", total=total)

        def advance(label: str | None = None) -> None:
            bar.update(task, advance=1, description=None if label is None else visible(label))

        yield advance


def _nothing(_label: str | None = None) -> None:
    pass


def _bar(screen: Screen) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - a run in a pipe needs no Rich, which takes long to import
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415
    from rich.table import Column  # noqa: PLC0415

    label = Column(no_wrap=True, overflow="ellipsis", ratio=1)
    return Progress(
        BarColumn(_BAR_WIDTH, style="dim", complete_style="green", finished_style="green"),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False, style="dim", table_column=label),
        console=Console(file=sys.stderr, force_terminal=True, no_color=not screen.color, emoji=False),
        transient=True,
        redirect_stdout=False,
        expand=True,
    )
