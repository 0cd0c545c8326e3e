"""RES602: a text that is nearly one of another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from copied import copies_told, of_sessions, words_of_copies

TEXT = (
    "Choose one of the rooms in which you spend your evenings, and notice for five breaths how the light "
    "falls into it and which of its sounds come from outside."
)
NEAR = TEXT.replace("rooms", "places").replace("notice", "watch")
GRIEF = TEXT.replace("the light", "your grief")
LIVING_WITH_GRIEF = of_sessions(
    1, "Living with Grief", f"overview: {GRIEF}", "overview: Grief has no timetable."
)


def pair(one: str, other: str) -> dict[str, str]:
    """Return two programs, each with a text."""
    return {
        "a.md": of_sessions(1, "Easing Worry", f'overview: "{one}"'),
        "b.md": of_sessions(2, "Quiet Nights", f'activityOverview: "{other}"'),
    }


def test_a_text_that_was_changed_a_little_is_told_in_both(tmp_path: Path) -> None:
    """Each names the other, and says how near they are."""
    files = pair(TEXT, NEAR)
    assert [("a", 14, "RES602", "warning"), ("b", 14, "RES602", "warning")] == copies_told(files, tmp_path)
    assert [
        (
            "this text is nearly (93% of the words) the activity of session 1 of b (Quiet Nights)",
            "that one stands at b.md:14; leave it where it belongs, and write another one for the other program",
        ),
        (
            "this text is nearly (93% of the words) the overview of session 1 of a (Easing Worry)",
            "that one stands at a.md:14; leave it where it belongs, and write another one for the other program",
        ),
    ] == words_of_copies(files, tmp_path)


@pytest.mark.parametrize(
    "other",
    [
        f"Sit down. {TEXT} Then write down what you noticed, in as many words as you like, and put it away.",
        TEXT.replace("you spend your evenings, and notice", "you like to spend your evenings; then notice"),
        TEXT.replace(" one of", "").replace("falls", "fals").upper(),
    ],
)
def test_what_was_put_before_into_or_behind_it_changes_little(other: str, tmp_path: Path) -> None:
    """A text within a longer one, with words more or less, or with slips."""
    assert ["RES602", "RES602"] == [code for _, _, code, _ in copies_told(pair(TEXT, other), tmp_path)]


@pytest.mark.parametrize(
    "other",
    [
        "Choose one of the streets in which you go for walks, and notice for five steps how the wind comes "
        "into it and which of its smells come from outside.",
        TEXT.replace("Choose one of the rooms in which you", "Walk slowly through a park where people"),
        "Notice for five breaths how the light falls into a room, and choose what comes from outside: which of the "
        "sounds, and which of the evenings in which you spend it.",
    ],
)
def test_another_text_of_the_same_build_is_none(other: str, tmp_path: Path) -> None:
    """Every fourth word another one, another beginning, or the same words in another order."""
    assert [] == copies_told(pair(TEXT, other), tmp_path)


def test_nearly_the_same_and_short_is_no_copy(tmp_path: Path) -> None:
    """Of fewer than a hundred characters a few words in common are chance."""
    short = "Choose one of the rooms in which you spend your evenings, and notice the light."
    assert [] == copies_told(pair(short, short.replace("light", "door")), tmp_path)


def test_where_each_text_names_its_own_program_it_is_a_template(tmp_path: Path) -> None:
    """A sentence that was written for both, with the subject of each in it."""
    files = {
        "a.md": of_sessions(1, "Easing Worry", f"overview: {TEXT.replace('the light', 'your worry')}"),
        "b.md": of_sessions(2, "Living with Grief", f"overview: {GRIEF}"),
    }
    assert [] == copies_told(files, tmp_path)


def test_what_is_nearly_the_same_in_more_than_three_programs_is_a_template(tmp_path: Path) -> None:
    """Three may have pasted; four have it by design."""
    rooms = ["rooms", "corners", "places", "spots"]
    files = {
        f"{n}.md": of_sessions(n, f"Walk {n}", f"overview: {TEXT.replace('rooms', room)}")
        for n, room in enumerate(rooms, 1)
    }
    assert [] == copies_told(files, tmp_path)
    (tmp_path / "4.md").unlink()
    del files["4.md"]
    assert 6 == len(copies_told(files, tmp_path))


def test_where_the_words_tell_only_the_program_that_pasted_is_told(tmp_path: Path) -> None:
    """It still speaks of what the other program is about: so does nothing else here, and a template it is not."""
    near = GRIEF.replace("rooms", "places")
    files = {"a.md": LIVING_WITH_GRIEF, "b.md": of_sessions(2, "Quiet Nights", f"overview: {near}")}
    assert [("b", 14, "RES602", "warning")] == copies_told(files, tmp_path)
    message = (
        "this text is nearly (97% of the words) the overview of session 1 of a (Living with Grief); "
        "it speaks of 'grief', as nothing else here does"
    )
    assert [(message, "write what belongs here; its own place is a.md:14")] == words_of_copies(
        files, tmp_path
    )
    others = {
        f"{n}.md": of_sessions(n, "Easing Worry", f"overview: {TEXT.replace('rooms', room)}")
        for n, room in enumerate(("spots", "corners", "houses"), 3)
    }
    assert [("b", 14, "RES602", "warning")] == copies_told(files | others, tmp_path)


def test_what_is_shared_word_for_word_tells_of_the_rest(tmp_path: Path) -> None:
    """Two programs that share more than one text are told once, by the one that is the same word for word."""
    exact = "overview: Stand at the window until you have seen three things that were not there before."
    files = {
        "a.md": of_sessions(1, "Easing Worry", f"overview: {TEXT}", exact),
        "b.md": of_sessions(2, "Quiet Nights", f"overview: {NEAR}", exact),
    }
    assert [("a", 16, "RES601", "warning"), ("b", 16, "RES601", "warning")] == copies_told(files, tmp_path)
    assert {"; 1 more text of that program stands here as well"} == {
        message[message.index(";") :] for message, _ in words_of_copies(files, tmp_path)
    }
