"""RES413: the DOI of the citation and that of the link differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import found, reference, told, weighed

IMAGE = "image: /img/card-1.png"
SICI = "10.1002/1097-4679(197710)33:4<1120::AID-JCLP2270330445>3.0.CO;2-U"


def cited(doi: str, link: str) -> str:
    """Return a program whose one reference holds a DOI, and a link on line 25 from column 11."""
    return reference(f"reference: Doe, J. (2010). Sleep, 1. doi:{doi}.", f"link: {link}", IMAGE)


def test_two_dois_of_one_reference_are_found_at_the_link(tmp_path: Path) -> None:
    """Which of the two is right, only a person can tell."""
    text = cited("10.1000/182", "https://doi.org/10.1000/128")
    assert [("RES413", Span(25, 27, 25, 38))] == found(text, tmp_path)
    message = "the citation holds DOI 10.1000/182, but the link opens 10.1000/128"
    hint = "look up which of the two is the work, and write it in both places"
    assert [(message, hint)] == told(text, tmp_path)
    assert [("RES413", "warning")] == weighed(text, tmp_path)


def test_the_address_of_a_publisher_may_name_another_one(tmp_path: Path) -> None:
    """A DOI within any address counts."""
    text = cited("10.1000/182", "https://example.org/doi/10.1000/128")
    assert [("RES413", Span(25, 35, 25, 46))] == found(text, tmp_path)


def test_the_title_may_hold_the_doi(tmp_path: Path) -> None:
    """It is named as what it is."""
    text = reference(
        "reference: Doe, J. (2010). Sleep, 1, 1–2.", "link: https://doi.org/10.1000/128", IMAGE
    ).replace("A study of sleep", "A study of sleep 10.1000/182", 1)
    assert ["the title holds DOI 10.1000/182, but the link opens 10.1000/128"] == [
        message for message, _ in told(text, tmp_path)
    ]


@pytest.mark.parametrize(
    ("doi", "link"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1000/ABC", "https://doi.org/10.1000%2Fabc"),
        ("10.1000/182", "https://doi.org/10.1000/182.ch3"),
        ("10.1000/182.ch3", "https://doi.org/10.1000/182"),
        ("10.1000/182", "https://example.org/doi/10.1000/182/full"),
        ("10.1000/182", "https://doi.org/10.1000/182?a=b"),
        ("10.1000/1 and 10.1000/182", "https://doi.org/10.1000/182"),
        (SICI, f"'https://doi.org/{SICI}'"),
        ("10.1000/182", "https://example.org/sleep"),
    ],
)
def test_what_agrees_is_fine(doi: str, link: str, tmp_path: Path) -> None:
    """Case, encoding, parts of a whole, one of several, and a link that names no DOI."""
    assert [] == found(cited(doi, link), tmp_path)
