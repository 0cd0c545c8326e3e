"""RES522: a character reference in plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, told, weighed


@pytest.mark.parametrize(
    ("written", "meant", "called"),
    [("&amp;", "&", "&"), ("&nbsp;", " ", "a space"), ("&#8217;", "’", "’"), ("&#xE9;", "é", "é")],
)
def test_a_reference_is_found_and_written_out(written: str, meant: str, called: str, tmp_path: Path) -> None:
    """In a title, whatever its form."""
    text = program(f"title: Rest{written}Calm\n")
    assert [("RES522", Span(3, 12, 3, 12 + len(written)))] == found(text, tmp_path)
    message = f"{written} is shown as it is written, instead of {called}"
    assert [(message, f"write {called}")] == told(text, tmp_path)
    assert [("RES522", "warning")] == weighed(text, tmp_path)
    assert (f"writes {called}", program(f"title: Rest{meant}Calm\n"), True) == mended(
        text, tmp_path, "RES522"
    )


@pytest.mark.parametrize(
    "change", ["title: Rest & Calm\n", "title: R&D; more\n", "overview: <p>Rest &amp; Calm.</p>\n"]
)
def test_what_is_no_reference_is_fine(change: str, tmp_path: Path) -> None:
    """An ampersand, and references where they belong."""
    assert [] == found(program(change), tmp_path)


def test_what_was_escaped_twice_is_found_in_the_overview(tmp_path: Path) -> None:
    """A reader sees it there as well; what belongs there instead depends on the HTML around it."""
    text = program("overview: <p>Rest&amp;nbsp;well.</p>\n")
    assert [("RES522", Span(7, 18, 7, 28))] == found(text, tmp_path)
    assert (None,) == tuple(finding.fix for finding in findings(text, tmp_path))
