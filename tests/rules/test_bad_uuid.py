"""RES205: the programId is not a UUID."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_a_program_id_that_is_no_uuid_is_found_at_its_value(tmp_path: Path) -> None:
    """A letter beyond F is reported with the whole value, and a UUID shown."""
    text = program("programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6zz\n")
    assert [("RES205", Span(5, 12, 5, 48))] == found(text, tmp_path)
    message = "programId is not a UUID, so that the app's deep link leads nowhere"
    assert [(message, "a UUID looks like 1b4e28ba-2fa1-11d2-883f-0016d3cca427")] == told(text, tmp_path)
    assert [("RES205", "error")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    "value",
    [
        "5d7a2c9441d34a3c9f5120c4e1b7a6d0",
        "'{5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0}'",
        "'5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0 '",
        "5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d",
        "urn:uuid:5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0",
    ],
)
def test_other_ways_to_write_one_are_none(value: str, tmp_path: Path) -> None:
    """Without hyphens, in braces, with a blank or as a URN the app does not find the program."""
    assert [("RES205", Span(5, 12, 5, 12 + len(value)))] == found(program(f"programId: {value}\n"), tmp_path)


@pytest.mark.parametrize(
    "value", ["5D7A2C94-41D3-4A3C-9F51-20C4E1B7A6D0", '"5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0"']
)
def test_case_and_quotes_do_not_matter(value: str, tmp_path: Path) -> None:
    """Capitals are hexadecimal digits too."""
    assert [] == found(program(f"programId: {value}\n"), tmp_path)


def test_an_empty_one_is_empty_and_no_more(tmp_path: Path) -> None:
    """An empty value is told once, as empty."""
    assert [("RES202", Span(5, 12, 5, 14))] == found(program("programId: ''\n"), tmp_path)
