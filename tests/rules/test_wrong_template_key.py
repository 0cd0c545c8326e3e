"""RES206: the template key is nearly the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, small_catalogue
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, told, weighed


def test_a_slip_of_the_key_is_found_at_its_value(tmp_path: Path) -> None:
    """A key that is nearly right is reported with the right one."""
    text = program("templateKey: resilify-progam\n")
    assert [("RES206", Span(2, 14, 2, 29))] == found(text, tmp_path)
    message = "the template key is 'resilify-progam', so that the site does not take the file for a program"
    assert [(message, "write resilify-program")] == told(text, tmp_path)
    assert [("RES206", "error")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    "key", ["Resilify-Program", '"resilify-program "', "resilify_program", "resilifyProgram"]
)
def test_case_blanks_and_joints_matter(key: str, tmp_path: Path) -> None:
    """The site compares the key letter by letter."""
    assert [("RES206", Span(2, 14, 2, 14 + len(key)))] == found(program(f"templateKey: {key}\n"), tmp_path)


def test_another_key_says_that_it_is_no_program(tmp_path: Path) -> None:
    """A blog post is not examined, whatever fields it has."""
    programs = small_catalogue(tmp_path, program("templateKey: blog-post\n"))
    assert 1 == programs.skipped


def test_a_file_without_the_key_lacks_a_field(tmp_path: Path) -> None:
    """No key at all is a missing field, and the rest is examined."""
    text = program("sequence: 2.5\n", without=("templateKey",))
    assert [("RES201", Span(1, 1, 1, 4)), ("RES203", Span(5, 11, 5, 14))] == found(text, tmp_path)


def test_a_key_without_a_value_is_empty(tmp_path: Path) -> None:
    """A template key that holds nothing is told as every empty field is."""
    assert [("the field templateKey has no value", None)] == told(program("templateKey:\n"), tmp_path)


@pytest.mark.parametrize("key", ["resilify-progam", "Resilify-Program", '"resilify-program "'])
def test_the_fix_writes_the_right_key(key: str, tmp_path: Path) -> None:
    """It is a guess: the file may be meant to stay off the site."""
    fix = mended(program(f"templateKey: {key}\n"), tmp_path, "RES206")
    written = '"resilify-program"' if key[0] == '"' else "resilify-program"
    assert ("writes resilify-program", program(f"templateKey: {written}\n"), False) == fix


def test_a_key_of_another_kind_has_no_fix(tmp_path: Path) -> None:
    """What is no text is not nearly the right one."""
    assert [None] == [d.fix for d in findings(program("templateKey: 12\n"), tmp_path)]
