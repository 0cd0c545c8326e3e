"""RES509: a word that falls in two behind its hyphen."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, told, weighed


def test_a_broken_word_is_joined(tmp_path: Path) -> None:
    """At the space, which goes."""
    text = program("title: On Self- compassion\n")
    assert [("RES509", Span(3, 16, 3, 17))] == found(text, tmp_path)
    message = "a space stands behind the hyphen, so that the word falls in two"
    assert [(message, "write Self-compassion")] == told(text, tmp_path)
    assert [("RES509", "warning")] == weighed(text, tmp_path)
    after = program("title: On Self-compassion\n")
    assert ("removes the space", after, True) == mended(text, tmp_path, "RES509")


def test_a_fold_behind_a_hyphen_is_such_a_space(tmp_path: Path) -> None:
    """The lines are joined."""
    text = program("overview: <p>On self-\n  compassion.</p>\n")
    assert [("RES509", Span(7, 22, 8, 3))] == found(text, tmp_path)
    after = program("overview: <p>On self-compassion.</p>\n")
    assert ("removes the space", after, True) == mended(text, tmp_path, "RES509")


@pytest.mark.parametrize(
    "title",
    [
        "Short- and long-term",
        "Pre- or post-natal",
        "Rest - a guide",
        "Low-, mid- and high-level",
        "Pages 12- 14",
        "A- b",
    ],
)
def test_hyphens_that_are_meant_are_fine(title: str, tmp_path: Path) -> None:
    """Suspended ones, dashes, ranges."""
    assert [] == found(program(f"title: {title}\n"), tmp_path)
