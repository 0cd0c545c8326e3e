"""RES543: a year of which no work can be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from resilify_cli.rules.impossible_year import is_impossible
from rule_findings import found, reference, told, weighed

IMAGE = "image: /img/card-1.png"
LINK = "link: https://example.org/sleep"


def cited(citation: str) -> str:
    """Return a program with a citation: it begins at column 17 of line 24."""
    return reference(f'reference: "{citation}"', LINK, IMAGE)


@pytest.mark.parametrize(
    ("citation", "column"),
    [("Doe, J. (2910). Sleep.", 26), ("Doe, J. (1019b). Sleep.", 26), ("Doe J. Sleep. 2910;1:2.", 31)],
)
def test_a_year_far_off_is_found(citation: str, column: int, tmp_path: Path) -> None:
    """In brackets, or with a volume behind it."""
    text = cited(citation)
    year = citation[column - 17 :][:4]
    assert [("RES543", Span(24, column, 24, column + 4))] == found(text, tmp_path)
    assert [(f"no work can be of the year {year}", "write the year of the work")] == told(text, tmp_path)
    assert [("RES543", "warning")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    "citation",
    [
        "Doe, J. (2010). Sleep.",
        "Burton, R. (1621). The Anatomy of Melancholy.",
        "Doe, J. (n.d.).",
        "Doe J. Sleep, 19(2910), 1–2.",
        "Doe J. Sleep, 19 (2910), 1–2.",
        "Doe J. Sleep. (1280–1300), 2017.",
        "Doe J. Nature (9875).",
        "Doe J. Sleep. 2010;2910:1–2.",
    ],
)
def test_other_numbers_are_fine(citation: str, tmp_path: Path) -> None:
    """Old books, issues, pages, volumes."""
    assert [] == found(cited(citation), tmp_path)


@pytest.mark.parametrize(("year", "expected"), [(1449, True), (1450, False), (2031, False), (2032, True)])
def test_next_year_is_possible(year: int, expected: bool) -> None:  # noqa: FBT001 - a yes or a no
    """What is announced may be cited; what was never printed, not."""
    assert expected is is_impossible(year, dt.date(2030, 12, 31))
