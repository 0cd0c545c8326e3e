"""RES407: a link leads to the page that is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, reference, told, weighed

IMAGE = "image: /img/card-1.png"


@pytest.mark.parametrize("link", ["'#'", "'#sleep'"])
def test_a_fragment_alone_is_found(link: str, tmp_path: Path) -> None:
    """It is told once, at the link."""
    text = reference("reference: Doe, J. (2010). Sleep, 1, 1–2.", f"link: {link}", IMAGE)
    assert [("RES407", Span(25, 12, 25, 10 + len(link)))] == found(text, tmp_path)
    message = "the link is only a place on the page that is open, so that it opens nothing"
    assert [(message, "write the whole address, beginning with https://")] == told(text, tmp_path)
    assert [("RES407", "error")] == weighed(text, tmp_path)


def test_the_doi_of_the_citation_may_be_meant(tmp_path: Path) -> None:
    """That is a guess."""
    citation = "reference: Doe, J. (2010). doi:10.1000/182"
    text = reference(citation, "link: '#'", IMAGE)
    after = reference(citation, "link: 'https://doi.org/10.1000/182'", IMAGE)
    assert ("writes https://doi.org/10.1000/182", after, False) == mended(text, tmp_path, "RES407")


@pytest.mark.parametrize("href", ["#", "#gone"])
def test_a_fragment_of_the_overview_is_found(href: str, tmp_path: Path) -> None:
    """Where no such place stands in it."""
    text = program(f"overview: <p id='here'><a href='{href}'>Rest</a></p>\n")
    assert [("RES407", Span(7, 33, 7, 33 + len(href)))] == found(text, tmp_path)


@pytest.mark.parametrize("href", ["#here", "#top", "/sleep#here", "https://example.org/#"])
def test_a_place_that_is_there_is_fine(href: str, tmp_path: Path) -> None:
    """A place of the overview, the top of the page, and another page with a fragment behind it."""
    assert [] == found(program(f"overview: <p id='here'><a href='{href}'>Rest</a></p>\n"), tmp_path)
