"""RES515: two punctuation marks where one is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed


def test_the_second_mark_can_go(tmp_path: Path) -> None:
    """Both are pointed at."""
    text = titled("Rest,, and Be Kind")
    assert [("RES515", Span(3, 12, 3, 14))] == found(text, tmp_path)
    assert [(",, stands where one mark is wanted", "write ,")] == told(text, tmp_path)
    assert [("RES515", "warning")] == weighed(text, tmp_path)
    assert ("writes ,", titled("Rest, and Be Kind"), True) == mended(text, tmp_path, "RES515")


def test_many_of_one_text_are_one_finding(tmp_path: Path) -> None:
    """At the first."""
    text = citing("Doe J, et al.. Sleep?. 2010..")
    message = "3 times in this text two punctuation marks stand where one is wanted"
    assert [(message, "write one of each two")] == told(text, tmp_path)
    after = citing("Doe J, et al. Sleep? 2010.")
    assert ("writes one of each two", after, True) == mended(text, tmp_path, "RES515")


@pytest.mark.parametrize(
    ("text", "after", "is_safe"),
    [
        ("Rest..", "Rest.", True),
        ("Rest..Then go", "Rest.Then go", True),
        ("Rest,,walk", "Rest,walk", True),
        ("Rest;; walk", "Rest; walk", True),
        ("Rest!. Walk", "Rest! Walk", True),
        ("Rest. . Walk", "Rest. Walk", True),
        ("Rest, . Walk", "Rest. Walk", False),
        ("Rest,. Walk", "Rest. Walk", False),
        ("Rest (a lot),; walk", "Rest (a lot); walk", False),
        ("Rest;, walk", "Rest; walk", False),
        ("Rest,: walk", "Rest: walk", False),
    ],
)
def test_of_two_different_marks_it_is_a_guess(text: str, after: str, is_safe: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a column of the table
    """Which of them was meant."""
    message, fixed, was_safe = mended(overview(f"<p>{text}</p>"), tmp_path, "RES515")
    assert (overview(f"<p>{after}</p>"), is_safe) == (fixed, was_safe)
    assert message.startswith("writes ")


@pytest.mark.parametrize(
    "text",
    [
        "Wait... and wait . . . and …. or ....",
        "Really?! No!! Why?? Yes!?",
        "Doe et al., Ph.D.; Mass.: a walk, etc.?",
        "1..10, ../img, a/../b, v1..v2, std::rest",
        "„Ruhe“, ,,Ruhe“",
        "p <,.05 and a score of ,.5",
        "I feel ____.. because",
        "rest--walk -- nap",
        "Well :.) and ;;)",
    ],
)
def test_marks_that_are_meant_are_fine(text: str, tmp_path: Path) -> None:
    """Ellipses, emphasis, abbreviations, ranges, low quotation marks, dashes, smileys."""
    assert {"RES515"}.isdisjoint(code for code, _ in found(telling(text), tmp_path))


def test_a_spaced_ellipsis_of_a_citation_is_fine(tmp_path: Path) -> None:
    """As one style writes it between authors; and DOIs keep their marks."""
    assert [] == found(citing("Doe, J., Roe, R., . . . Poe, K. (2010). doi:10.1000/a..b,,c"), tmp_path)
