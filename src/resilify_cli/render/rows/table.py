"""A table for the terminal; or the page, where there is one; or records, where no table fits."""

from __future__ import annotations

from typing import Final

from resilify_cli.render import Renderer, Screen
from resilify_cli.render.grid import grid_text
from resilify_cli.render.page import page_text
from resilify_cli.report import Report


def _render(report: Report, screen: Screen) -> str:
    if report.page is not None:
        return page_text(report.page, screen)
    return grid_text(report.table, screen)


RENDERER: Final = Renderer("table", "a table, or a page, for the terminal", _render)
