"""RES404: a link begins with a misspelt http:// or https://."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."
IMAGE = "image: /img/card-1.png"


def linked(link: str) -> str:
    """Return a program whose one reference has a link, its value on line 25 from column 11."""
    return reference(CITATION, f"link: {link}", IMAGE)


@pytest.mark.parametrize(
    ("link", "width", "meant"),
    [
        ("https//example.org/sleep", 7, "https://example.org/sleep"),
        ("htps://example.org/sleep", 7, "https://example.org/sleep"),
        ("https:www.example.org", 6, "https://www.example.org"),
        ("https;//example.org", 8, "https://example.org"),
        ("http://https://example.org", 15, "https://example.org"),
    ],
)
def test_a_misspelt_scheme_is_found_and_put_right(link: str, width: int, meant: str, tmp_path: Path) -> None:
    """The finding stands at the scheme, and only that is written anew."""
    text = linked(link)
    assert [("RES404", Span(25, 11, 25, 11 + width))] == found(text, tmp_path)
    message = f"the link begins with {link[:width]!r} instead of https://"
    assert [(message, f"write {meant}")] == told(text, tmp_path)
    assert [("RES404", "error")] == weighed(text, tmp_path)
    assert (f"writes {meant}", linked(meant), True) == mended(text, tmp_path, "RES404")


def test_where_two_schemes_may_be_meant_the_fix_is_a_guess(tmp_path: Path) -> None:
    """One letter too many in the place of an s."""
    meant = "https://example.org"
    assert (f"writes {meant}", linked(meant), False) == mended(
        linked("httpd://example.org"), tmp_path, "RES404"
    )


def test_a_link_of_the_overview_is_put_right_where_it_stands(tmp_path: Path) -> None:
    """Character references and all else stay as they are."""
    text = program("overview: <p><a href='https//example.org/?a&b'>Rest &amp; calm</a></p>\n")
    assert [("RES404", Span(7, 23, 7, 30))] == found(text, tmp_path)
    after = text.replace("https//", "https://")
    assert ("writes https://example.org/?a&b", after, True) == mended(text, tmp_path, "RES404")


@pytest.mark.parametrize("link", ["https://http.example.org", "https://example.org/http//a"])
def test_a_right_scheme_is_fine(link: str, tmp_path: Path) -> None:
    """What looks like a scheme farther behind is none."""
    assert [] == found(linked(link), tmp_path)


def test_another_scheme_is_another_mistake(tmp_path: Path) -> None:
    """One that is not nearly http is no slip of it."""
    assert ["RES403"] == [finding.code for finding in findings(linked("ftp://example.org"), tmp_path)]
