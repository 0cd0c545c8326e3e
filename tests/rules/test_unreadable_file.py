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


def test_a_file_beyond_four_megabytes_is_not_read(tmp_path: Path) -> None:
    """A file of one byte too many is told with its size."""
    write(tmp_path, {"quiet-evenings.md": program(), "huge.md": program().encode().ljust(LIMIT + 1)})
    message = "the file is too large to be a program (4,194,305 bytes); it was not read"
    assert [("RES114", "error", "huge", Span(1, 1, 1, 1), message)] == found(tmp_path, "huge.md")


def test_a_file_of_four_megabytes_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    text = program("relatedpost:\n  program:\n    - title: Quiet Evenings\n      slug: quiet-evenings\n")
    data = text.encode().ljust(LIMIT)
    write(
        tmp_path,
        {
            "quiet-evenings.md": program(
                "title: Quiet Evenings\nsequence: 1\nprogramId: 22222222-2222-4222-8222-222222222222\n"
            ),
            "large.md": data,
        },
    )
    assert [] == found(tmp_path, "large.md")
