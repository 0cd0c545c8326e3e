"""RES510: a quotation mark without a partner."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed

NEVER_ENDS = (
    "the quotation that begins here never ends",
    "write the other quotation mark, or remove this one",
)
NEVER_BEGAN = (
    "the quotation that ends here never began",
    "write the other quotation mark, or remove this one",
)


def test_a_quotation_that_never_ends_is_reported_where_it_begins(tmp_path: Path) -> None:
    """There is no fix: nobody knows where it should end."""
    text = titled("The “Inner Critic and You")
    assert [("RES510", Span(3, 12, 3, 13))] == found(text, tmp_path)
    assert [NEVER_ENDS] == told(text, tmp_path)
    assert [("RES510", "warning")] == weighed(text, tmp_path)
    with pytest.raises(AssertionError, match="no fix"):
        mended(text, tmp_path, "RES510")


@pytest.mark.parametrize(
    ("text", "after"),
    [('"The Inner Critic', "The Inner Critic"), ("The Inner Critic”", "The Inner Critic")],
)
def test_one_alone_around_a_text_can_be_removed(text: str, after: str, tmp_path: Path) -> None:
    """It was left there by something else."""
    message, fixed, is_safe = mended(titled(text), tmp_path, "RES510")
    assert ("removes the quotation mark", False) == (message, is_safe)
    assert f"title: {after}\n" in fixed.replace("'", "")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('Be "kind to yourself', 20),
        ('Be kind" to yourself', 24),
        ("Be “kind” to “yourself", 30),
        ("Be ”kind” to yourself”", 38),
        ('Be "kind" to "yourself', 30),
        ("Learn to say ‘No to others", 30),
    ],
)
def test_each_style_is_read_by_what_stands_around_it(text: str, column: int, tmp_path: Path) -> None:
    """Straight, curly, and curly the wrong way round."""
    [(code, span)] = found(telling(text), tmp_path)
    assert ("RES510", 14, column) == (code, span.line, span.column)


@pytest.mark.parametrize(
    "text",
    [
        "The “inner critic” and you, “again”",
        'The "inner critic" and you ("again"), "once—more"-like',
        "“He said ‘no’ to it”",
        '"What is "rest"?"',
        "”Rest” and “rest“",
        'A 6" pot, 5\'10" tall, a 3"x5" card and a "6" pot" of mine',
        "The patients’ rest in the ’90s and the ‘90s, rock ‘n roll",
        "Say ‘no’ and 'yes'",
        "„Ruhe“ and «repos» and “",
        '"One paragraph.\n"Another paragraph."',
        '\\"Rest\\" well',
        '" rest "',
        '"...and so on"',
        "Hawai‘i",
    ],
)
def test_pairs_and_other_marks_are_fine(text: str, tmp_path: Path) -> None:
    """Nested, inches, apostrophes, other customs, several paragraphs."""
    assert {"RES510"}.isdisjoint(code for code, _ in found(telling(text), tmp_path))


def test_a_quotation_may_go_over_paragraphs(tmp_path: Path) -> None:
    """With a mark before each, or without."""
    assert [] == found(overview("<p>“Notice worry.</p><p>“Let it pass.”</p>"), tmp_path)
    assert [] == found(overview('<p>"Notice worry.</p><p>Let it pass."</p>'), tmp_path)
    text = overview("<p>Notice “worry.</p><p>Let it pass.</p>")
    assert [("RES510", Span(7, 21, 7, 22))] == found(text, tmp_path)


def test_single_marks_of_works_are_left_alone(tmp_path: Path) -> None:
    """In names they stand for sounds of other tongues."""
    assert [] == found(citing("‘Ali J. Sleep.", "The rest of ‘Ali"), tmp_path)


def test_many_of_one_text_are_one_finding(tmp_path: Path) -> None:
    """At the first, whichever way it is wrong."""
    text = telling("Rest a lot, and walk” well, now “and then")
    assert [("RES510", Span(14, 37, 14, 38))] == found(text, tmp_path)
    assert ["2 quotations of this text have one end only"] == [said for said, _ in told(text, tmp_path)]
    text = telling("Rest “a lot. And “again” — and” then” it")
    assert [("RES510", Span(14, 53, 14, 54))] == found(text, tmp_path)
