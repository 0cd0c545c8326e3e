"""Rows one under another, a labelled line a field: for narrow screens and for screen readers."""

from __future__ import annotations

from typing import Final

from resilify_cli.render import Renderer, Screen
from resilify_cli.render.grid import records_text
from resilify_cli.report import Report


def _render(report: Report, screen: Screen) -> str:
    return records_text(report.table, screen)


RENDERER: Final = Renderer("records", "one labelled line a field, a blank line between records", _render)
