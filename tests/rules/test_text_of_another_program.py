"""RES601: a text that stands in another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from copied import copies_told, of_sessions, words_of_copies
from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found_among

TEXT = "Note down each evening which of the day's moments came without any haste."
GRIEF = "Sit with your grief for as long as a candle burns, and let it say what it will."
LIVING_WITH_GRIEF = of_sessions(
    1, "Living with Grief", f"overview: {GRIEF}", "overview: Grief has no timetable."
)


def test_a_text_that_stands_in_two_programs_is_told_in_both(tmp_path: Path) -> None:
    """Each names the other, the session and the line; whose it was first nobody knows."""
    files = {
        "a.md": of_sessions(1, "Easing Worry", "overview: Short.", f"activityOverview: {TEXT}"),
        "b.md": of_sessions(2, "Quiet Nights", f"overview: {TEXT}"),
    }
    places = [("a.md", "RES601", Span(16, 25, 16, 98)), ("b.md", "RES601", Span(14, 17, 14, 90))]
    assert places == [place for place in found_among(files, tmp_path) if place[1] == "RES601"]
    assert [("a", 16, "RES601", "warning"), ("b", 14, "RES601", "warning")] == copies_told(files, tmp_path)
    hint = "leave it where it belongs, and write another one for the other program"
    assert [
        (
            "this text is word for word the overview of session 1 of b (Quiet Nights)",
            f"that one stands at b.md:14; {hint}",
        ),
        (
            "this text is word for word the activity of session 2 of a (Easing Worry)",
            f"that one stands at a.md:16; {hint}",
        ),
    ] == words_of_copies(files, tmp_path)


def test_where_the_words_tell_only_the_program_that_pasted_is_told(tmp_path: Path) -> None:
    """The text speaks of what the other program is about, and nothing else in this one does: an error."""
    files = {"a.md": LIVING_WITH_GRIEF, "b.md": of_sessions(2, "Quiet Nights", f"activityOverview: {GRIEF}")}
    assert [("b", 14, "RES601", "error")] == copies_told(files, tmp_path)
    message = (
        "this text is word for word the overview of session 1 of a (Living with Grief); "
        "it speaks of 'grief', as nothing else here does"
    )
    assert [(message, "write what belongs here; its own place is a.md:14")] == words_of_copies(
        files, tmp_path
    )


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Quiet Nights after Grief", "overview: Short."),  # its own title says it
        ("Quiet Nights by Candle", "overview: Short."),  # the text names this program, too
        ("Quiet Nights", "overview: Grief keeps some of us awake."),  # and so do its own words
        ("Quiet Nights", "overview: Some griefs keep us awake."),  # in another form
    ],
)
def test_who_speaks_of_it_anyway_may_have_written_it(title: str, other: str, tmp_path: Path) -> None:
    """A word of the other's title tells nothing where this program uses it as well: both are told."""
    files = {"a.md": LIVING_WITH_GRIEF, "b.md": of_sessions(2, title, f"activityOverview: {GRIEF}", other)}
    assert [("a", 14, "RES601", "warning"), ("b", 14, "RES601", "warning")] == copies_told(files, tmp_path)


def test_a_word_that_many_programs_use_is_nobodys_subject(tmp_path: Path) -> None:
    """Where four of six programs speak of grief, it tells nothing that a text does."""
    others = {f"{n}.md": of_sessions(n, f"Walk {n}", "overview: There is grief in it.") for n in range(3, 7)}
    files = {
        "a.md": LIVING_WITH_GRIEF,
        "b.md": of_sessions(2, "Quiet Nights", f"overview: {GRIEF}"),
        **others,
    }
    assert {"warning"} == {severity for *_, severity in copies_told(files, tmp_path)}


def test_a_word_that_a_program_never_comes_back_to_is_not_its_subject(tmp_path: Path) -> None:
    """A title may have a word that means little: here the candle."""
    files = {
        "a.md": of_sessions(1, "By the Light of a Candle", f"overview: {GRIEF}"),
        "b.md": of_sessions(2, "Quiet Nights", f"overview: {GRIEF}"),
    }
    assert ["warning", "warning"] == [severity for *_, severity in copies_told(files, tmp_path)]


def test_paragraphs_of_overviews_are_texts_too(tmp_path: Path) -> None:
    """Found within the HTML, whatever tags, case and quotes it is written with."""
    html = f"overview: <p>Hello.</p><p>{TEXT.upper()}</p>\n"
    overview = "overview: <p>Notice worry, and let it pass.</p>\n"
    files = {
        "a.md": of_sessions(1, "Easing Worry", f"overview: {TEXT.replace(chr(39), '’')}"),
        "b.md": of_sessions(2, "Quiet Nights", "overview: Short.").replace(overview, html),
    }
    places = [("a.md", "RES601", Span(14, 17, 14, 90)), ("b.md", "RES601", Span(7, 27, 7, 100))]
    assert places == [place for place in found_among(files, tmp_path) if place[1] == "RES601"]
    message = "this text is word for word a paragraph of the overview of b (Quiet Nights)"
    assert message == words_of_copies(files, tmp_path)[0][0]


def test_a_copied_program_is_told_once(tmp_path: Path) -> None:
    """Of all that one program has of another the first text is told, with the number of the others."""
    texts = [
        f"overview: In part {part} of the way through grief a candle is lit for each of them."
        for part in "abc"
    ]
    for most, rest in (
        (3, "; 2 more texts of that program stand here as well"),
        (2, "; 1 more text of that program stands here as well"),
    ):
        files = {
            "a.md": of_sessions(1, "Living with Grief", *texts[:most]),
            "b.md": of_sessions(2, "Quiet Nights", *texts[:most]),
        }
        assert [("b", 14, "RES601", "error")] == copies_told(files, tmp_path)
        assert words_of_copies(files, tmp_path)[0][0].endswith(rest)


def test_where_each_pasted_from_the_other_each_is_told_of_its_own(tmp_path: Path) -> None:
    """Two texts changed places: in both programs the strange one is told."""
    night = GRIEF.replace("grief", "sleep")
    files = {
        "a.md": of_sessions(
            1, "Living with Grief", f"overview: {GRIEF}", "overview: Of grief.", f"overview: {night}"
        ),
        "b.md": of_sessions(
            2, "Finding Sleep", f"overview: {GRIEF}", "overview: Of sleep.", f"overview: {night}"
        ),
    }
    assert [("a", 18, "RES601", "error"), ("b", 14, "RES601", "error")] == copies_told(files, tmp_path)


def test_what_more_than_three_programs_have_is_a_template(tmp_path: Path) -> None:
    """Three may have pasted; four have it by design."""
    titles = ["Easing Worry", "Quiet Nights", "Slow Meals", "Warm Hands"]
    files = {f"{n}.md": of_sessions(n, title, f"overview: {TEXT}") for n, title in enumerate(titles, 1)}
    assert [] == copies_told(files, tmp_path)
    (tmp_path / "4.md").unlink()
    del files["4.md"]
    assert 6 == len(copies_told(files, tmp_path))


@pytest.mark.parametrize(
    "text", ["Note down each evening which moments were the calm ones.", "- — … ! ? " * 20, "''"]
)
def test_short_texts_are_no_copies(text: str, tmp_path: Path) -> None:
    """Of fewer than sixty characters, signs aside, two people may well write the same."""
    files = {
        f"{n}.md": of_sessions(n, title, f'overview: "{text}"')
        for n, title in enumerate(("Easing Worry", "Quiet Nights"), 1)
    }
    assert [] == copies_told(files, tmp_path)


def test_equal_titles_and_citations_are_no_copies(tmp_path: Path) -> None:
    """Sessions may be called the same, and works are cited again and again."""
    change = (
        f"sessions:\n  session:\n    - title: {GRIEF}\n"
        f"references:\n  - title: {GRIEF}\n    reference: {GRIEF}\n    image: /img/card-1.png\n"
    )
    files = {f"{n}.md": program(f"{change}title: Walk {n}\nsequence: {n}\n") for n in (1, 2)}
    assert [] == copies_told(files, tmp_path)


@pytest.mark.parametrize(
    ("number", "codes"), [("116 123, day or night", []), ("a friend you trust", ["RES601"] * 2)]
)
def test_whom_to_call_in_a_crisis_is_no_copy(number: str, codes: list[str], tmp_path: Path) -> None:
    """Such a notice should be the same wherever it stands; an exercise should not."""
    text = f"overview: If you no longer feel safe with yourself, stop here and call {number}."
    files = {"a.md": of_sessions(1, "Easing Worry", text), "b.md": of_sessions(2, "Quiet Nights", text)}
    assert codes == [code for _, code, _ in found_among(files, tmp_path) if code == "RES601"]
