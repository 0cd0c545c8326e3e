"""RES534: a paragraph that stops without an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

LONG = "This program shows how a worry grows at night and by what"

OTHERS = (
    "Later sessions look at the mornings that follow a bad night, one by one",
    "Every exercise fits into a lunch break and asks for paper and a pencil",
    "Old habits come back in hard weeks, which is no reason to begin afresh",
)


def test_a_paragraph_without_an_end_is_found_at_its_last_word(tmp_path: Path) -> None:
    """Where a sentence within it ends."""
    text = program("overview: <p>Worry comes at night. In this program you learn what it wants and</p>\n")
    assert [("RES534", Span(7, 76, 7, 79))] == found(text, tmp_path)
    message = "the paragraph stops at 'and', without an end"
    assert [(message, "end the sentence, or write a colon where a list follows")] == told(text, tmp_path)
    assert [("RES534", "info")] == weighed(text, tmp_path)


def test_one_sentence_is_judged_by_the_other_paragraphs(tmp_path: Path) -> None:
    """Where most of a program's paragraphs end, one that does not is a slip; where none ends, it is a style."""
    first, second, third = (f"<p>{text}.</p>" for text in OTHERS)
    assert [("RES534", Span(9, 59, 9, 63))] == found(
        program(f"overview: |-\n  {first}\n  <p>{LONG}</p>\n  {second}\n  {third}\n"), tmp_path / "slip"
    )
    assert [] == found(program(f"overview: <p>{LONG}</p><p>{OTHERS[0]}</p>\n"), tmp_path / "style")


@pytest.mark.parametrize(
    "overview",
    [
        f"<p>Worry is old. {LONG} follows:</p><ul><li>{LONG} it is</li></ul>",
        f"<p>Worry is old. {LONG} it wants!</p>",
        f"<p>Worry is old. {LONG} it “wants.”</p>",
        f"<p>Worry is old. {LONG} it wants (or not)</p>",
        f"<p>Worry is old. {LONG} it wants…</p>",
        "<p>Worry is old. So are we</p>",
        f"<h2>Worry Is Old. {LONG}</h2>",
        f"<p><b>Worry is old. {LONG}</b></p>",
        f"<p>Worry is old. {LONG}<br>{LONG}</p>",
        "<p>A. Nother shows how J. Doe went to sleep in the park and woke up there</p>",
    ],
)
def test_ends_of_other_kinds_are_fine(overview: str, tmp_path: Path) -> None:
    """A colon, a quote, a bracket; short texts, headings, lists."""
    assert [] == found(program(f"overview: '{overview}'\n"), tmp_path)
