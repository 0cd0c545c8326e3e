r"""Rows as CSV (RFC 4180, but with plain line feeds) under the columns' names: for spreadsheets.

Control characters and backslashes are escaped as in TSV, so that no cell goes over more than one line.
"""

from __future__ import annotations

import csv
import io
from typing import Final

from resilify_cli.render import Renderer, Screen
from resilify_cli.render.cell import cell_text
from resilify_cli.render.escape import reversible
from resilify_cli.report import Report


def _render(report: Report, _screen: Screen) -> str:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(column.name for column in report.table.columns)
    writer.writerows([reversible(cell_text(cell)) for cell in row] for row in report.table.rows)
    return output.getvalue()


RENDERER: Final = Renderer("csv", "comma-separated values with a header row", _render)
