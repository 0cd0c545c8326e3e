"""RES414: a DOI is linked by an old address of the resolver."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."
IMAGE = "image: /img/card-1.png"


def linked(link: str) -> str:
    """Return a program whose one reference has a link, its value on line 25 from column 11."""
    return reference(CITATION, f"link: {link}", IMAGE)


@pytest.mark.parametrize(
    "old",
    [
        "http://dx.doi.org/",
        "https://dx.doi.org/",
        "http://doi.org/",
        "https://www.doi.org/",
        "http://doi.org/doi:",
    ],
)
def test_an_old_address_is_found_and_replaced(old: str, tmp_path: Path) -> None:
    """The DOI itself stays as it is written."""
    text = linked(f"{old}10.1002%2Fjclp.1")
    meant = "https://doi.org/10.1002%2Fjclp.1"
    assert [("RES414", Span(25, 11, 25, 11 + len(old)))] == found(text, tmp_path)
    assert [(f"{old} is an old address of https://doi.org/", f"write {meant}")] == told(text, tmp_path)
    assert [("RES414", "info")] == weighed(text, tmp_path)
    assert (f"writes {meant}", linked(meant), True) == mended(text, tmp_path, "RES414")


@pytest.mark.parametrize(
    "link", ["https://doi.org/10.1000/182", "HTTPS://DOI.ORG/10.1000/182", "https://dx.doi.example/10"]
)
def test_the_address_of_today_is_fine(link: str, tmp_path: Path) -> None:
    """In any case; and another host is another host."""
    assert [] == found(linked(link), tmp_path)


def test_one_that_names_no_doi_is_told_as_that_alone(tmp_path: Path) -> None:
    """What goes wrong more is told first."""
    assert ["RES411"] == [code for code, _ in found(linked("http://dx.doi.org/10.1000"), tmp_path)]


def test_the_overview_is_looked_at_too(tmp_path: Path) -> None:
    """The address is written anew within the HTML."""
    text = program("overview: <p><a href='http://dx.doi.org/10.1000/182'>Rest</a></p>\n")
    assert [("RES414", Span(7, 23, 7, 41))] == found(text, tmp_path)
    after = text.replace("http://dx.", "https://")
    assert ("writes https://doi.org/10.1000/182", after, True) == mended(text, tmp_path, "RES414")
