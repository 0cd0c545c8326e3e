"""RES105: a value carries a YAML tag."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed


def test_a_tag_is_found_without_the_value_behind_it(tmp_path: Path) -> None:
    """A tag is reported from its mark to its end; the value is fine."""
    assert [("RES105", Span(3, 8, 3, 13))] == found(program("title: !!str A Calmer Week\n"), tmp_path)
    assert [("RES105", "error")] == weighed(program("title: !!str A Calmer Week\n"), tmp_path)


def test_an_unknown_tag_is_told_by_name(tmp_path: Path) -> None:
    """A tag that the site does not know stops the page, and the message says which."""
    text = program("title: !include week.txt\n")
    assert [("RES105", Span(3, 8, 3, 16))] == found(text, tmp_path)
    assert [("the tag !include is not allowed here; the page does not build", "remove it")] == told(
        text, tmp_path
    )


@pytest.mark.parametrize("title", ['"!important"', "Calm!", "Calm !now"])
def test_an_exclamation_mark_in_a_text_is_no_tag(title: str, tmp_path: Path) -> None:
    """Quoted, or behind the first letter, an exclamation mark is text."""
    assert [] == found(program(f"title: {title}\n"), tmp_path)


def test_the_tagged_value_is_read(tmp_path: Path) -> None:
    """A tag hides neither its own value, which is not missing, nor any other finding."""
    text = program("image: !!str calm.png\nsequence: 2.5\n").replace("\n", "\r\n")
    assert [("RES105", Span(4, 8, 4, 13)), ("RES203", Span(6, 11, 6, 14))] == found(text, tmp_path)


def test_a_known_tag_does_not_stop_the_page(tmp_path: Path) -> None:
    """The site reads `!!str`, so that nobody is told of a page that does not build."""
    [(message, _)] = told(program("title: !!str A Calmer Week\n"), tmp_path)
    assert "does not build" not in message
