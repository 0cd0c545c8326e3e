"""RES412: a citation holds a DOI, but the reference has no link."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, reference, told, weighed

IMAGE = "image: /img/card-1.png"


def test_the_doi_of_a_citation_is_found_where_it_stands(tmp_path: Path) -> None:
    """The finding points at the DOI within the citation, and the help writes the link."""
    text = reference("reference: Doe, J. (2010). Sleep, 1. doi:10.1000/182.", IMAGE)
    assert [("RES412", Span(24, 46, 24, 57))] == found(text, tmp_path)
    message = "the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened"
    assert [(message, "write link: https://doi.org/10.1000/182")] == told(text, tmp_path)
    assert [("RES412", "warning")] == weighed(text, tmp_path)


@pytest.mark.parametrize("fold", ["{}", ">-\n      {}", '"{}"'])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_it_is_found_within_a_folded_citation(fold: str, newline: str, tmp_path: Path) -> None:
    """Lines that fold, blocks and quotes do not shift the place."""
    citation = fold.format("Doe, J. (2010). Sleep, 1, 1–2.\n      https://doi.org/10.1000/182")
    [(code, span)] = found(reference(f"reference: {citation}", IMAGE).replace("\n", newline), tmp_path)
    line = 26 if fold.startswith(">") else 25
    assert ("RES412", Span(line, 23, line, 34)) == (code, span)


def test_the_doi_of_a_title_counts_where_the_citation_has_none(tmp_path: Path) -> None:
    """A title may hold the DOI; the citation goes before it."""
    text = program(
        "references:\n  - title: Sleep 10.1000/182\n    reference: Doe, J. (2010).\n    image: /img/card-1.png\n"
    )
    assert [("RES412", Span(23, 18, 23, 29))] == found(text, tmp_path)
    message = "the title holds DOI 10.1000/182 but the reference has no link; its card cannot be opened"
    assert [message] == [message for message, _ in told(text, tmp_path)]


@pytest.mark.parametrize("link", ["link:", "link: ''"])
def test_an_empty_link_is_none(link: str, tmp_path: Path) -> None:
    """A link that holds nothing opens nothing."""
    assert ("RES412", Span(24, 16, 24, 27)) in found(
        reference("reference: 10.1000/182", link, IMAGE), tmp_path
    )


def test_a_link_of_any_kind_is_enough(tmp_path: Path) -> None:
    """Where there is a link, or no DOI, nothing is missing."""
    text = reference("reference: Doe, J. (2010). doi:10.1000/182", "link: https://example.org/sleep", IMAGE)
    assert [] == found(text, tmp_path)
    assert [] == found(reference("reference: Doe, J. (2010). Room 10.12, 1000/182.", IMAGE), tmp_path)


def test_the_fix_adds_the_link_behind_the_citation(tmp_path: Path) -> None:
    """A link that is missing is added on a line of its own, and nothing else moves."""
    text = reference("reference: Doe, J. (2010). Sleep, 1. doi:10.1000/182.", IMAGE)
    after = text.replace("10.1000/182.\n", "10.1000/182.\n    link: https://doi.org/10.1000/182\n")
    assert ("adds link: https://doi.org/10.1000/182", after, True) == mended(text, tmp_path, "RES412")
    assert [] == found(after, tmp_path)


@pytest.mark.parametrize("link", ['""', "''"])
def test_the_fix_fills_an_empty_link(link: str, tmp_path: Path) -> None:
    """A link that is there and empty is written, between the quotes that stand there."""
    text = reference("reference: Doe, J. (2010). doi:10.1000/182.", f"link: {link}", IMAGE)
    after = text.replace(f"link: {link}", f"link: {link[0]}https://doi.org/10.1000/182{link[0]}")
    assert ("writes https://doi.org/10.1000/182", after, True) == mended(text, tmp_path, "RES412")
