"""RES401: the link of a reference is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import found, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."
IMAGE = "image: /img/card-1.png"


def test_an_empty_link_is_found_at_its_quotes(tmp_path: Path) -> None:
    """A link without an address is a warning where it stands."""
    text = reference(CITATION, 'link: ""', IMAGE)
    assert [("RES401", Span(25, 11, 25, 13))] == found(text, tmp_path)
    assert [("the link is empty", "write the address, or remove the link")] == told(text, tmp_path)
    assert [("RES401", "warning")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    ("link", "span"), [("' '", Span(25, 12, 25, 13)), ('"\\t\\n"', Span(25, 12, 25, 16))]
)
def test_blanks_are_no_address(link: str, span: Span, tmp_path: Path) -> None:
    """Blanks are reported where they stand, between the quotes."""
    assert [("RES401", span)] == found(reference(CITATION, f"link: {link}", IMAGE), tmp_path)


def test_the_doi_of_the_citation_is_what_it_should_open(tmp_path: Path) -> None:
    """Where the citation holds a DOI, the help writes its address."""
    text = reference("reference: Doe, J. (2010). doi:10.1000/182", "link: ''", IMAGE)
    assert ("the link is empty", "write https://doi.org/10.1000/182") in told(text, tmp_path)


def test_no_link_at_all_is_no_empty_one(tmp_path: Path) -> None:
    """A reference may do without a link."""
    assert [] == found(reference(CITATION, IMAGE), tmp_path)
