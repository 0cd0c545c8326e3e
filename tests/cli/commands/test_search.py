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
    assert [
        ["x", "X", "session 2 · Two · overview", "15", "Slow breathing helps.", "content/x.md:15"]
    ] == outcome.rows
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


def test_a_pasted_text_is_not_said_again(resilify: Program) -> None:
    """Its beginning is enough to know it by."""
    outcome = resilify("search", "--", "xyzzy " * 2000)
    assert 1 == outcome.status
    assert outcome.err.startswith("nothing answers to 'xyzzy xyzzy")
    assert len(outcome.err) < 150


@pytest.mark.parametrize(
    ("words", "field", "where"),
    [
        ("calm", "tags", "tags"),
        ("mental", "categories", "category"),
        ("doe", "references", "reference 1 · citation"),
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
    """And so is where a hit stands; the file's path and the title go before them."""
    out = resilify("search", "distance", terminal=70).out
    assert ["Slug", "Where", "Line", "Text"] == out.split("\n")[0].split()


def test_a_long_slug_leaves_room_for_what_a_hit_says(resilify: Program, folder: Path) -> None:
    """On a narrow terminal its beginning is shown, which is a KEY as well; in a pipe it is whole."""
    slug = "a-slug-that-is-as-long-as-the-titles-of-some-programs"
    write(folder, {f"content/{slug}.md": program("title: X\noverview: unmistakable\n")})
    out = resilify("search", "unmistakable", terminal=60).out
    assert "a-slug-" in out
    assert "overview" in out
    assert slug not in out
    assert slug in resilify("search", "unmistakable", terminal=160).out
    assert slug == resilify("search", "unmistakable").rows[0][0]


@pytest.fixture
def many(folder: Path) -> Path:
    """Thirty-one programs that answer to one word."""
    files = {
        f"content/p-{number:02}.md": program(
            f"title: P{number}\nsequence: {100 + number}\noverview: unmistakable\n"
        )
        for number in range(31)
    }
    write(folder, files)
    return folder


@pytest.mark.usefixtures("many")
def test_the_best_thirty_are_shown(resilify: Program) -> None:
    """In every format, and standard error says how many more there are."""
    outcome = resilify("search", "unmistakable")
    assert [f"p-{number:02}" for number in range(30)] == [row[0] for row in outcome.rows]
    assert (0, "30 of 31 programs; --limit shows more\n") == (outcome.status, outcome.err)
    assert 30 == len(resilify("search", "unmistakable", "--format", "json").data)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("limit", "shown", "note"),
    [
        ("2", 2, "2 of 31 programs; --limit shows more\n"),
        ("31", 31, "31 programs\n"),
        ("0", 31, "31 programs\n"),
    ],
)
@pytest.mark.parametrize("options", [(), ("--exact",)])
def test_a_limit_says_how_many_are_shown(
    resilify: Program, limit: str, shown: int, note: str, options: tuple[str, ...]
) -> None:
    """Of all that answer; 0 is no limit."""
    outcome = resilify("search", "unmistakable", "--limit", limit, *options)
    assert (shown, note) == (len(outcome.rows), outcome.err)


def test_a_guess_is_labelled(resilify: Program) -> None:
    """On standard error, before the count."""
    outcome = resilify("search", "distence")
    assert (0, "showing results for distance\n3 programs\n") == (outcome.status, outcome.err)


def test_what_people_say_is_told_to_be_taken_for_something(resilify: Program, folder: Path) -> None:
    """With what it is taken for."""
    write(folder, {"content/x.md": program("title: Rest and Insomnia\n")})
    outcome = resilify("search", "cant", "sleep")
    assert "x" == outcome.rows[0][0]
    assert "cant sleep: looked for insomnia and sleep, too\n" in outcome.err


def test_every_place_has_a_row_on_request(resilify: Program) -> None:
    """With --hits, a row for each match of each program."""
    rows = resilify("search", "worry", "--hits").rows
    data = resilify("search", "worry", "--format", "json").data
    assert [(hit["slug"], str(match["line"])) for hit in data for match in hit["matches"]] == [
        (row[0], row[3]) for row in rows
    ]


def test_exact_words_are_not_guessed_at(resilify: Program) -> None:
    """With --exact, neither a slip nor another form finds anything."""
    assert 1 == resilify("search", "distence", "--exact").status
    assert 0 == resilify("search", "distance", "--exact").status


def test_a_search_explains_itself(resilify: Program) -> None:
    """With --explain: what was looked up, the score, and what makes it."""
    outcome = resilify("search", "distence", "--explain")
    first = outcome.err.split("\n")[0]
    assert "distence × 1.0: distence (as typed, 1.00), distance (correction, 0.80)" == first
    assert outcome.rows[0][-1].startswith("distence ")
    (hit, *_) = resilify("search", "distence", "--explain", "--format", "json").data
    assert ["distence"] == list(hit["points"])


def test_an_editor_has_aliases_of_their_own(resilify: Program, folder: Path) -> None:
    """Beside the content, or where the configuration says."""
    write(folder, {"search-aliases.yml": "cabin fever: distance\n"})
    assert "cabin fever: looked for distance, too" in resilify("search", "cabin fever").err
    write(folder, {"resilify.toml": "[search]\naliases = 'own.yml'\n", "own.yml": "hush: distance\n"})
    assert 1 == resilify("search", "cabin fever").status
    assert 0 == resilify("search", "hush").status


@pytest.mark.parametrize("command", ["search", "validate"])
def test_broken_aliases_stop_a_run(resilify: Program, folder: Path, command: str) -> None:
    """With status 2, the line, and what to write; `validate` finds them before anybody searches."""
    write(folder, {"search-aliases.yml": "a slip: distance\nlow mood: 7\n"})
    outcome = resilify(*([command, "calm"] if command == "search" else [command]))
    assert (2, "") == (outcome.status, outcome.out)
    assert "search-aliases.yml:2: what is meant must be text" in outcome.err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("calm -week", 1),
        ('category:"mental health" calm', 0),
        ("session:distance", 0),
        ("cal*", 0),
        ("--", 1),
    ],
)
def test_operators_work_within_one_argument(resilify: Program, words: str, status: int) -> None:
    """Nothing of it is taken for an option, after two dashes."""
    assert status == resilify("search", "--", words).status


def test_what_is_not_answered_is_told(resilify: Program) -> None:
    """Where the other words find something."""
    assert "no program answers to unicorn\n" in resilify("search", "worry unicorn").err
