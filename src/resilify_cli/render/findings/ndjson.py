"""The findings as JSON, one a line: `diagnostics` of the data, or `links`, whichever it has."""

from __future__ import annotations

from typing import Final

from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.json_text import lines
from resilify_cli.report import data_of


def _render(report: FindingsReport, _screen: Screen) -> str:
    data = data_of(report)
    return lines(data["diagnostics"] if "diagnostics" in data else data["links"])


RENDERER: Final = Renderer("ndjson", "the findings as JSON, one a line", _render)
