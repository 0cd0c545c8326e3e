"""RES117: a tab stands in the front matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, told, weighed


def test_a_tab_behind_a_colon_is_found(tmp_path: Path) -> None:
    """It is reported at its own character, worth a look and no more."""
    text = program("title:\tA Calmer Week\n")
    assert [("RES117", Span(3, 7, 3, 8))] == found(text, tmp_path)
    assert [("a tab stands here, which looks like spaces", "write spaces")] == told(text, tmp_path)
    assert [("RES117", "info")] == weighed(text, tmp_path)


def test_of_many_between_the_values_the_first_is_told(tmp_path: Path) -> None:
    """Behind a colon, at the end of a line, before a comment, in a blank line: one finding, one fix for all."""
    text = program("title:\t A Calmer Week\nimage: calm.png\t\nsequence: 7 \t# late\ntags:\n  - calm\n  \t\n")
    assert [("RES117", Span(3, 7, 3, 8))] == found(text, tmp_path)
    after = program("title: A Calmer Week\nimage: calm.png\nsequence: 7 # late\ntags:\n  - calm\n\n").replace(
        "\n  \n", "\n\n"
    )
    assert ("writes spaces", after, True) == mended(text, tmp_path, "RES117")


@pytest.mark.parametrize(
    "title", ["A\tCalmer Week", '"A\tCalmer Week"', "'A\tCalmer Week'", "A\t\tCalmer Week"]
)
def test_a_tab_within_a_text_is_found(title: str, tmp_path: Path) -> None:
    """A reader sees a space there, and one is written."""
    text = program(f"title: {title}\n")
    column = 8 + title.index("\t")
    assert [("RES117", Span(3, column, 3, column + title.count("\t")))] == found(text, tmp_path)
    assert [("a tab stands in the text, and is shown as a space", "write a space")] == told(text, tmp_path)
    after = program(f"title: {' '.join(title.split(chr(9))).replace('  ', ' ')}\n")
    assert ("writes a space", after, True) == mended(text, tmp_path, "RES117")


def test_a_tab_in_a_block_text_is_found(tmp_path: Path) -> None:
    """Its indentation is no part of the text."""
    text = program("overview: >-\n  <p>Notice\tworry.</p>\n")
    assert [("RES117", Span(8, 12, 8, 13))] == found(text, tmp_path)


def test_a_tab_that_indents_is_no_yaml(tmp_path: Path) -> None:
    """That breaks the page, and is told once."""
    assert ["RES103"] == [code for code, _ in found(program("tags:\n\t- calm\n"), tmp_path)]


@pytest.mark.parametrize(
    "text", [program("title: A Calmer Week # of\tmine\n"), program() + "Walk\tslowly.\n\n\tRest.\n"]
)
def test_comments_and_the_body_are_left_alone(text: str, tmp_path: Path) -> None:
    """Nobody reads the one, and in the other a tab has its meaning."""
    assert [] == found(text, tmp_path)


def test_an_escaped_tab_is_meant(tmp_path: Path) -> None:
    """Nobody writes that by accident; to the reader it is a space all the same."""
    text = program('title: "A\\tCalmer Week"\n')
    assert [] == found(text, tmp_path)
