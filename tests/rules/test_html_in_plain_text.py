"""RES521: HTML in plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


@pytest.mark.parametrize("tag", ["<b>", "</p>", "<br/>", '<a href="https://example.org">'])
def test_a_tag_is_found(tag: str, tmp_path: Path) -> None:
    """In a title, where it is shown."""
    text = program(f"title: 'Rest {tag} Calm'\n")
    assert [("RES521", Span(3, 14, 3, 14 + len(tag)))] == found(text, tmp_path)
    assert [(f"{tag} is shown as it is written", "remove it: the text is plain")] == told(text, tmp_path)
    assert [("RES521", "warning")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    "title", ["p < .05 and b > 3", "a <- b", "10.1002/(SICI)1099-0879<1::AID-CPP2>3.0", "<3 rest"]
)
def test_what_is_no_tag_is_fine(title: str, tmp_path: Path) -> None:
    """Comparisons, arrows, DOIs of the SICI form."""
    assert [] == found(program(f"title: '{title}'\n"), tmp_path)


@pytest.mark.parametrize(
    ("title", "shown"), [("<b>Rest</b>", "<b> and 1 more tag"), ("<p><b>Rest</b></p>", "<p> and 3 more tags")]
)
def test_the_tags_of_a_text_are_one_finding(title: str, shown: str, tmp_path: Path) -> None:
    """At the first, since they go together."""
    message = f"{shown} are shown as they are written"
    assert [(message, "remove them: the text is plain")] == told(program(f"title: {title}\n"), tmp_path)


def test_a_tag_that_was_escaped_is_found_in_the_overview(tmp_path: Path) -> None:
    """There it is shown, too; a tag as such is not."""
    text = program("overview: <p>A <b>calm</b> &lt;b&gt;week.</p>\n")
    assert [("RES521", Span(7, 28, 7, 37))] == found(text, tmp_path)
    hint = "remove it, or write < and > themselves"
    assert [("<b> is shown as it is written", hint)] == told(text, tmp_path)
