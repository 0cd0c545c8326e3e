"""RES514: a word that stands twice in a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed


def test_the_second_can_go(tmp_path: Path) -> None:
    """With the space before it; it is a guess, for another word may have been meant."""
    text = titled("Rest for the the Tired")
    assert [("RES514", Span(3, 20, 3, 24))] == found(text, tmp_path)
    assert [("the word 'the' stands twice in a row", "write it once")] == told(text, tmp_path)
    assert [("RES514", "warning")] == weighed(text, tmp_path)
    assert ("removes the second the", titled("Rest for the Tired"), False) == mended(text, tmp_path, "RES514")


@pytest.mark.parametrize(
    "text", ["The the rest", "Rest of\n  of you", "Dealing With With Stress", "to to", "It’s a  a walk"]
)
def test_small_words_are_found(text: str, tmp_path: Path) -> None:
    """Whatever their case, wherever they stand."""
    html = overview(f"<p>{text}</p>")
    assert ["RES514"] == [code for code, _ in found(html, tmp_path)]


def test_each_is_a_finding(tmp_path: Path) -> None:
    """Three in a row, too."""
    assert ["RES514", "RES514"] == [
        code for code, _ in found(telling("of of rest and the the walk"), tmp_path)
    ]
    assert ["RES514"] == [code for code, _ in found(telling("Rest of of of you"), tmp_path)]


@pytest.mark.parametrize(
    "text",
    [
        "I know that that helps, and had had it",
        "What it is is a walk: log in in time, go on on your own",
        "Very very calm, so so tired, no no",
        "Bora Bora, Walla Walla, Duran Duran, The The",
        "Now, now, the. The, to, to",
        "the\nthe",
        "What makes you you, and what you do do; give her her rest",
        "the the-end, day-to-to, one to-to one",
        "Record record what you plan plan",
        "rest the theory to together",
        "vitamin A a day",
    ],
)
def test_what_may_stand_twice_is_fine(text: str, tmp_path: Path) -> None:
    """By grammar, for emphasis, in names, over the end of a sentence or a line."""
    assert [] == found(telling(text), tmp_path)


def test_paragraphs_and_items_are_borders(tmp_path: Path) -> None:
    """A word may end one and begin the next."""
    assert [] == found(overview("<p>Rest with</p><p>with ease</p><ul><li>of</li><li>of</li></ul>"), tmp_path)
    assert [] == found(overview("<p>Rest with<br>with ease</p>"), tmp_path)


def test_authors_may_have_such_names(tmp_path: Path) -> None:
    """With capitals in a citation, or what begins a title behind them."""
    assert [] == found(citing("To To, By By. Sleep. 2010."), tmp_path)
    assert ["RES514"] == [code for code, _ in found(citing("Doe J. Sleep of of the week. 2010."), tmp_path)]
