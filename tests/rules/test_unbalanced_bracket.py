"""RES511: a bracket without a partner."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed

HELP = "write the other bracket, or remove this one"


def test_a_bracket_that_is_never_closed_is_reported_where_it_opens(tmp_path: Path) -> None:
    """There is no fix: nobody knows where it should close."""
    text = titled("Rest (and Be Kind")
    assert [("RES511", Span(3, 13, 3, 14))] == found(text, tmp_path)
    assert [("the bracket that opens here is never closed", HELP)] == told(text, tmp_path)
    assert [("RES511", "warning")] == weighed(text, tmp_path)
    with pytest.raises(AssertionError, match="no fix"):
        mended(text, tmp_path, "RES511")


def test_of_two_that_close_one_can_go(tmp_path: Path) -> None:
    """It is a guess: the one that opens may be missing."""
    text = titled("Rest (and Be Kind)) Now")
    assert [("RES511", Span(3, 26, 3, 27))] == found(text, tmp_path)
    assert [("the bracket that closes here was never opened", HELP)] == told(text, tmp_path)
    after = titled("Rest (and Be Kind) Now")
    assert ("removes the second bracket", after, False) == mended(text, tmp_path, "RES511")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Rest and be kind) now", 33),
        ("Rest [and be kind", 22),
        ("Rest (a walk) or (a nap", 34),
        ("See 1) rest, 2) walk (a lot", 38),
        ("See (https://example.org/a", 21),
        ("Rest (a lot :-( or so", 22),
    ],
)
def test_the_one_alone_is_found(text: str, column: int, tmp_path: Path) -> None:
    """Round or square, among others that have partners or need none."""
    [(code, span)] = found(telling(text), tmp_path)
    assert ("RES511", 14, column) == (code, span.line, span.column)


def test_of_many_alone_none_is_removed(tmp_path: Path) -> None:
    """Nobody knows what was meant."""
    with pytest.raises(AssertionError, match="no fix"):
        mended(titled("Rest (and Be)) Kind [Now"), tmp_path, "RES511")


def test_two_kinds_are_no_partners(tmp_path: Path) -> None:
    """Both are told of in one finding."""
    text = telling("Rest (a lot] now")
    assert [("2 brackets of this text have no partners", HELP)] == told(text, tmp_path)
    assert [("RES511", Span(14, 22, 14, 23))] == found(text, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Rest (a walk) or [a nap (short)]",
        "Well done :) and :-) and =) or :( sadly",
        "A smile inside (like this :)",
        "a) rest b) walk, c) nap",
        "1) rest\n2) walk\niv) nap",
        "Choose (options: a) rest, b) walk)",
        "Numbers in [0, 1) and (2, 3]",
        "See (https://example.org/a) and (doi: 10.1000/182)",
    ],
)
def test_other_brackets_are_left_alone(text: str, tmp_path: Path) -> None:
    """Pairs, smileys, list markers, intervals, addresses."""
    assert [] == found(telling(text), tmp_path)


@pytest.mark.parametrize(
    "citation",
    [
        "doi:10.1002/1097-4679(197710)33:4<1120::AID-JCLP2270330445>3.0.CO;2-U",
        "Lancet. 10.1016/S0140-6736(16)31279-X.",
        "Sleep. 10.1000/(odd",
        "Sleep. 10.1000/odd)",
        "Doe J (2010). Sleep, 41(2), 163–173.",
    ],
)
def test_dois_keep_their_brackets(citation: str, tmp_path: Path) -> None:
    """Whatever stands in them."""
    assert [] == found(citing(citation), tmp_path)


def test_brackets_may_go_over_paragraphs(tmp_path: Path) -> None:
    """A list may stand between them."""
    assert [] == found(overview("<p>Rest (that is:</p><ul><li>walk</li><li>nap)</li></ul>"), tmp_path)
    text = overview("<p>Rest (that is:</p><ul><li>walk</li></ul>")
    assert [("RES511", Span(7, 19, 7, 20))] == found(text, tmp_path)


@pytest.mark.parametrize("text", ["(" * 20_000, ")" * 20_000, ":(" * 10_000, "a)" * 10_000])
def test_many_brackets_take_no_time(text: str, tmp_path: Path) -> None:
    """Each is looked at once."""
    start = time.perf_counter()
    found(overview(f"<p>{text}</p>"), tmp_path)
    assert time.perf_counter() - start < 5
