r"""Rows of cells apart by tabs, without a header: for other tools.

No cell holds a tab or a line feed: they are written `\t` and `\n`, control characters `\x1b`, and a backslash `\\`.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.render import Renderer, Screen
from resilify_cli.render.cell import cell_text
from resilify_cli.render.escape import reversible
from resilify_cli.report import Report


def _render(report: Report, _screen: Screen) -> str:
    return "".join("\t".join(reversible(cell_text(cell)) for cell in row) + "\n" for row in report.table.rows)


RENDERER: Final = Renderer("tsv", "cells apart by tabs, no header, nothing cut", _render)
