"""`resilify stats`."""

from __future__ import annotations

from typing import Final

from resilify_cli.cli.command import Command
from resilify_cli.cli.options import RowFormat
from resilify_cli.cli.run import Run


def command(run: Run, *, output_format: RowFormat = None) -> None:
    """Show the catalogue at a glance: what there is, what is missing where, what is linked, how old references are.

    A program of several categories counts in each of them.
    """
    catalogue = run.catalogue()
    from resilify_cli.cli.catalogue_page import stats_report  # noqa: PLC0415 - it reads HTML

    run.finish(stats_report(catalogue), output_format)


COMMAND: Final = Command(
    "stats",
    command,
    (
        "resilify stats",
        "resilify stats --format json | jq .categories",
        "resilify stats | grep ^missing",
    ),
)
