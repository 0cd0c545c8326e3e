"""RES307: no other program links to a program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from factory import catalogue, other, program
from resilify_cli.diagnostics import Diagnostic, Span
from resilify_cli.rules import ValidateOptions, find_rule, validate

SOUND = {"easing-worry.md": other("easing-worry"), "quiet-evenings.md": other("quiet-evenings")}
OPTIONS = ValidateOptions((find_rule("RES307"),))


def findings(folder: Path, files: Mapping[str, str]) -> list[Diagnostic]:
    """Return what the rule finds in some files, beside two programs that link to each other."""
    return validate(catalogue(folder, {**SOUND, **files}), OPTIONS)


def naming(*slugs: str, title: str = "Something", **fields: object) -> str:
    """Return a program that names others."""
    entries = "".join(f"    - title: {title}\n      slug: {slug}\n" for slug in slugs)
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return program(f"{lines}relatedpost:\n  program:\n{entries}")


def test_a_program_that_no_other_names_is_found_at_its_title(tmp_path: Path) -> None:
    """It is only worth a look."""
    [finding] = findings(tmp_path, {"a-calmer-week.md": program()})
    assert ("RES307", "info", Span(3, 8, 3, 21)) == (finding.code, finding.severity.value, finding.span)
    assert (
        "no other program links to this one, so that readers find it only in the list",
        "name it among the related programs of one that goes with it",
    ) == (finding.message, finding.help)


def test_without_a_title_it_is_found_at_the_file(tmp_path: Path) -> None:
    """Where the front matter begins."""
    [finding] = findings(tmp_path, {"a-calmer-week.md": program(without=("title",))})
    assert (Span(1, 1, 1, 4), None) == (finding.span, finding.field)


def test_its_own_name_does_not_count(tmp_path: Path) -> None:
    """A program that is related to itself is no less alone."""
    assert ["a-calmer-week"] == [
        finding.program for finding in findings(tmp_path, {"a-calmer-week.md": naming("a-calmer-week")})
    ]


@pytest.mark.parametrize("slug", ["late-nights", "late-night", "nights"])
def test_a_slug_for_which_the_site_shows_it_counts(slug: str, tmp_path: Path) -> None:
    """Also a short one that is only part of its own."""
    files = {
        "late-nights.md": naming("first", title="First", sequence=20),
        "first.md": naming(slug, sequence=21),
    }
    assert [] == findings(tmp_path, files)


def test_a_slug_that_shows_another_one_counts_for_both(tmp_path: Path) -> None:
    """The editor named one, and the reader meets the other."""
    files = {
        "nights.md": program("sequence: 30\n"),
        "late-nights.md": program("sequence: 20\n"),
        "a-calmer-week.md": naming("nights"),
    }
    assert ["a-calmer-week"] == [finding.program for finding in findings(tmp_path, files)]


def test_entries_that_seem_to_mean_it_are_counted(tmp_path: Path) -> None:
    """Where others have its title and a slug that shows nothing, that is what to put right."""
    title = "A Calmer Week"
    files = {
        "a-calmer-week.md": program(),
        "one.md": naming("a-calm-week", "two", title=title, sequence=20),
        "two.md": naming("calmer", "a-calm-weak", "one", title=title, sequence=21),
    }
    del files["two.md"]
    [finding, _] = findings(tmp_path / "one", files)
    assert (
        "2 related entries have its title, and a slug that shows nothing: write a-calmer-week" == finding.help
    )
    files["one.md"] = naming("a-calm-week", title=title, sequence=20)
    [finding, _] = findings(tmp_path / "two", files)
    assert "1 related entry has its title, and a slug that shows nothing: write a-calmer-week" == finding.help


def test_what_a_broken_file_names_counts(tmp_path: Path) -> None:
    """A file that cannot be read to its end makes no orphan of another, and is none itself."""
    broken = naming("a-calmer-week", "'late'", sequence=20).replace("image: calm.png", 'image: "calm.png')
    files = {"a-calmer-week.md": program(), "late.md": program("sequence: 21\n"), "broken.md": broken}
    assert [] == findings(tmp_path, files)


def test_a_catalogue_of_one_program_has_no_orphan(tmp_path: Path) -> None:
    """Nothing could link to it."""
    assert [] == validate(catalogue(tmp_path, {"a-calmer-week.md": program()}), OPTIONS)
