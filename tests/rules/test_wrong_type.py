"""RES203: a field holds another kind of value than it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, told, weighed

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


@pytest.mark.parametrize("title", ["'No'", "'12'", "1.2.3", "Noon", "12 weeks"])
def test_what_the_site_reads_as_text_is_fine(title: str, tmp_path: Path) -> None:
    """Numbers that are none are text to everyone; so is everything between quotes."""
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
    """The site reads these as whole numbers, though others may not."""
    codes = {code for code, _ in found(program(f"sequence: {sequence}\n"), tmp_path)}
    assert codes <= {"RES119"}


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


@pytest.mark.parametrize("title", ["12", "012", "true", "2022-02-31", "10:30"])
def test_the_fix_puts_a_text_between_quotes(title: str, tmp_path: Path) -> None:
    """What is written is kept; the value is another then, so that it is a guess."""
    text = program(f"title: {title} # the name\n")
    after = text.replace(f"title: {title}", f"title: '{title}'")
    assert ("puts it between quotes", after, False) == mended(text, tmp_path, "RES203")
    assert [] == found(after, tmp_path)


def test_the_fix_takes_the_quotes_from_a_number(tmp_path: Path) -> None:
    """A number between quotes means the same without them."""
    text = program("sequence: ' 12'\n")
    assert ("writes 12", program("sequence: 12\n"), True) == mended(text, tmp_path, "RES203")


@pytest.mark.parametrize("value", ["sequence: '012'", "sequence: 12.5", "sequence: '²'", "sequence: '1" + "0" * 5000 + "'", "image: [x]", "tags: calm"])  # fmt: skip
def test_what_is_meant_is_not_always_known(value: str, tmp_path: Path) -> None:
    """A number that may be read in two ways, a fraction, a list in the place of a text: an editor decides."""
    assert [None] == [d.fix for d in findings(program(f"{value}\n"), tmp_path) if d.code == "RES203"]
