"""`resilify validate`."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import beside, program, write
from program import Program

UNKNOWN = "relatedpost:\n  program:\n    - title: Quiet Evenings\n      slug: quiet-evnings\n"


@pytest.fixture
def broken(folder: Path) -> Path:
    """Add a file with an error and an info, to which another one links."""
    entries = "    - title: Easing Worry\n      slug: easing-worry\n    - title: X\n      slug: x\n"
    write(folder / "content", beside(program()))
    return write(
        folder,
        {
            "content/a-calmer-week.md": program(f"relatedpost:\n  program:\n{entries}"),
            "content/x.md": program(
                "title: X\nsequence: 9\nprogramId: 99999999-9999-4999-8999-999999999999\n" + UNKNOWN,
                without=("tags",),
            ),
        },
    )


def test_a_clean_catalogue_has_nothing_to_say(resilify: Program, folder: Path) -> None:
    """Status 0, an empty standard output, and what was looked at."""
    write(folder / "content", beside(program()))
    outcome = resilify("validate", "content")
    assert (0, "", "3 programs, 1 other file skipped: nothing to say\n") == (
        outcome.status,
        outcome.out,
        outcome.err,
    )


def test_a_pipe_gets_one_finding_a_line(resilify: Program, broken: Path) -> None:
    """Path, line, column, code, message."""
    assert broken.is_dir()
    outcome = resilify("validate")
    assert (
        1,
        "content/x.md:1:1: RES201 the field tags is missing\n"
        "content/x.md:21:13: RES301 no program has the slug 'quiet-evnings'; the site drops this card\n",
        "4 programs, 1 other file skipped: 1 error, 1 info (1 can be fixed with --fix --unsafe-fixes)\n",
    ) == (outcome.status, outcome.out, outcome.err)


def test_a_terminal_gets_the_line_with_a_caret(resilify: Program, broken: Path) -> None:
    """Under the exact span, with the help, and the summary last."""
    assert broken.is_dir()
    out = resilify("validate", "--ignore", "RES2", terminal=80).out
    assert out.startswith(
        "content/x.md\n  21:13  error RES301 unknown-related-slug: no program has the slug\n      'quiet-evnings'; the site drops this card\n"
    )
    assert "   21 |       slug: quiet-evnings\n      |             ^^^^^^^^^^^^^\n" in out
    assert "= help: did you mean quiet-evenings (Quiet Evenings)?" in out
    assert "= fix:  --unsafe-fixes writes quiet-evenings\n" in out
    end = "4 programs, 1 other file skipped: 1 error (1 can be fixed with --fix\n--unsafe-fixes)\n"
    assert out.endswith(end)


def test_json_has_a_summary_and_every_key(resilify: Program, broken: Path) -> None:
    """Lines and columns from 1, the end exclusive."""
    assert broken.is_dir()
    data = resilify("validate", "--format", "json", "--select", "RES301").data
    assert {
        "version": 1,
        "summary": {
            "files": 5,
            "programs": 4,
            "skipped": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 0,
            "fixable": 1,
            "fixed": 0,
        },
        "diagnostics": [
            {
                "code": "RES301",
                "rule": "unknown-related-slug",
                "severity": "error",
                "message": "no program has the slug 'quiet-evnings'; the site drops this card",
                "help": "did you mean quiet-evenings (Quiet Evenings)?",
                "path": "content/x.md",
                "line": 21,
                "column": 13,
                "end_line": 21,
                "end_column": 26,
                "field": "relatedpost.program[0].slug",
                "program": "x",
                "fix": {
                    "applicability": "unsafe",
                    "message": "writes quiet-evenings",
                    "edits": [
                        {
                            "start": {"line": 21, "column": 13},
                            "end": {"line": 21, "column": 26},
                            "content": "quiet-evenings",
                        }
                    ],
                },
            }
        ],
    } == data


@pytest.mark.parametrize(
    ("fail_on", "select", "status"),
    [("error", "RES2", 0), ("info", "RES2", 1), ("warning", "RES2", 0), ("warning", "RES3", 1)],
)
def test_what_fails_can_be_chosen(
    resilify: Program, broken: Path, fail_on: str, select: str, status: int
) -> None:
    """Findings of that severity or worse."""
    assert broken.is_dir()
    assert status == resilify("validate", "--fail-on", fail_on, "--select", select).status


def test_a_file_is_reported_within_its_catalogue(resilify: Program, broken: Path) -> None:
    """Its related programs are known, its neighbours' findings are not told, and its path is as given."""
    write(broken, {"content/y.md": program("title: Y\nsequence: x\n")})
    outcome = resilify("validate", "./content/x.md", "--select", "RES3", "-C", "content")
    assert ["content/x.md:21:13: RES301"] == [line[:26] for line in outcome.out.splitlines()]
    assert "1 program: 1 error (1 can be fixed with --fix --unsafe-fixes)\n" == outcome.err


def test_a_file_outside_of_the_content_belongs_to_its_own_folder(resilify: Program, folder: Path) -> None:
    """The programs beside it are its catalogue."""
    write(
        folder,
        {"drafts/a.md": program("title: A\n" + UNKNOWN), "drafts/quiet-evnings.md": program("title: B\n")},
    )
    assert 0 == resilify("validate", "drafts/a.md", "--select", "RES301").status


def test_several_paths_are_reported_together(resilify: Program, broken: Path) -> None:
    """Folders are catalogues of their own."""
    write(broken, {"more/z.md": program(UNKNOWN)})
    outcome = resilify("validate", "content", "more", "--select", "RES301")
    assert ["content/x.md", "more/z.md"] == [line.partition(":")[0] for line in outcome.out.splitlines()]


def test_a_media_list_is_what_images_are_looked_for_in(resilify: Program, folder: Path) -> None:
    """Without one, and without a media folder above, nothing is said of images."""
    assert 0 == resilify("validate").status
    write(folder, {"media.txt": "static/img/other.png\n"})
    assert 3 == resilify("validate", "--media", "media.txt").out.count("RES431")
    write(folder, {"static/img/card-1.png": b"x"})
    assert 0 == resilify("validate").status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "error: no such file or folder: nowhere\n"),
        (("--fail-on", "eror"), "error: no severity is called 'eror'; did you mean error?\n"),
        (("--select", "RES9999"), "error: no rule is called 'RES9999'"),
        (
            ("--media", "nowhere"),
            "error: cannot read the media folder or list nowhere: No such file or directory\n",
        ),
    ],
)
def test_what_cannot_be_run_is_told(resilify: Program, arguments: tuple[str, ...], message: str) -> None:
    """Status 2, nothing on standard output."""
    outcome = resilify("validate", *arguments)
    assert (2, "", True) == (outcome.status, outcome.out, outcome.err.startswith(message))


def test_a_folder_without_programs_does_not_pass(resilify: Program, folder: Path) -> None:
    """A mistyped path in CI is an error."""
    (folder / "empty").mkdir()
    assert (2, True) == ((outcome := resilify("validate", "empty")).status, "no Markdown file" in outcome.err)


def test_a_named_file_that_is_no_program_is_skipped_and_counted(resilify: Program) -> None:
    """It is not called fine."""
    outcome = resilify("validate", "content/post.md")
    assert (0, "0 programs, 1 other file skipped: nothing to say\n") == (outcome.status, outcome.err)
