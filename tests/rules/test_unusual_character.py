"""RES513: a character that looks like another one, or like none."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed


@pytest.mark.parametrize(
    ("text", "said", "hint", "does", "after"),
    [
        ("Rest\u200bful", "zero width space (U+200B) cannot be seen", "remove it", "removes it", "Restful"),
        (
            "Rest\u200cful",
            "zero width non-joiner (U+200C) cannot be seen",
            "remove it",
            "removes it",
            "Restful",
        ),
        ("Rest\u2060ful", "word joiner (U+2060) cannot be seen", "remove it", "removes it", "Restful"),
        ("Rest\u00adful", "soft hyphen (U+00AD) cannot be seen", "remove it", "removes it", "Restful"),
        ("Rest\u200eful", "left-to-right mark (U+200E) cannot be seen", "remove it", "removes it", "Restful"),
        (
            "Self\u2010care",
            "hyphen (U+2010) stands instead of a plain hyphen",
            "write -",
            "writes a plain hyphen",
            "Self-care",
        ),
        (
            "Self\u2011care",
            "non-breaking hyphen (U+2011) stands instead of a plain hyphen",
            "write -",
            "writes a plain hyphen",
            "Self-care",
        ),
        (
            "Rest \u00a0 well",
            "no-break space (U+00A0) stands instead of a plain space",
            "write a plain space",
            "writes a plain space",
            "Rest well",
        ),
        (
            "Rest\u2003well",
            "em space (U+2003) stands instead of a plain space",
            "write a plain space",
            "writes a plain space",
            "Rest well",
        ),
        (
            "Be con\ufb01dent",
            "latin small ligature fi (U+FB01) stands instead of its letters",
            "write the letters",
            "writes the letters",
            "Be confident",
        ),
    ],
)
def test_each_is_called_by_its_name_and_replaced(  # noqa: PLR0913, PLR0917 - what a reader is told
    text: str, said: str, hint: str, does: str, after: str, tmp_path: Path
) -> None:
    """By what it stands for: nothing, a hyphen, a space, letters."""
    assert [(said, hint)] == told(telling(text), tmp_path)
    assert [("RES513", "info")] == weighed(telling(text), tmp_path)
    message, fixed, is_safe = mended(telling(text), tmp_path, "RES513")
    assert (does, True) == (message, is_safe)
    assert f": {after}\n" in fixed.replace('"', "")


def test_many_of_a_kind_are_one_finding(tmp_path: Path) -> None:
    """At the first; another kind is another one."""
    text = citing("Doe\u2010Roe J, Poe\u2010Low K. Sleep\u00a0well.")
    expected = [("RES513", Span(24, 19, 24, 20)), ("RES513", Span(24, 43, 24, 44))]
    assert expected == found(text, tmp_path)
    assert (
        "hyphen (U+2010) stands instead of a plain hyphen, 2 times in this text" == told(text, tmp_path)[0][0]
    )


def test_the_reference_of_html_is_replaced(tmp_path: Path) -> None:
    """With the white space around it."""
    text = overview("<p>Notice &nbsp;worry.</p>")
    assert [("RES513", Span(7, 20, 7, 27))] == found(text, tmp_path)
    after = overview("<p>Notice worry.</p>")
    assert ("writes a plain space", after, True) == mended(text, tmp_path, "RES513")


@pytest.mark.parametrize(
    ("char", "message", "severity"),
    [
        ("\ufffd", "replacement character (U+FFFD) stands where a character was lost", "warning"),
        ("\ue012", "private-use character (U+E012) looks different on every device, or like nothing", "info"),
    ],
)
def test_what_nobody_can_know_has_no_fix(char: str, message: str, severity: str, tmp_path: Path) -> None:
    """A lost character is a warning."""
    text = telling(f"Rest{char}well")
    assert [message] == [said for said, _ in told(text, tmp_path)]
    assert [("RES513", severity)] == weighed(text, tmp_path)
    with pytest.raises(AssertionError, match="no fix"):
        mended(text, tmp_path, "RES513")


@pytest.mark.parametrize(
    "text",
    [
        "Rest – well — “now” ‘or’ later… naïve Åsa",
        "10\u00a0mg, 50\u00a0%, Table\u00a03, 10\u202f000",
        "Dr.\u00a0Doe, J.\u00a0K.\u00a0Roe, p.\u00a05",
        "Rest\u00a0– well\u00a0: «\u00a0now\u00a0»",
        "A family \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u05e9\u05dc\u05d5\u05dd\u200f!",
    ],
)
def test_characters_that_are_meant_are_fine(text: str, tmp_path: Path) -> None:
    """Typography, emoji, other scripts."""
    assert [] == found(telling(text), tmp_path)


def test_around_a_text_it_is_white_space_as_any(tmp_path: Path) -> None:
    """Another rule speaks of it."""
    assert ["RES501"] == [code for code, _ in found(titled("Rest\u00a0"), tmp_path)]
