"""`resilify stats`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factory import other, program, write
from program import Program

SCREEN = """\
3 programs
Sessions:   6
Words:      99
Related:    3
References: 3

By category
  Category       Programs  Sessions  Words
  ────────────────────────────────────────
  Mental Health         3         6     99

What is missing
  Slug            Activities
  ──────────────────────────
  3 programs               3
  quiet-evenings         1/2
  easing-worry           1/2
  a-calmer-week          1/2

Most linked
  Slug            Backlinks
  ─────────────────────────
  easing-worry            2
  quiet-evenings          1
  a-calmer-week           0

References by year
  Year
  ───────────────────────────
  2010  3  ██████████████████
"""


def test_a_terminal_gets_the_catalogue_at_a_glance(resilify: Program) -> None:
    """Counts, categories, what is missing, what is linked, and how old the references are."""
    outcome = resilify("stats", terminal=80)
    assert (0, SCREEN, "") == (outcome.status, outcome.out, outcome.err)


def test_a_terminal_without_unicode_gets_plain_marks(resilify: Program) -> None:
    """Its encoding has no blocks and no rules."""
    out = resilify("stats", terminal=80, encoding="ascii").out
    assert "2010  3  ##################\n" in out
    assert out.isascii()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_it_fits_every_terminal(resilify: Program, width: int) -> None:
    """Columns go, and slugs are cut, before a line is too long."""
    assert max(map(len, resilify("stats", terminal=width).out.split("\n"))) <= width


NARROW = """\
What is missing
  Slug:       2 programs
  Overviews:  1
  Activities: 2
  Images:     1
  Tags:       1

  Slug:       quiet-evenings
  Activities: 1/2

  Slug:       a-calmer-week
  Overviews:  none
  Activities: 1/2
  Images:     none
  Tags:       none

Most linked
"""


def test_a_narrow_terminal_gets_records_where_a_grid_would_lose_something(
    resilify: Program, folder: Path
) -> None:
    """Without what is not missing; bars and short tables fit all the same."""
    poor = program(
        "tags: []\nreferences:\n  - title: A study\n    reference: Doe, J. (2010).\n    link: https://a.org\n"
    )
    session = "sessions:\n  session:\n    - title: One\n      activityOverview: Walk.\n    - title: Two\n"
    write(folder / "content", {"a-calmer-week.md": with_sessions(poor, session), "easing-worry.md": whole()})
    out = resilify("stats", terminal=40).out
    assert NARROW in out
    assert "  2010  3  ██████████████████\n" in out


def with_sessions(text: str, sessions: str) -> str:
    """Return a program file with other sessions."""
    start, end = text.index("sessions:"), text.index("relatedpost:")
    return text[:start] + sessions + text[end:]


def whole() -> str:
    """Return a program that lacks nothing."""
    session = (
        "sessions:\n  session:\n    - title: One\n      overview: Look.\n      activityOverview: Walk.\n"
    )
    return with_sessions(other("easing-worry"), session)


def test_of_many_programs_that_lack_something_the_first_are_shown(resilify: Program, folder: Path) -> None:
    """And how many there are; data has all of them."""
    write(
        folder / "content",
        {f"more-{n}.md": program(f"sequence: {100 + n}\nprogramId: null\n") for n in range(40)},
    )
    out = resilify("stats", terminal=80).out
    assert re.search(r"  43 programs +43\n  quiet-evenings ", out)
    assert "1/2\n\n  13 more: `resilify list --missing PART` lists them all.\n" in out
    assert 43 == len(resilify("stats", "--format", "json").data["missing"])


def test_a_category_counts_once_a_program_and_the_largest_comes_first(
    resilify: Program, folder: Path
) -> None:
    """However often a file names it; of equals, by name."""
    names = "".join(f"    - title: {name}\n" for name in ("Work", "Anger", "Anger", "Mental Health"))
    write(folder / "content", {"a-calmer-week.md": program(f"categories:\n  category:\n{names}")})
    assert [("Mental Health", 3), ("Anger", 1), ("Work", 1)] == [
        (category["title"], category["programs"])
        for category in resilify("stats", "--format", "json").data["categories"]
    ]


def test_few_years_have_a_bar_each(resilify: Program, folder: Path) -> None:
    """Years between them have none."""
    write(
        folder / "content",
        {"a-calmer-week.md": program("references:\n  - title: W\n    reference: Doe, J. (2001).\n")},
    )
    bars = resilify("stats", terminal=80).out.split("References by year\n")[1].splitlines()[2:]
    assert [["2001", "1"], ["2010", "2"]] == [bar.split()[:2] for bar in bars]


def test_a_pipe_gets_a_measure_a_row(resilify: Program) -> None:
    """Section, name, measure, value."""
    rows = resilify("stats").rows
    assert {4} == {len(row) for row in rows}
    assert ["catalogue", "", "words", "99"] in rows
    assert ["category", "Mental Health", "sessions", "6"] in rows
    assert ["missing", "a-calmer-week", "sessions.activityOverview", "1/2"] in rows
    assert ["linked", "easing-worry", "backlinks", "2"] in rows
    assert ["year", "2010", "references", "3"] in rows


def test_json_has_everything(resilify: Program) -> None:
    """What the page shows, and every program's backlinks."""
    assert {
        "programs": 3,
        "broken": 0,
        "skipped": 1,
        "sessions": 6,
        "words": 99,
        "related": 3,
        "references": 3,
        "categories": [{"title": "Mental Health", "programs": 3, "sessions": 6, "words": 99}],
        "missing": [
            {"slug": slug, "part": "sessions.activityOverview", "have": 1, "of": 2}
            for slug in ("quiet-evenings", "easing-worry", "a-calmer-week")
        ],
        "backlinks": [
            {"slug": "easing-worry", "backlinks": 2},
            {"slug": "quiet-evenings", "backlinks": 1},
            {"slug": "a-calmer-week", "backlinks": 0},
        ],
        "years": [{"year": 2010, "references": 3}],
        "undated": 0,
    } == resilify("stats", "--format", "json").data


def test_many_years_are_shown_five_at_a_time(resilify: Program, folder: Path) -> None:
    """With the empty ones between them; one year alone stands in data."""
    cited = "".join(
        f"  - title: Work {year}\n    reference: Doe, J. ({year}).\n" for year in range(1991, 2004)
    )
    write(folder / "content", {"a-calmer-week.md": program(f"references:\n{cited}")})
    bars = resilify("stats", terminal=80).out.split("References by year\n")[1].splitlines()[2:]
    assert ["1990-1994", "4"] == bars[0].split()[:2]
    assert ["2010-2014", "2"] == bars[-1].split()[:2]
    assert ["2005-2009", "0"] == bars[3].split()
    assert 14 == len(resilify("stats", "--format", "json").data["years"])


def test_a_broken_file_is_counted(resilify: Program, folder: Path) -> None:
    """With what could be read of it; a program without any year has no chart."""
    write(folder / "content", {"broken.md": "---\ntemplateKey: resilify-program\ntitle: Still Here\n---\n"})
    out = resilify("stats", terminal=80).out
    assert "Broken:     1 (`resilify validate` tells why)\n" in out
    assert "  broken " in out


def test_markdown_keeps_its_tables(resilify: Program) -> None:
    """For a pull request."""
    out = resilify("stats", "--format", "markdown").out
    assert "| Category | Programs | Sessions | Words |\n| --- | ---: | ---: | ---: |\n" in out
    assert "\n## References by year\n" in out
