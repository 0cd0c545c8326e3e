"""`resilify search`."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, write
from program import Program


def test_a_hit_says_where_it_is(resilify: Program, folder: Path) -> None:
    """The session, the part, the line, and the words around."""
    write(
        folder,
        {
            "content/x.md": program(
                "title: X\nsessions:\n  session:\n    - title: One\n    - title: Two\n      overview: Slow breathing helps.\n"
            )
        },
    )
    outcome = resilify("search", "breathing")
    assert [["x", "X", "session 2, overview", "15", "Slow breathing helps."]] == outcome.rows
    assert (0, "1 program\n") == (outcome.status, outcome.err)


def test_json_has_every_match(resilify: Program) -> None:
    """With its field and its line in the file."""
    (hit, *_) = resilify("search", "Letting", "go", "--format", "json", "--limit", "1").data
    assert {"slug", "title", "path", "score", "matches"} == set(hit)
    assert {"field": "sessions.session[1].title", "session": 2, "line": 16, "snippet": "Letting go"} == hit[
        "matches"
    ][0]


def test_what_nothing_answers_to_is_a_negative_answer(resilify: Program) -> None:
    """Status 1, nothing on standard output."""
    outcome = resilify("search", "xyzzy")
    assert (1, "", "nothing answers to 'xyzzy'\n") == (outcome.status, outcome.out, outcome.err)


@pytest.mark.parametrize(
    ("words", "field", "where"),
    [
        ("calm", "tags", "tags"),
        ("mental", "categories", "category"),
        ("doe", "references", "reference 1, citation"),
        ("worry", "overview", "overview"),
    ],
)
def test_the_search_can_be_narrowed(resilify: Program, words: str, field: str, where: str) -> None:
    """To one kind of field."""
    rows = resilify("search", words, "--in", field).rows
    assert {where} == {row[2] for row in rows}


def test_a_line_in_the_body_is_the_file_s(resilify: Program, folder: Path) -> None:
    """Counted from the top of the file, not of the body."""
    text = program("title: X\n") + "\nFirst\n\nunmistakable\n"
    write(folder, {"content/x.md": text})
    line = text.split("\n").index("unmistakable") + 1
    assert [["x", "X", "body", str(line)]] == [row[:4] for row in resilify("search", "unmistakable").rows]


@pytest.mark.parametrize("ending", ["<![<![<![", "<!-- no end", "<a " * 3000])
def test_html_that_never_closes_hides_no_word_before_it(resilify: Program, folder: Path, ending: str) -> None:
    """What a browser drops is dropped, and what stands before it is found in its line."""
    write(folder, {"content/x.md": program(f"title: X\noverview: '<p>unmistakable</p> {ending}'\n")})
    assert [["x", "X", "overview", "7"]] == [row[:4] for row in resilify("search", "unmistakable").rows]


def test_an_unknown_field_is_wrong_usage(resilify: Program) -> None:
    """Status 2, and what there is."""
    outcome = resilify("search", "x", "--in", "zzz")
    assert (2, True) == (outcome.status, "no field to search in is called 'zzz'" in outcome.err)


def test_the_line_is_shown_however_narrow_the_terminal(resilify: Program) -> None:
    """It takes four cells; the title goes before it."""
    out = resilify("search", "distance", terminal=70).out
    assert ["Slug", "Where", "Line", "Text"] == out.split("\n")[0].split()
