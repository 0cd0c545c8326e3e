"""RES507: a space on one side of a slash."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import found, mended, telling, titled, told, weighed


def test_a_space_on_one_side_goes(tmp_path: Path) -> None:
    """At the space, whichever side it is on."""
    text = titled("Worry and/ or Stress /Anxiety")
    assert [("RES507", Span(3, 18, 3, 19))] == found(text, tmp_path)
    message = "2 times in this text a space stands on one side of a slash only"
    assert [(message, "write one on both sides, or none")] == told(text, tmp_path)
    assert [("RES507", "warning")] == weighed(text, tmp_path)
    after = titled("Worry and/or Stress/Anxiety")
    assert ("removes the spaces", after, True) == mended(text, tmp_path, "RES507")


@pytest.mark.parametrize(
    ("text", "column"),
    [("Rest /walk", 21), ("Rest/  walk", 22), ("(Rest)/ walk", 24), ("Rest/ (walk)", 22)],
)
def test_the_space_is_pointed_at(text: str, column: int, tmp_path: Path) -> None:
    """Before or behind the slash."""
    [(code, span)] = [found for found in found(telling(text), tmp_path) if found[0] == "RES507"]
    assert ("RES507", 14, column) == (code, span.line, span.column)


@pytest.mark.parametrize(
    "text",
    [
        "and/or, rest / walk, n/a",
        "rest/\nwalk",
        "A score of 5/ 10, 5 /10 on 12/ 05",
        "a bag w/ notes",
        "Look in /img/card and /r/anxiety or at https://example.org/ today",
        "see example.org/ and more",
        "look in img/cards/ for more",
        "ask: /why",
        "/ rest",
        "the end /",
    ],
)
def test_other_slashes_are_left_alone(text: str, tmp_path: Path) -> None:
    """Even ones, ends of lines, numbers, paths, addresses."""
    assert [] == found(telling(text), tmp_path)
