"""RES114: the file cannot be read."""

from __future__ import annotations

from pathlib import Path

from factory import program, write
from resilify_cli.catalogue import load_catalogue
from resilify_cli.diagnostics import Span
from resilify_cli.rules._runner import validate

LIMIT = 4 * 1024 * 1024


def found(folder: Path, named: str) -> list[tuple[str, str, str, Span, str]]:
    """Return what is found when a file is named beside the folder."""
    programs = load_catalogue(folder, extra=[folder / named])
    tested = [program for program in programs if program.document.path.name == named]
    return [
        (d.code, d.severity.value, d.program or "", d.span, d.message)
        for d in validate(programs, only=tested)
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing file that was named is a finding, not the end of the run."""
    write(tmp_path, {"quiet-evenings.md": program()})
    expected = [
        ("RES114", "error", "gone", Span(1, 1, 1, 1), "the file cannot be read: No such file or directory")
    ]
    assert expected == found(tmp_path, "gone.md")


def test_a_file_beyond_four_megabytes_is_told_for_what_it_is(tmp_path: Path) -> None:
    """Of a file of one byte too many the beginning is read, so that the program in it does not vanish."""
    huge = program(
        "title: H\nsequence: 9\nrelatedpost:\n  program:\n    - title: A Calmer Week\n      slug: quiet-evenings\n"
    )
    own = "44444444-4444-4444-8444-444444444444"
    huge = huge.replace("5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0", own)
    write(tmp_path, {"quiet-evenings.md": program(), "huge.md": huge.encode().ljust(LIMIT + 1)})
    message = "the file cannot be read: it is larger than 4,194,304 bytes"
    assert [("RES114", "error", "huge", Span(1, 1, 1, 4), message)] == found(tmp_path, "huge.md")
    assert ["H", "A Calmer Week"] == sorted(
        (p.facts.title or "" for p in load_catalogue(tmp_path)), reverse=True
    )


def test_a_file_of_four_megabytes_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    text = program("relatedpost:\n  program:\n    - title: Quiet Evenings\n      slug: quiet-evenings\n")
    data = text.encode().ljust(LIMIT)
    write(
        tmp_path,
        {
            "quiet-evenings.md": program(
                "title: Quiet Evenings\nsequence: 1\nprogramId: 22222222-2222-4222-8222-222222222222\n"
                "relatedpost:\n  program:\n    - title: A Calmer Week\n      slug: large\n"
            ),
            "large.md": data,
        },
    )
    assert [] == found(tmp_path, "large.md")
