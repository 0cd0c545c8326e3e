"""RES711: an image without an alt."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_it_is_found_where_it_stands(tmp_path: Path) -> None:
    """As a warning, at the whole tag, and what to write there."""
    text = program("overview: '<p>a</p><IMG src=/img/card-1.png>'\n")
    assert [("RES711", Span(7, 20, 7, 45))] == found(text, tmp_path)
    assert [("RES711", "warning")] == weighed(text, tmp_path)
    message = "the image has no alt; a screen reader reads out the name of its file"
    assert [(message, 'write what it shows into alt="…"; alt="" for decoration')] == told(text, tmp_path)


@pytest.mark.parametrize(
    "html",
    ['<p>a</p><img src="x.png" alt="A lake">', '<p>a</p><img alt="" src="x.png">', "<p>a &lt;imgs></p>"],
)
def test_what_has_one_is_fine(html: str, tmp_path: Path) -> None:
    """An empty one says that the image is decoration."""
    assert [] == found(program(f"overview: '{html}'\n"), tmp_path)
