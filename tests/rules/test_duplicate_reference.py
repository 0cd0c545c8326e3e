"""RES544: a work that is cited twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, told, weighed

FIRST = ("A study of sleep", "Doe, J. (2010). Sleep, 1, 1–2.", "https://doi.org/10.1000/ab182")


def cited(*works: tuple[str, str, str]) -> str:
    """Return a program with references, given as title, citation and link, of four lines each from line 23 on."""
    entries = (
        f"  - title: {title}\n    reference: {citation}\n    link: {link}\n    image: /img/card-1.png\n"
        for title, citation, link in works
    )
    return program("references:\n" + "".join(entries))


OTHER = ("Beds", "Roe, R. (2011). Beds, 1, 1–2.", "https://example.org/beds")


@pytest.mark.parametrize(
    "again",
    [
        ("A Study of Sleep.", "Doe J (2010). Sleep 1; 1–2", "https://example.org/sleep"),
        ("A study of sleep", "Doe J et al. Sleep, 2010.", "http://dx.doi.org/10.1000/AB182"),
    ],
)
def test_the_later_of_two_is_found_and_removed(again: tuple[str, str, str], tmp_path: Path) -> None:
    """The same words, whatever stands between them; or the same DOI. It names the first by its number."""
    text = cited(OTHER, FIRST, again)
    span = Span(31, 12, 31, 12 + len(again[0]))
    assert [("RES544", span)] == [one for one in found(text, tmp_path) if one[0] == "RES544"]
    what = "DOI" if "182" in again[2] else "title and citation"
    assert (f"reference 2 has the same {what}", "remove one of the two") in told(text, tmp_path)
    assert ("RES544", "warning") in weighed(text, tmp_path)
    after = cited(OTHER, FIRST)
    assert ("removes the later reference", after, False) == mended(text, tmp_path, "RES544")


def test_one_doi_for_two_titles_is_nobodys_to_choose(tmp_path: Path) -> None:
    """One of the two is wrong; also where the DOI stands in a citation alone."""
    again = ("Beds", "Roe, R. (2011). doi:10.1000/Ab182", "https://example.org/beds")
    text = cited(FIRST, again)
    assert [("reference 1 has the same DOI", "correct the DOI of one of the two")] == told(text, tmp_path)


@pytest.mark.parametrize(
    "again",
    [
        ("A study of sleep", "Roe, R. (2011). Beds, 1, 1–2.", "https://doi.org/10.1000/183"),
        ("A study of sheep", "Doe, J. (2010). Sleep, 1, 1–2.", "https://doi.org/10.1000/183"),
        ("A study of sleep", "Doe, J. (2010). Sleep, 1, 1–3.", "https://example.org/sleep"),
    ],
)
def test_works_that_differ_are_fine(again: tuple[str, str, str], tmp_path: Path) -> None:
    """In the title, the citation, or a page."""
    assert [] == found(cited(FIRST, again), tmp_path)
