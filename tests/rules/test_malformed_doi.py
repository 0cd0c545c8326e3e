"""RES411: what should be a DOI is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."
IMAGE = "image: /img/card-1.png"
SICI = "10.1002/1097-4679(197710)33:4<1120::AID-JCLP2270330445>3.0.CO;2-U"


def linked(doi: str) -> str:
    """Return a program whose one reference links to a DOI, which stands on line 25 from column 28."""
    return reference(CITATION, f"link: 'https://doi.org/{doi}'", IMAGE)


@pytest.mark.parametrize(
    ("doi", "span", "message"),
    [
        ("abc", Span(25, 28, 25, 31), "'abc' is no DOI; the link opens no work"),
        ("10.1000", Span(25, 28, 25, 35), "'10.1000' is only the beginning of a DOI; the link opens no work"),
        ("", Span(25, 12, 25, 28), "the address names no DOI; the link opens no work"),
    ],
)
def test_a_link_without_a_whole_doi_is_found(doi: str, span: Span, message: str, tmp_path: Path) -> None:
    """Where only a person knows what was meant, the help says what a DOI looks like."""
    assert [("RES411", span)] == found(linked(doi), tmp_path)
    hint = "write https://doi.org/ and the whole DOI, as in https://doi.org/10.1000/182"
    assert [(message, hint)] == told(linked(doi), tmp_path)
    assert [("RES411", "error")] == weighed(linked(doi), tmp_path)


@pytest.mark.parametrize(
    ("doi", "is_safe"),
    [
        ("10,1000/182", True),
        ("10.1000\\182", True),
        ("10.1000/%20182", True),
        ("10.1000/ 182", True),
        ("https://doi.org/10.1000/182", True),
        ("10.1000/182.", False),
        ("10.1000/182)", False),
    ],
)
def test_where_there_is_one_answer_it_is_written(doi: str, is_safe: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """A sign at the end might be part of the DOI, so that to cut it off is a guess."""
    message = "writes https://doi.org/10.1000/182"
    assert (message, linked("10.1000/182"), is_safe) == mended(linked(doi), tmp_path, "RES411")


@pytest.mark.parametrize("doi", [SICI, "10.1016/S0140-6736(16)31279-X", "10/abc", "10.1000/182?a=b"])
def test_strange_dois_are_whole(doi: str, tmp_path: Path) -> None:
    """Brackets and other signs belong to old DOIs."""
    assert [] == found(linked(doi), tmp_path)


def test_the_text_of_a_citation_is_a_warning(tmp_path: Path) -> None:
    """What follows `doi:` there is put right where it stands; the link then still has to be added."""
    text = reference("reference: Doe, J. (2010). doi:10,1000/182.", "link: https://example.org/sleep", IMAGE)
    assert [("RES411", Span(24, 36, 24, 47))] == found(text, tmp_path)
    assert [("'10,1000/182' is no DOI", "write 10.1000/182")] == told(text, tmp_path)
    assert [("RES411", "warning")] == weighed(text, tmp_path)
    after = text.replace("10,1000", "10.1000")
    assert ("writes 10.1000/182", after, True) == mended(text, tmp_path, "RES411")


def test_a_doi_without_a_suffix_in_a_citation_has_no_fix(tmp_path: Path) -> None:
    """Nobody but the editor knows the rest."""
    text = reference("reference: Doe, J. (2010). doi:10.1000", "link: https://example.org/sleep", IMAGE)
    assert [("'10.1000' is only the beginning of a DOI", "write the whole DOI, as in 10.1000/182")] == told(
        text, tmp_path
    )


def test_a_link_of_the_overview_is_found(tmp_path: Path) -> None:
    """At the characters of the DOI."""
    text = program("overview: <p><a href='https://doi.org/10,1000/182'>Rest</a></p>\n")
    assert [("RES411", Span(7, 39, 7, 50))] == found(text, tmp_path)
    after = text.replace("10,1000", "10.1000")
    assert ("writes https://doi.org/10.1000/182", after, True) == mended(text, tmp_path, "RES411")
