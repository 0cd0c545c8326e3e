"""RES603: a text that stands twice in a program."""

from __future__ import annotations

from pathlib import Path

import pytest

from copied import copies_told, of_sessions, words_of_copies
from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found

TEXT = (
    "Choose one of the rooms in which you spend your evenings, and notice for five breaths how the light "
    "falls into it and which of its sounds come from outside."
)


def of(*texts: str) -> dict[str, str]:
    """Return a catalogue of one program with these activities, on lines 14, 16 and so on."""
    return {"a.md": of_sessions(1, "Easing Worry", *(f'activityOverview: "{text}"' for text in texts))}


def test_the_second_of_two_is_told(tmp_path: Path) -> None:
    """It is found where it stands, and the first one named with its session and line."""
    files = of(TEXT, "Rest.", TEXT)
    assert [("a", 18, "RES603", "warning")] == copies_told(files, tmp_path)
    assert [
        (
            "this text is word for word the activity of session 1",
            "that one stands on line 14; leave one out, or write here what is new",
        )
    ] == words_of_copies(files, tmp_path)


def test_nearly_the_same_is_told_as_well(tmp_path: Path) -> None:
    """With one word in the place of another, or something behind it."""
    for near, share in ((TEXT.replace("notice", "watch"), "97"), (f"{TEXT} Then rest.", "100")):
        files = of(TEXT, near)
        assert [("a", 16, "RES603", "warning")] == copies_told(files, tmp_path)
        expected = f"this text is nearly ({share}% of the words) the activity of session 1"
        assert expected == words_of_copies(files, tmp_path)[0][0]


def test_a_paragraph_of_the_overview_may_be_that_of_a_session(tmp_path: Path) -> None:
    """The overview comes first on the page, so that the session is told."""
    text = program(
        f"overview: <p>Hello.</p><p>{TEXT}</p>\n"
        f"sessions:\n  session:\n    - title: A room\n      overview: {TEXT}\n"
    )
    assert [("RES603", Span(14, 17, 14, 173))] == found(text, tmp_path)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("five", "10"),
        TEXT.replace("five", "5").replace("one of the rooms", "another room").replace("evenings", "mornings"),
        "Rest.",
    ],
)
def test_what_differs_in_more_is_another_step(other: str, tmp_path: Path) -> None:
    """The same with other numbers, or with several other words, is another exercise; what is short is no text."""
    assert [] == copies_told(of(TEXT.replace("five", "5"), other, other[:50]), tmp_path)


def test_what_comes_back_again_and_again_is_meant_to(tmp_path: Path) -> None:
    """Three times may be an accident, four times is none."""
    assert 2 == len(copies_told(of(TEXT, TEXT, TEXT), tmp_path))
    assert [] == copies_told(of(TEXT, TEXT, TEXT, TEXT), tmp_path)
    words = ["rooms", "corners", "places", "spots"]
    assert 2 == len(copies_told(of(*(TEXT.replace("rooms", word) for word in words[:3])), tmp_path))
    assert [] == copies_told(of(*(TEXT.replace("rooms", word) for word in words)), tmp_path)


def test_two_programs_that_repeat_the_same_are_told_of_each_other_once(tmp_path: Path) -> None:
    """What stands twice in each is one text that they share."""
    files = of(TEXT, TEXT) | {
        "b.md": of_sessions(2, "Quiet Nights", f"overview: {TEXT}", f"overview: {TEXT}")
    }
    expected = [
        ("a", 14, "RES601", "warning"),
        ("a", 16, "RES603", "warning"),
        ("b", 14, "RES601", "warning"),
        ("b", 16, "RES603", "warning"),
    ]
    assert expected == copies_told(files, tmp_path)
    assert "more" not in words_of_copies(files, tmp_path)[0][0]
