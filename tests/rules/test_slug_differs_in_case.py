"""RES215: the names of two files differ only in the case of their letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import catalogue, other, program
from resilify_cli.diagnostics import Span
from resilify_cli.rules._runner import validate
from rule_findings import APART

LATE = program("title: Late\nsequence: 9\nprogramId: 44444444-4444-4444-8444-444444444444\n")


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


@pytest.mark.parametrize("name", ["older/Quiet-Evenings.md", "older/QUIET-evenings.mdx"])
def test_names_in_another_case_are_found(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both files are reported, each with the path of the other."""
    monkeypatch.chdir(tmp_path)
    told = (
        "{} has the same name but for the case of its letters; "
        "on macOS and Windows only one of the two pages is kept"
    )
    place = ("RES215", "warning", Span(1, 1, 1, 4))
    expected = [
        (name, *place, told.format("../quiet-evenings.md")),
        ("quiet-evenings.md", *place, told.format(name)),
    ]
    assert expected == found(name)


def test_the_same_name_is_another_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files of one slug want the same page on every machine."""
    monkeypatch.chdir(tmp_path)
    assert {"RES214"} == {code for _, code, *_ in found("older/quiet-evenings.md")}


def test_another_letter_makes_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only case does not count."""
    monkeypatch.chdir(tmp_path)
    assert [] == found("older/Quiet_Evenings.md")
