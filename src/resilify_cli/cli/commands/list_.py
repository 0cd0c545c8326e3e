"""`resilify list`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from resilify_cli.cli.command import Command
from resilify_cli.cli.filters import Filters, filtered
from resilify_cli.cli.list_options import (
    Category,
    Columns,
    Dangling,
    LinkedBy,
    LinksTo,
    Missing,
    Orphan,
    Sort,
    Tag,
)
from resilify_cli.cli.listing import chosen_columns, program_data, sorted_programs, table_of
from resilify_cli.cli.options import Limit, RowFormat
from resilify_cli.cli.run import Run, split_list
from resilify_cli.report import Report, counted

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    category: Category = None,
    tag: Tag = None,
    missing: Missing = None,
    orphan: Orphan = False,
    dangling: Dangling = False,
    links_to: LinksTo = None,
    linked_by: LinkedBy = None,
    sort: Sort = None,
    columns: Columns = None,
    limit: Limit = None,
    output_format: RowFormat = None,
) -> None:
    """List the programs, in display order.

    A broken file stands in the list with what could be read of it, and its status.
    """
    catalogue = run.catalogue()
    filters = Filters(
        category or (), tag or (), missing or (), links_to or (), linked_by or (), orphan, dangling
    )
    kept, notes = filtered(catalogue, filters)
    kept = sorted_programs(kept, catalogue, split_list(sort))[:limit]
    report = Report(
        data=lambda: [program_data(program, catalogue) for program in kept],
        table=table_of(kept, catalogue, chosen_columns(split_list(columns), kept)),
        notes=(*notes, _count(kept, catalogue)),
        is_negative=not kept,
    )
    run.finish(report, output_format)


def _count(kept: Sequence[ProgramFile], catalogue: Catalogue) -> str:
    total = len(catalogue)
    shown = (
        counted(total, "program") if len(kept) == total else f"{len(kept):,} of {counted(total, 'program')}"
    )
    broken = sum(not program.facts.is_sound for program in kept)
    return f"{shown}, {broken} broken (`resilify validate` tells why)" if broken else shown


COMMAND: Final = Command(
    "list",
    command,
    (
        'resilify list --category "Mental Health" --sort -sessions,title',
        "resilify list --missing sessions.overview,links --links-to quiet-evenings",
        "resilify list --format json | jq '.[].slug'",
    ),
)
