"""RES406: a link is not encrypted, though its host serves https."""

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
    ("link", "why", "is_safe"),
    [
        ("http://www.tandfonline.com/a", "www.tandfonline.com serves https", True),
        ("http://tandfonline.com/a", "tandfonline.com serves https", True),
        ("HTTP://example.org/a", "example.org is called by https elsewhere in the catalogue", False),
        ("http://www.example.org/a", "www.example.org is called by https elsewhere in the catalogue", False),
    ],
)
def test_a_host_that_serves_https_is_called_by_it(link: str, why: str, is_safe: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Of a well-known host that is sure; of one that another link of the catalogue calls so, a guess."""
    meant = f"https{link[4:]}"
    assert [("RES406", Span(25, 11, 25, 15))] == found(linked(link), tmp_path)
    assert [(f"the link is not encrypted, though {why}", f"write {meant}")] == told(linked(link), tmp_path)
    assert [("RES406", "info")] == weighed(linked(link), tmp_path)
    assert (f"writes {meant}", linked(meant), is_safe) == mended(linked(link), tmp_path, "RES406")


@pytest.mark.parametrize(
    "link",
    [
        "https://www.tandfonline.com/a",
        "http://example.com/a",
        "http://sleep.example.org/a",
        "http://localhost/",
    ],
)
def test_what_is_encrypted_or_unknown_is_fine(link: str, tmp_path: Path) -> None:
    """Of a host that nothing is known of, nothing is told; a part of a host is another one."""
    assert [] == found(linked(link), tmp_path)


def test_the_resolver_of_dois_is_told_as_that(tmp_path: Path) -> None:
    """One link is one finding."""
    assert ["RES414"] == [code for code, _ in found(linked("http://doi.org/10.1000/182"), tmp_path)]


def test_the_overview_is_looked_at_and_counts(tmp_path: Path) -> None:
    """A link in it is told, and one by https is what another one goes by."""
    html = "<a href='http://example.com/a'>a</a> <a href='https://example.com/b'>b</a>"
    text = program(f"overview: <p>{html}</p>\n")
    assert [("RES406", Span(7, 23, 7, 27))] == found(text, tmp_path)
    after = text.replace("http://example.com/a", "https://example.com/a")
    assert ("writes https://example.com/a", after, False) == mended(text, tmp_path, "RES406")
