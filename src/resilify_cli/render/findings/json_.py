"""The findings and their summary as indented JSON."""

from __future__ import annotations

from typing import Final

from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.json_text import pretty
from resilify_cli.report import data_of


def _render(report: FindingsReport, _screen: Screen) -> str:
    return pretty(data_of(report))


RENDERER: Final = Renderer("json", "the findings and their summary as JSON", _render)
