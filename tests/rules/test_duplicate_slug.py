"""RES214: two files give the same slug."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import catalogue, other, program
from resilify_cli.diagnostics import Span
from resilify_cli.rules._runner import validate
from rule_findings import APART

LATE = program("title: Late\nsequence: 9\nprogramId: 44444444-4444-4444-8444-444444444444\n")
FRONT_MATTER = Span(1, 1, 1, 4)


def found(name: str) -> list[tuple[str, str, str, Span, str]]:
    """Return what is found where a file stands beside two sound programs, all below the working folder."""
    files = {
        "easing-worry.md": other("easing-worry"),
        "quiet-evenings.md": other("quiet-evenings"),
        name: LATE,
    }
    return [
        (d.path, d.code, d.severity.value, d.span, d.message)
        for d in validate(catalogue(Path(), files), APART)
    ]


def test_a_file_of_the_same_name_in_another_folder_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both files are reported, each with the path of the other."""
    monkeypatch.chdir(tmp_path)
    told = "{} gives the slug quiet-evenings too; only one of the two pages is shown"
    expected = [
        ("older/quiet-evenings.md", "RES214", "error", FRONT_MATTER, told.format("../quiet-evenings.md")),
        ("quiet-evenings.md", "RES214", "error", FRONT_MATTER, told.format("older/quiet-evenings.md")),
    ]
    assert expected == found("older/quiet-evenings.md")


@pytest.mark.parametrize("name", ["quiet-evenings.markdown", "older/quiet-evenings.mdx"])
def test_ending_and_folder_make_no_other_slug(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that differ only in these want the same page."""
    monkeypatch.chdir(tmp_path)
    assert {(name, "RES214"), ("quiet-evenings.md", "RES214")} == {
        (path, code) for path, code, *_ in found(name)
    }


def test_a_longer_name_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slug that contains another is a slug of its own."""
    monkeypatch.chdir(tmp_path)
    assert [] == found("quiet-evenings-again.md")


def test_a_file_that_is_no_program_takes_no_slug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A blog post of the same name is not among the programs."""
    monkeypatch.chdir(tmp_path)
    files = {
        "easing-worry.md": other("easing-worry"),
        "quiet-evenings.md": other("quiet-evenings"),
        "blog/quiet-evenings.md": program("templateKey: blog-post\n"),
    }
    assert [] == validate(catalogue(Path(), files), APART)
