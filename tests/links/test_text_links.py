"""Links in running text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.links.text_links import find

SICI = "10.1002/(SICI)1097-4679(199901)55:1<1::AID-JCLP1>3.0.CO;2-T"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing", []),
        ("Doe. doi:10.1000/182.", [("doi", "https://doi.org/10.1000/182", "10.1000/182")]),
        ("Doe. DOI: 10.1000/ABC, and", [("doi", "https://doi.org/10.1000/ABC", "10.1000/ABC")]),
        ("(http://dx.doi.org/10.1000/182)", [("doi", "https://doi.org/10.1000/182", "10.1000/182")]),
        (f"x {SICI}.", [("doi", f"https://doi.org/{SICI}".replace("<", "%3C").replace(">", "%3E"), SICI)]),
        (
            "see https://doi.org/10.1000%2F182.",
            [("doi", "https://doi.org/10.1000%2F182", "https://doi.org/10.1000%2F182")],
        ),
        ("see http://example.org/a_(b).", [("url", "http://example.org/a_(b)", "http://example.org/a_(b)")]),
        ("(see http://example.org/a)", [("url", "http://example.org/a", "http://example.org/a")]),
        (
            "https://pub.example/doi/10.1000/182",
            [("url", "https://pub.example/doi/10.1000/182", "https://pub.example/doi/10.1000/182")],
        ),
        (
            "10.1000/1 and http://a.example/",
            [
                ("doi", "https://doi.org/10.1000/1", "10.1000/1"),
                ("url", "http://a.example/", "http://a.example/"),
            ],
        ),
    ],
)
def test_links_are_found_in_their_dress_and_at_their_characters(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """A DOI becomes the address that opens it; the sentence's punctuation belongs to nothing."""
    assert expected == [(kind, url, text[slice(*extent)]) for kind, url, extent in find(text)]


@given(st.text(alphabet="htps:/10.doi ()<>,;a%"))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever stands there, each link found lies in the text and none meets another."""
    ends = [0]
    for _, url, (start, end) in find(text):
        assert ends[-1] <= start < end <= len(text)
        assert url
        ends.append(end)


@pytest.mark.parametrize(
    "text", ["http://a.example/" + ")" * 100_000, "10.1000/a" + ")" * 100_000, "http://a.b 10.1000/1 " * 5000]
)
def test_no_length_takes_long(text: str) -> None:
    """A hundred thousand brackets, or thousands of links, are read in a moment."""
    start = time.perf_counter()
    assert list(find(text))
    assert time.perf_counter() - start < 2
