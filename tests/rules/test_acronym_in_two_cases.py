"""RES533: an acronym that is written in capitals elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from resilify_cli.rules._registry import find_rule
from rule_findings import found, found_by, mended, told, weighed

OFTEN = "overview: <p>REBT, in short. What REBT is, and how REBT helps.</p>\n"


@pytest.mark.parametrize("written", ["Rebt", "ReBT", "REbt"])
def test_an_acronym_in_another_case_is_found(written: str, tmp_path: Path) -> None:
    """At the word; to write capitals is a guess."""
    text = program(f"title: Arguing with {written} today\n{OFTEN}")
    assert [("RES533", Span(3, 21, 3, 25))] == found(text, tmp_path)
    message = f"{written!r} is written REBT elsewhere in the catalogue"
    assert [(message, "write REBT")] == told(text, tmp_path)
    assert [("RES533", "warning")] == weighed(text, tmp_path)
    after = program(f"title: Arguing with REBT today\n{OFTEN}")
    assert ("writes REBT", after, False) == mended(text, tmp_path, "RES533")


@pytest.mark.parametrize(
    ("title", "overview"),
    [
        ("Rebt", "REBT, or REBT"),
        ("Rebt or Rebt and Rebt", "REBT, REBT and REBT"),
        ("Acta", "ACTA, ACTA, ACTA, and what an acta is"),
        ("Act Now", "ACT is ACT is ACT"),
        ("Who We Are", "WHO says WHO and WHO"),
        ("A Letter to Max", "MAX and MAX and MAX"),
        ("A Ph and an X", "PH, PH, PH, X, X, X"),
        ("Resilience", "RESILIENCE RESILIENCE RESILIENCE"),
        ("https://example.org/Rebt", "REBT, REBT and REBT"),
        ("REBTs", "REBT, REBT and REBT"),
    ],
)
def test_what_may_be_meant_is_fine(title: str, overview: str, tmp_path: Path) -> None:
    """Too seldom in capitals, or no more often; words of their own, names, short and long ones, addresses."""
    text = program(f"title: {title}\noverview: <p>{overview}.</p>\n")
    assert [] == found_by(find_rule("RES533"), text, tmp_path)


def test_credentials_in_citations_are_fine(tmp_path: Path) -> None:
    """PhD and Phd stand there side by side."""
    text = program(OFTEN).replace("Doe, J. (2010). Sleep, 1, 1–2.", "Jo Rebt PhD. Sleep, 1, 1–2.")
    assert [] == found(text, tmp_path)
