"""RES508: a space before a punctuation mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed


def test_a_mark_that_floats_is_moved_to_its_word(tmp_path: Path) -> None:
    """At the space, which goes."""
    text = titled("Rest , and Be Kind")
    assert [("RES508", Span(3, 12, 3, 13))] == found(text, tmp_path)
    message = "a space stands before a punctuation mark"
    assert [(message, "write the mark at the end of the word")] == told(text, tmp_path)
    assert [("RES508", "warning")] == weighed(text, tmp_path)
    assert ("removes the space", titled("Rest, and Be Kind"), True) == mended(text, tmp_path, "RES508")


def test_many_of_one_text_are_one_finding(tmp_path: Path) -> None:
    """At the first; all of them are put right."""
    text = telling("Rest : a walk ; a nap (or two) , and you ? Go on ! Now ?! Yes .")
    assert ["7 times in this text a space stands before a punctuation mark"] == [
        said for said, _ in told(text, tmp_path)
    ]
    after = telling("Rest: a walk; a nap (or two), and you? Go on! Now?! Yes.")
    assert ("removes the spaces", after, True) == mended(text, tmp_path, "RES508")


def test_where_a_tag_stands_between_there_is_no_fix(tmp_path: Path) -> None:
    """It cannot be written anew without it."""
    text = overview("<p>Notice worry <b>, and rest</b>.</p>")
    assert [("RES508", Span(7, 26, 7, 30))] == found(text, tmp_path)
    with pytest.raises(AssertionError, match="no fix"):
        mended(text, tmp_path, "RES508")


def test_works_and_citations_have_commas_and_stops_alone(tmp_path: Path) -> None:
    """Catalogues of libraries write `Title : subtitle`, and French has a space there, too."""
    assert [] == found(citing("Oxford : Blackwell ; 2010 !", "Dormir : pourquoi ?"), tmp_path)
    assert ["RES508", "RES508"] == [
        code for code, _ in found(citing("Doe J , Roe R. Sleep .", "Sleep , again"), tmp_path)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rest, walk; breathe: go on! Why? Yes.",
        "A score of .5 or ,5",
        "Wait ... and wait . . . and wait …",
        "Well done :) or ;) or :-) or :D",
        "A ratio of 1 : 4",
        "I feel ____ , because ____ .",
        "Learn .NET or .css",
        "Rest\n, or not",
        ", says she",
    ],
)
def test_other_marks_are_left_alone(text: str, tmp_path: Path) -> None:
    """Numbers, ellipses, smileys, ratios, blanks to fill in."""
    assert [] == found(telling(text), tmp_path)


def test_two_marks_are_another_fault(tmp_path: Path) -> None:
    """One finding is enough."""
    assert ["RES515"] == [code for code, _ in found(telling("Rest (a lot),, or ,, rest"), tmp_path)]


def test_dots_between_the_words_of_a_title_are_fine(tmp_path: Path) -> None:
    """They are an ornament; at its end a dot is a full stop."""
    assert [] == found(titled("Mind . Body . Soul"), tmp_path)
    assert ["RES508"] == [code for code, _ in found(titled("Mind and Body ."), tmp_path)]
