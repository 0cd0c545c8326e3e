"""RES710: a new window that can steer the one it was opened from."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, told, weighed


def test_it_is_found_at_the_target(tmp_path: Path) -> None:
    """As a remark, with a word that puts it right."""
    text = program('overview: \'<p><a href="/x" target="_blank">a</a></p>\'\n')
    assert [("RES710", Span(7, 28, 7, 43))] == found(text, tmp_path)
    assert [("RES710", "info")] == weighed(text, tmp_path)
    message = "the page that this link opens in a new window can steer the one it was opened from"
    assert [(message, 'add rel="noopener"')] == told(text, tmp_path)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="/x" target="_blank">a</a>', '<a href="/x" target="_blank" rel="noopener">a</a>'),
        ("<a TARGET=_blank href=/x>a</a>", '<a TARGET=_blank rel="noopener" href=/x>a</a>'),
        (
            '<a rel=nofollow target="_blank" href="/x">a</a>',
            '<a rel="nofollow noopener" target="_blank" href="/x">a</a>',
        ),
    ],
)
def test_the_fix_adds_the_word(before: str, after: str, tmp_path: Path) -> None:
    """Beside what stands there already."""
    text = program(f"overview: '{before}'\n")
    expected = ('adds rel="noopener"', program(f"overview: '{after}'\n"), True)
    assert expected == mended(text, tmp_path, "RES710")
    assert [] == found(expected[1], tmp_path)


def test_the_fix_works_within_quotes_that_escape(tmp_path: Path) -> None:
    """The quotes of the attribute are escaped as the others are."""
    text = program("overview: \"<a href='/x' target='_blank'>a</a>\"\n")
    after = program("overview: \"<a href='/x' target='_blank' rel=\\\"noopener\\\">a</a>\"\n")
    assert after == mended(text, tmp_path, "RES710")[1]


@pytest.mark.parametrize(
    "attributes",
    ['target="_blank" rel="noopener"', "target=_blank rel='nofollow NOREFERRER'", 'target="_self"', "rel=x"],
)
def test_what_is_kept_apart_is_fine(attributes: str, tmp_path: Path) -> None:
    """Other targets, and either of the two words."""
    text = program(f"overview: |-\n  <p><a href='/x' {attributes}>a</a></p>\n")
    assert [] == found(text, tmp_path)


def test_a_target_without_an_address_is_fine(tmp_path: Path) -> None:
    """Nothing opens."""
    assert [] == found(program("overview: <p><a target='_blank'>a</a></p>\n"), tmp_path)
