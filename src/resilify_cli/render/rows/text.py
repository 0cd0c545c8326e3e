"""The page as text: wrapped on a screen, a line a paragraph in a pipe. Rows without a page are records."""

from __future__ import annotations

from typing import Final

from resilify_cli.render import Renderer, Screen, load_renderer
from resilify_cli.render.page import page_text
from resilify_cli.report import Report


def _render(report: Report, screen: Screen) -> str:
    if report.page is None:
        return load_renderer("rows", "records").render(report, screen)
    return page_text(report.page, screen)


RENDERER: Final = Renderer("text", "a page as plain text; rows as records", _render)
