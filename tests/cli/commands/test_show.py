"""`resilify show`."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, write
from program import Program

BROKEN = "---\ntemplateKey: resilify-program\ntitle: Still Here\nsequence: many\n---\nA \x1bbody\n"


def test_a_pipe_gets_the_page_as_plain_text(resilify: Program) -> None:
    """Everything that a reader of the site meets, and where related programs lead."""
    outcome = resilify("show", "a-calmer-week")
    assert (0, "") == (outcome.status, outcome.err)
    assert (
        "A Calmer Week\n"
        "Slug:       a-calmer-week\n"
        "Sequence:   7\n"
        "Program id: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0\n"
        "Image:      calm.png\n"
        "Categories: Mental Health\n"
        "Tags:       calm\n"
        "File:       content/a-calmer-week.md\n"
        "\n"
        "Overview\n"
        "  Notice worry, and let it pass.\n"
        "\n"
        "Sessions\n"
        "  1. Looking at a week\n"
        "     How a week of worry looks from a distance.\n"
        "     Activity: Note down three worries.\n"
        "\n"
        "  2. Letting go\n"
        "     What becomes of a worry that nobody feeds.\n"
        "\n"
        "Related programs\n"
        "  ✓ Easing Worry  easing-worry\n"
        "\n"
        "References\n"
        "  1. A study of sleep\n"
        "     Doe, J. (2010). Sleep, 1, 1–2.\n"
        "     https://example.org/sleep\n"
    ) == outcome.out


def test_json_has_every_key(resilify: Program) -> None:
    """One KEY gives one object."""
    data = resilify("show", "7", "--format", "json").data
    assert {
        "slug": "a-calmer-week",
        "path": "content/a-calmer-week.md",
        "title": "A Calmer Week",
        "programId": "5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0",
        "sequence": 7,
        "image": "calm.png",
        "overview": {
            "html": "<p>Notice worry, and let it pass.</p>",
            "text": "Notice worry, and let it pass.",
        },
        "categories": ["Mental Health"],
        "tags": ["calm"],
        "sessions": [
            {
                "number": 1,
                "title": "Looking at a week",
                "overview": "How a week of worry looks from a distance.",
                "activityOverview": "Note down three worries.",
            },
            {
                "number": 2,
                "title": "Letting go",
                "overview": "What becomes of a worry that nobody feeds.",
                "activityOverview": None,
            },
        ],
        "related": [
            {"title": "Easing Worry", "slug": "easing-worry", "resolved": True, "target": "easing-worry"}
        ],
        "backlinks": [],
        "references": [
            {
                "number": 1,
                "title": "A study of sleep",
                "reference": "Doe, J. (2010). Sleep, 1, 1–2.",
                "link": "https://example.org/sleep",
                "doi": None,
                "image": "/img/card-1.png",
            }
        ],
        "body": "",
        "status": "ok",
    } == data


def test_several_keys_give_a_list(resilify: Program) -> None:
    """In the order in which they were asked for."""
    data = resilify("show", "easing-worry", "quiet-evenings", "--format", "json").data
    assert ["easing-worry", "quiet-evenings"] == [one["slug"] for one in data]


def test_an_unknown_key_is_told_and_the_others_shown(resilify: Program) -> None:
    """Status 1; nothing on standard output where none is known."""
    outcome = resilify("show", "easing-worry", "quiet-evnings")
    assert (1, True) == (outcome.status, outcome.out.startswith("Easing Worry\n"))
    assert "error: no program answers to 'quiet-evnings'; did you mean quiet-evenings?\n" == outcome.err
    outcome = resilify("show", "zzz")
    assert (1, "") == (outcome.status, outcome.out)


def test_related_programs_tell_where_they_lead(resilify: Program, folder: Path) -> None:
    """Unknown: dropped; short: another is shown."""
    related = (
        "relatedpost:\n  program:\n    - title: A\n      slug: gone\n    - title: B\n      slug: evenings\n"
    )
    write(folder, {"content/x.md": program("title: X\n" + related)})
    out = resilify("show", "x", "--section", "related").out
    assert (
        "  ✗ A  gone  no such program; the card is dropped\n  ✗ B  evenings  the site shows quiet-evenings\n"
        in out
    )
    data = resilify("show", "x", "--format", "json").data["related"]
    assert [(False, None), (False, "quiet-evenings")] == [(one["resolved"], one["target"]) for one in data]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            "sessions[2]",
            "A Calmer Week\n\nSessions\n  2. Letting go\n     What becomes of a worry that nobody feeds.\n",
        ),
        ("overview", "A Calmer Week\n\nOverview\n  Notice worry, and let it pass.\n"),
        ("categories", "A Calmer Week\n\nCategories\n  Mental Health\n"),
        ("tags", "A Calmer Week\n\nTags\n  calm\n"),
    ],
)
def test_a_section_is_shown_alone(resilify: Program, section: str, expected: str) -> None:
    """Sessions count from 1, as people count them."""
    assert expected == resilify("show", "a-calmer-week", "--section", section).out


@pytest.mark.parametrize(
    ("section", "message"),
    [
        (
            "sesions",
            "error: no section is called 'sesions'; there are overview, categories, tags, sessions, ",
        ),
        ("sessions[3]", "error: a-calmer-week has no sessions[3]: it has 2 sessions\n"),
        ("sessions[0]", "error: a-calmer-week has no sessions[0]: it has 2 sessions\n"),
        ("body[1]", "error: a-calmer-week has no body[1]: body is no list\n"),
    ],
)
def test_a_section_that_is_not_there_is_wrong_usage(resilify: Program, section: str, message: str) -> None:
    """Status 2."""
    for raw in ((), ("--raw",)):
        outcome = resilify("show", "a-calmer-week", "--section", section, *raw)
        assert (2, "", True) == (outcome.status, outcome.out, outcome.err.startswith(message))


def test_raw_is_the_file_s_own_text(resilify: Program, folder: Path) -> None:
    """Of the file, of a part of it; its control characters made visible."""
    assert (folder / "content" / "a-calmer-week.md").read_text("utf-8") == resilify("show", "7", "--raw").out
    assert (
        "    - title: Letting go\n      overview: What becomes of a worry that nobody feeds.\n"
        == resilify("show", "7", "--raw", "--section", "sessions[2]").out
    )
    assert (
        "relatedpost:\n  program:\n    - title: Easing Worry\n      slug: easing-worry\n"
        == resilify("show", "7", "--raw", "--section", "related").out
    )
    assert "" == resilify("show", "7", "--raw", "--section", "backlinks").out
    write(folder, {"content/broken.md": BROKEN})
    assert BROKEN.replace("\x1b", "\\x1b") == resilify("show", "broken", "--raw").out
    assert "A \\x1bbody\n" == resilify("show", "broken", "--raw", "--section", "body").out


def test_path_is_the_path_alone(resilify: Program) -> None:
    """For `$EDITOR $(resilify show … --path)`."""
    assert "content/a-calmer-week.md\ncontent/easing-worry.md\n" == resilify("show", "7", "2", "--path").out


def test_a_broken_file_shows_what_could_be_read_and_what_is_wrong(resilify: Program, folder: Path) -> None:
    """And its body, without its control characters."""
    write(folder, {"content/broken.md": BROKEN})
    out = resilify("show", "broken").out
    assert "Still Here\n" == out[:11]
    assert "  ✗ 4:11 RES203 sequence must be a whole number, but is the text 'many'\n" in out
    assert "A \\x1bbody" in out
    assert "error" == resilify("show", "broken", "--format", "json").data["status"]


def test_tsv_has_a_row_for_every_value(resilify: Program) -> None:
    """Slug, field, value; items count from 1."""
    rows = resilify("show", "7", "--format", "tsv").rows
    assert ["a-calmer-week", "sessions[2].title", "Letting go"] in rows
    assert ["a-calmer-week", "related[1].resolved", "true"] in rows
    assert ["a-calmer-week", "sessions[2].title", "Letting go"] in resilify(
        "show", "7", "-f", "tsv", "-s", "sessions[2]"
    ).rows


def test_a_doi_is_shown_where_the_link_does_not_show_it(resilify: Program, folder: Path) -> None:
    """Found in the citation; with the link that it would have."""
    reference = "references:\n  - title: T\n    reference: Doe. doi:10.1000/182\n    image: /img/x.png\n"
    write(folder, {"content/x.md": program("title: X\n" + reference)})
    assert "     DOI 10.1000/182 <https://doi.org/10.1000/182>\n" in resilify("show", "x").out
    assert "10.1000/182" == resilify("show", "x", "--format", "json").data["references"][0]["doi"]


def test_html_is_read_as_a_person_would(resilify: Program, folder: Path) -> None:
    """Lists, numbers, emphasis, links; scripts are not text."""
    html = "<p>One <b>two</b><br>three</p><ol><li>a</li><li>b<ul><li>c</li></ul></li></ol><script>x</script>"
    write(folder, {"content/x.md": program(f"title: X\noverview: '{html}'\n")})
    assert (
        "One two\nthree\n1. a\n2. b\n  • c"
        == resilify("show", "x", "--format", "json").data["overview"]["text"]
    )


def test_a_known_slug_that_shows_another_program_is_marked(resilify: Program, folder: Path) -> None:
    """It is somebody's, and leads to somebody else."""
    write(
        folder,
        {
            "content/quiet.md": program("title: Quiet\nsequence: 9\n"),
            "content/x.md": program(
                "title: X\nrelatedpost:\n  program:\n    - title: Quiet\n      slug: quiet\n"
            ),
        },
    )
    assert "  ✗ Quiet  quiet  the site shows quiet-evenings\n" in resilify("show", "x").out
    (entry,) = resilify("show", "x", "--format", "json").data["related"]
    assert (True, "quiet-evenings") == (entry["resolved"], entry["target"])
