"""`resilify list`."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from factory import program, write
from program import Outcome, Program

HOSTILE = "[red]x[/b] \x1b]0;t\x07 [no]\tT"
BROKEN = "---\ntemplateKey: resilify-program\ntitle: Still Here\nsequence: many\n---\n"


def test_a_pipe_gets_rows_without_decoration(resilify: Program) -> None:
    """Sequence, slug, title, categories, sessions; the count goes to standard error."""
    outcome = resilify("list")
    assert (
        0,
        "1\tquiet-evenings\tQuiet Evenings\tMental Health\t2\n"
        "2\teasing-worry\tEasing Worry\tMental Health\t2\n"
        "7\ta-calmer-week\tA Calmer Week\tMental Health\t2\n",
        "3 programs\n",
    ) == (outcome.status, outcome.out, outcome.err)


def test_a_terminal_gets_a_table(resilify: Program) -> None:
    """With headers, and rules no heavier than needed."""
    outcome = resilify("list", terminal=70)
    assert ["Seq", "Slug", "Title", "Categories", "Sessions"] == outcome.out.split("\n")[0].split()
    assert "quiet-evenings" in outcome.out


def test_a_narrow_terminal_loses_columns_and_never_a_slug(resilify: Program) -> None:
    """The least important go; at last there are records."""
    for width in range(16, 80):
        assert {"quiet-evenings", "easing-worry", "a-calmer-week"} <= set(
            resilify("list", terminal=width).out.split()
        )


def test_json_has_every_key_whatever_the_columns(resilify: Program) -> None:
    """Columns choose what a table shows."""
    first = resilify("list", "--format", "json", "--columns", "slug").data[0]
    assert {
        "slug": "quiet-evenings",
        "title": "Quiet Evenings",
        "sequence": 1,
        "programId": "22222222-2222-4222-8222-222222222222",
        "categories": ["Mental Health"],
        "sessions": 2,
        "related": 1,
        "references": 1,
        "backlinks": 1,
        "tags": ["calm"],
        "words": 33,
        "status": "ok",
        "path": "content/quiet-evenings.md",
    } == first


def test_columns_are_chosen_and_ordered(resilify: Program) -> None:
    """By name, with commas."""
    assert [["a-calmer-week", "0", "content/a-calmer-week.md"]] == resilify(
        "list", "--columns", "slug,backlinks,path", "--sort", "backlinks,slug", "--limit", "1"
    ).rows


@pytest.mark.parametrize(
    ("fields", "slugs"),
    [
        ("title", ["a-calmer-week", "easing-worry", "quiet-evenings"]),
        ("-sequence", ["a-calmer-week", "easing-worry", "quiet-evenings"]),
        ("-backlinks,slug", ["easing-worry", "quiet-evenings", "a-calmer-week"]),
        ("categories,-slug", ["quiet-evenings", "easing-worry", "a-calmer-week"]),
    ],
)
def test_rows_are_sorted_by_several_fields(resilify: Program, fields: str, slugs: list[str]) -> None:
    """The first weighs most; a hyphen reverses."""
    assert slugs == [row[1] for row in resilify("list", "--sort", fields).rows]


def test_what_has_no_value_is_sorted_last_either_way(resilify: Program, folder: Path) -> None:
    """A broken file is no smallest one."""
    write(folder, {"content/broken.md": BROKEN})
    assert ["broken", "broken"] == [
        resilify("list", "--sort", field).rows[-1][1] for field in ("sequence", "-sequence")
    ]


def test_filters_take_any_of_several_in_any_case(resilify: Program, folder: Path) -> None:
    """A category is what the CMS offers; nobody remembers its capitals."""
    write(
        folder,
        {
            "content/b.md": program(
                "title: B\ncategories:\n  category:\n    - title: Family\ntags:\n  - home\n"
            )
        },
    )
    assert [["b"], ["b"]] == [
        row[1:2] for row in [*resilify("list", "-c", "family").rows, *resilify("list", "--tag", "HOME").rows]
    ]
    assert 4 == len(resilify("list", "-c", "family", "-c", "Mental health").rows)
    assert "3 of 4 programs\n" == resilify("list", "-c", "Mental Health").err


def test_a_filter_that_leaves_nothing_is_a_negative_answer(resilify: Program) -> None:
    """Status 1, nothing on standard output, and what was probably meant."""
    outcome = resilify("list", "--category", "Mental Heath")
    assert (
        1,
        "",
        "no program has the category 'Mental Heath'; did you mean 'Mental Health'?\n0 of 3 programs\n",
    ) == (outcome.status, outcome.out, outcome.err)
    assert "there are calm" in resilify("list", "--tag", "zzzz").err


def test_a_broken_file_stands_in_the_list_with_its_status(resilify: Program, folder: Path) -> None:
    """It never vanishes."""
    write(folder, {"content/broken.md": BROKEN})
    outcome = resilify("list")
    assert ["", "broken", "Still Here", "", "0", "error"] == outcome.rows[-1]
    assert "4 programs, 1 broken (`resilify validate` tells why)\n" == outcome.err


@pytest.mark.parametrize(
    "output_format", ["table", "records", "tsv", "csv", "json", "ndjson", "yaml", "markdown", "text"]
)
def test_content_is_data_in_every_format(resilify: Program, folder: Path, output_format: str) -> None:
    """Markup is shown as written, and no control character gets through."""
    write(folder, {"content/hostile.md": program('title: "[red]x[/b] \\e]0;t\\a [no]\\tT"\n')})
    out = resilify("list", "--format", output_format, FORCE_COLOR="1", COLUMNS="160").out
    plain = re.sub(r"\x1b\[[\d;]*m", "", out).replace("\\[", "[").replace("\\]", "]")
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f]", plain.replace("\t", "") if output_format == "tsv" else plain
    )
    assert "[red]x[/b]" in plain
    assert "[no]" in plain


def test_a_hostile_title_reads_back_from_json_tsv_and_csv(resilify: Program, folder: Path) -> None:
    """The very title."""
    write(folder, {"content/hostile.md": program('title: "[red]x[/b] \\e]0;t\\a [no]\\tT"\nsequence: 0\n')})
    assert HOSTILE == resilify("list", "--format", "json").data[0]["title"]
    written = (
        resilify("list").rows[0][2],
        next(csv.DictReader(io.StringIO(resilify("list", "--format", "csv").out)))["title"],
    )
    assert (HOSTILE, HOSTILE) == tuple(text.encode("latin-1").decode("unicode_escape") for text in written)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--columns", "slug,titel"), "error: no column is called 'titel'; did you mean title?\n"),
        (("--sort", "-zzz"), "error: no field to sort by is called 'zzz'; there are sequence, slug, "),
    ],
)
def test_an_unknown_column_is_wrong_usage(
    resilify: Program, arguments: tuple[str, str], message: str
) -> None:
    """Status 2, and the nearest name."""
    outcome = resilify("list", *arguments)
    assert (2, True) == (outcome.status, outcome.err.startswith(message))


def test_quiet_leaves_only_the_data(resilify: Program) -> None:
    """Before or after the subcommand."""
    assert ["", ""] == [resilify("-q", "list").err, resilify("list", "--quiet").err]


def slugs(outcome: Outcome) -> list[str]:
    """Return the slugs of a list."""
    return [row[1] for row in outcome.rows]


@pytest.fixture
def linked(resilify: Program, folder: Path) -> Program:
    """Return the program in a folder where two more programs stand alone: one names what is not there, one nothing."""
    lone = program(
        "title: Alone\nsequence: 9\nprogramId: 44444444-4444-4444-8444-444444444444\ntags: []\n"
        "relatedpost:\n  program:\n    - title: Gone\n      slug: gone\n    - title: Alone\n      slug: alone\n"
    )
    blank = "relatedpost:\n  program:\n    - title: Blank\n      slug: ' '\n"
    write(
        folder / "content",
        {"blank.md": program(f"sequence: 10\nprogramId: 55555555-5555-4555-8555-555555555555\n{blank}")},
    )
    write(folder / "content", {"alone.md": lone})
    return resilify


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--missing", "tags"], ["alone"]),
        (["--missing", "references,tags"], ["alone"]),
        (["--missing", "sessions.activityOverview", "--orphan"], ["a-calmer-week", "alone", "blank"]),
        (["--orphan"], ["a-calmer-week", "alone", "blank"]),
        (["--dangling"], ["alone"]),
        (["--links-to", "easing-worry"], ["quiet-evenings", "a-calmer-week"]),
        (["--links-to", "quiet", "--links-to", "2"], ["quiet-evenings", "easing-worry", "a-calmer-week"]),
        (["--linked-by", "a-calmer-week"], ["easing-worry"]),
        (
            ["--linked-by", "quiet-evenings", "--linked-by", "easing-worry"],
            ["quiet-evenings", "easing-worry"],
        ),
    ],
)
def test_programs_are_found_by_what_is_missing_and_how_they_hang_together(
    linked: Program, filters: list[str], expected: list[str]
) -> None:
    """A program that names itself is neither its own backlink nor linked by itself."""
    assert expected == slugs(linked("list", *filters))


def test_a_program_that_names_itself_is_still_an_orphan(linked: Program) -> None:
    """Nothing is left then, which is a negative answer."""
    outcome = linked("list", "--linked-by", "alone")
    assert (1, "", "0 of 5 programs\n") == (outcome.status, outcome.out, outcome.err)


def test_an_unknown_part_is_refused_and_an_unknown_key_is_a_negative_answer(resilify: Program) -> None:
    """Each with the nearest that there is."""
    assert resilify("list", "--missing", "").err.startswith(
        "error: no part is called ''; there are overview, "
    )
    outcome = resilify("list", "--missing", "link")
    assert (2, "error: no part is called 'link'; did you mean links?\n") == (outcome.status, outcome.err)
    outcome = resilify("list", "--links-to", "easing-wory")
    assert (1, "error: no program answers to 'easing-wory'; did you mean easing-worry?\n") == (
        outcome.status,
        outcome.err,
    )
