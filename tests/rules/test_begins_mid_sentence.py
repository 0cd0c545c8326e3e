"""RES535: a paragraph that begins in the middle of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

SESSION = "sessions:\n  session:\n    - title: One\n      overview: {}\n"


def test_a_small_letter_at_the_beginning_is_found(tmp_path: Path) -> None:
    """At the first word."""
    text = program("overview: <p>and so it passes.</p>\n")
    assert [("RES535", Span(7, 14, 7, 17))] == found(text, tmp_path)
    message = "the paragraph begins with 'and', in the middle of a sentence"
    assert [(message, "write what comes before it, or begin with a capital")] == told(text, tmp_path)
    assert [("RES535", "warning")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    "text", ["', and so it passes.'", "') and so on.'", "which passes.", "'. So it passes.'"]
)
def test_the_text_of_a_session_is_a_paragraph(text: str, tmp_path: Path) -> None:
    """Also what begins with a comma, a full stop or a bracket that nothing opened."""
    codes = [code for code, _ in found(program(SESSION.format(text)), tmp_path)]
    assert ["RES535"] == [code for code in codes if code != "RES511"]  # the bracket has no partner, either


@pytest.mark.parametrize(
    "overview",
    [
        "<p>iPhones may rest too.</p>",
        "<p>eHealth is health.</p>",
        "<p>e-mail can wait.</p>",
        "<p>e.g. a walk.</p>",
        "<p>example.org has more.</p>",
        "<p>https://example.org has more.</p>",
        "<p>...and so it passes.</p>",
        "<p>7 days are a week.</p>",
        "<p>“and so it passes.”</p>",
        "<p>You learn:</p><ul><li>to rest</li><li>to wait</li></ul><p>and much more.</p>",
        "<p>You learn:</p><ul><li>To rest.</li></ul><p>and much more.</p>",
        "<p>You learn to rest,</p><p>and to wait.</p>",
        "<h2>rest</h2><p>Take a rest.</p>",
        "<p>a week of rest</p>",
    ],
)
def test_what_may_begin_small_is_fine(overview: str, tmp_path: Path) -> None:
    """Names, abbreviations, addresses, quotes; list items, headings, and what goes on behind them."""
    assert [] == found(program(f"overview: '{overview}'\n"), tmp_path)
