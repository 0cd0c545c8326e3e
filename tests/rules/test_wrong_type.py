"""RES203: a field holds another kind of value than it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

QUOTES = "put it between quotes"


@pytest.mark.parametrize(
    ("title", "width", "what"),
    [
        ("12", 2, "the number 12"),
        ("10:30", 5, "the number 630, written 10:30"),
        ("012", 3, "the number 10, written 012"),
        ("true", 4, "true, which is read as yes or no"),
        ("2022-02-31", 10, "a date (2022-02-31)"),
    ],
)
def test_a_title_that_is_no_text_is_found_at_its_value(
    title: str, width: int, what: str, tmp_path: Path
) -> None:
    """A plain value that the site reads as something else is told as what it is read as."""
    text = program(f"title: {title}\n")
    assert [("RES203", Span(3, 8, 3, 8 + width))] == found(text, tmp_path)
    assert [(f"title must be text, but is {what}", QUOTES)] == told(text, tmp_path)


@pytest.mark.parametrize("title", ["No", "on", "'12'", "1.2.3", "089", "=", "12 weeks"])
def test_what_the_site_reads_as_text_is_fine(title: str, tmp_path: Path) -> None:
    """No, on and numbers that are none are text to the site; so is everything between quotes."""
    assert [] == found(program(f"title: {title}\n"), tmp_path)


@pytest.mark.parametrize(
    ("sequence", "end", "what", "hint"),
    [
        ("12.5", 15, "the number 12.5", None),
        ("'12'", 15, "the text '12'", "remove the quotes"),
        ("twelve", 17, "the text 'twelve'", None),
    ],
)
def test_a_sequence_that_is_no_whole_number(
    sequence: str, end: int, what: str, hint: str | None, tmp_path: Path
) -> None:
    """A fraction and a text are no sequence; a number between quotes is nearly one."""
    text = program(f"sequence: {sequence}\n")
    assert [("RES203", Span(6, 11, 6, end))] == found(text, tmp_path)
    assert [(f"sequence must be a whole number, but is {what}", hint)] == told(text, tmp_path)


@pytest.mark.parametrize("sequence", ["1e3", "0x1F", "1_000", "+12"])
def test_a_whole_number_may_be_written_in_any_way(sequence: str, tmp_path: Path) -> None:
    """The site reads these as whole numbers."""
    assert [] == found(program(f"sequence: {sequence}\n"), tmp_path)


def test_a_list_or_a_mapping_is_found_at_its_name(tmp_path: Path) -> None:
    """Where a whole block is of the wrong kind, the finding stands at the name of the field; several are all told."""
    text = program("image:\n  - calm.png\ncategories:\n  - title: Mental Health\ntags: calm\n")
    expected = [("RES203", Span(4, 1, 4, 6)), ("RES203", Span(9, 1, 9, 11)), ("RES203", Span(27, 7, 27, 11))]
    assert expected == found(text, tmp_path)
    messages = [
        ("image must be text, but is a list", None),
        ("categories must be a mapping of fields, but is a list", None),
        ("tags must be a list, but is the text 'calm'", None),
    ]
    assert messages == told(text, tmp_path)
    assert [("RES203", "error")] * 3 == weighed(text, tmp_path)
