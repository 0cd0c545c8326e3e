"""RES402: the link of a reference has no scheme."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import found, mended, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."
IMAGE = "image: /img/card-1.png"


def test_a_bare_host_is_found_with_the_whole_address(tmp_path: Path) -> None:
    """A link that begins with a host is reported as a whole, and the help puts the scheme before it."""
    text = reference(CITATION, "link: example.org/sleep", IMAGE)
    assert [("RES402", Span(25, 11, 25, 28))] == found(text, tmp_path)
    message = "the link has no scheme, so that it opens nothing"
    assert [(message, "write https://example.org/sleep")] == told(text, tmp_path)
    assert [("RES402", "error")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    "link", ["www.example.org", "doi.org/10.1000/182", "Example.ORG?q=1", "example.org:8080/a"]
)
def test_hosts_of_every_dress_are_found(link: str, tmp_path: Path) -> None:
    """A host may stand alone, in capitals, with a port, or be that of the DOI resolver."""
    text = reference(CITATION, f"link: {link}", IMAGE)
    assert [("RES402", Span(25, 11, 25, 11 + len(link)))] == found(text, tmp_path)
    assert [f"write https://{link}"] == [hint for _, hint in told(text, tmp_path)]


@pytest.mark.parametrize("link", ["http://example.com", "HTTPS://example.org/a", "https://münchen.example/ü"])
def test_a_scheme_in_any_case_is_one(link: str, tmp_path: Path) -> None:
    """An address with a scheme is no finding."""
    assert [] == found(reference(CITATION, f"link: {link}", IMAGE), tmp_path)


def test_what_is_no_host_is_another_mistake(tmp_path: Path) -> None:
    """A word is no address at all."""
    assert [("RES403", Span(25, 11, 25, 18))] == found(reference(CITATION, "link: library", IMAGE), tmp_path)


def test_the_fix_puts_the_scheme_before_it(tmp_path: Path) -> None:
    """The address stays between its quotes."""
    text = reference(CITATION, "link: 'example.org/sleep'", IMAGE)
    after = reference(CITATION, "link: 'https://example.org/sleep'", IMAGE)
    assert ("writes https://example.org/sleep", after, True) == mended(text, tmp_path, "RES402")
