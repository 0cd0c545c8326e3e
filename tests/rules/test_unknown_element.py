"""RES712: a tag that names no element of HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, told, weighed


def test_a_slip_is_found_at_both_tags(tmp_path: Path) -> None:
    """As warnings, each with the name that was meant; and nothing is said of their nesting."""
    text = program("overview: '<p>a <stong>b</stong></p>'\n")
    assert [("RES712", Span(7, 17, 7, 24)), ("RES712", Span(7, 25, 7, 33))] == found(text, tmp_path)
    assert {("RES712", "warning")} == set(weighed(text, tmp_path))
    assert told(text, tmp_path)[1] == (
        "</stong> is no element of HTML; a browser shows nothing of it",
        "did you mean </strong>?",
    )
    fixes = [finding.fix for finding in findings(text, tmp_path)]
    assert [("strong", False), ("strong", False)] == [
        (fix.edits[0].content, fix.safe) for fix in fixes if fix is not None
    ]


@pytest.mark.parametrize("tag", ["<https://example.org/a>", "<me@example.org>", "<feeling>", "<ahref=x>"])
def test_what_vanishes_is_found(tag: str, tmp_path: Path) -> None:
    """An address or a word between angles is not shown; nobody knows what to write, so that there is no fix."""
    text = program(f"overview: '<p>a {tag} b</p>'\n")
    assert [("RES712", Span(7, 17, 7, 17 + len(tag)))] == found(text, tmp_path)
    assert [None] == [finding.fix for finding in findings(text, tmp_path)]
    assert ["for a < that is text write &lt;"] == [hint for _, hint in told(text, tmp_path)]


@pytest.mark.parametrize(
    "html",
    [
        "<p>a < b, 1<2, I <3 it</p>",
        "<p><my-card>a</my-card></p>",
        "<svg><path d=x /><g></g></svg><p>a</p>",
        "<center><font color=red>a</font></center>",
        "<p>&lt;stong></p>",
    ],
)
def test_what_is_known_or_is_no_tag_is_fine(html: str, tmp_path: Path) -> None:
    """Outdated elements, one's own, drawings, and signs that are no tags."""
    assert [] == found(program(f"overview: '{html}'\n"), tmp_path)
