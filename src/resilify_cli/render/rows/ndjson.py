"""The data as JSON, an item a line."""

from __future__ import annotations

from typing import Final

from resilify_cli.render import Renderer, Screen
from resilify_cli.render.json_text import lines
from resilify_cli.report import Report, records


def _render(report: Report, _screen: Screen) -> str:
    return lines(records(report))


RENDERER: Final = Renderer("ndjson", "the data as JSON, an item a line", _render)
