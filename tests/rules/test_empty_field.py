"""RES202: a required field is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, reference, told, weighed


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ('""', Span(3, 8, 3, 10)),
        ("'  '", Span(3, 8, 3, 12)),
        ("~", Span(3, 8, 3, 9)),
        ("", Span(3, 1, 3, 6)),
        ("# later", Span(3, 1, 3, 6)),
    ],
)
def test_an_empty_value_is_found_at_it_or_at_its_name(value: str, span: Span, tmp_path: Path) -> None:
    """Quotes, blanks and null are reported where they stand; nothing at all, at the name of the field."""
    assert [("RES202", span)] == found(program(f"title: {value}\n"), tmp_path)


def test_the_message_tells_no_value_from_an_empty_one(tmp_path: Path) -> None:
    """Null has no value; an empty text or list is empty."""
    assert [("the field title has no value", None)] == told(program("title:\n"), tmp_path)
    assert [("the field title is empty", None)] == told(program("title: ''\n"), tmp_path)
    text = program("sessions:\n  session: []\n")
    assert [("RES202", Span(12, 12, 12, 14))] == found(text, tmp_path)
    assert [("the field sessions.session is empty", None)] == told(text, tmp_path)


def test_emptiness_in_references_and_tags_weighs_less(tmp_path: Path) -> None:
    """In references it is a warning, in tags only worth a look; a reference that is nothing breaks the page."""
    text = reference("reference: ''", "image: ' '")
    assert [
        "the field references[0].reference is empty; its card shows no citation",
        "the field references[0].image is empty; its card shows no picture",
    ] == [message for message, _ in told(text, tmp_path)]
    assert [("RES202", "warning"), ("RES202", "warning")] == weighed(text, tmp_path)
    assert [("RES202", "info")] == weighed(program("tags:\n  - ''\n"), tmp_path)
    assert [("RES202", "error")] == weighed(program("references:\n  -\n"), tmp_path)
    assert [("RES202", "warning"), ("RES202", "info")] == weighed(program("references:\ntags:\n"), tmp_path)


def test_what_may_be_left_out_may_be_empty(tmp_path: Path) -> None:
    """A text of a session may be empty, and so may fields that nothing shows."""
    text = program(
        "sessions:\n  session:\n    - title: Letting go\n      overview:\n      activityOverview: Note it.\ndate:\n"
    )
    assert [] == found(text, tmp_path)


@pytest.mark.parametrize(("field", "severity"), [("references", "warning"), ("tags", "info")])
def test_a_list_without_items_is_empty(field: str, severity: str, tmp_path: Path) -> None:
    """References and tags without items are as empty as those without a value."""
    assert [("RES202", severity)] == weighed(program(f"{field}: []\n"), tmp_path)
