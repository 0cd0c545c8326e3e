"""The beginning of a web address, and how it is misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.references.schemes import SchemeSlip, scheme_slip


@pytest.mark.parametrize(
    ("url", "end", "meant"),
    [
        ("htp://example.org/a", 6, "http://"),
        ("htttps://example.org", 9, "https://"),
        ("hhtps://example.org", 8, "https://"),
        ("htpps://example.org", 8, "https://"),
        ("httsp://example.org", 8, "https://"),
        ("ttp://example.org", 6, "http://"),
        ("http//example.org", 6, "http://"),
        ("https/example.org", 6, "https://"),
        ("https:/example.org", 7, "https://"),
        ("https:///example.org", 9, "https://"),
        ("http:www.example.org", 5, "http://"),
        ("https;//example.org", 8, "https://"),
        ("https.//example.org", 8, "https://"),
        ("https: //example.org", 9, "https://"),
        ("https:\\\\example.org", 8, "https://"),
        ("HTTP:/Example.ORG", 6, "http://"),
        ("httpswww.example.org", 5, "https://"),
        ("http://https://example.org/x", 15, "https://"),
        ("https://http://example.org", 15, "http://"),
        ("https://https//example.org", 15, "https://"),
        ("https://https://https://example.org", 24, "https://"),
    ],
)
def test_a_slip_ends_where_the_host_begins(url: str, end: int, meant: str) -> None:
    """Letters, signs and spaces astray, and a scheme before the scheme."""
    assert SchemeSlip(end, meant, is_sure=True) == scheme_slip(url)


def test_where_both_schemes_are_as_near_it_is_a_guess() -> None:
    """The encrypted one is taken."""
    assert SchemeSlip(8, "https://", is_sure=False) == scheme_slip("httpd://example.org")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://http.example.org/",
        "https://http.example.org/http://example.com",
        "https://example.org/http//example.com",
        "ftp://example.org",
        "mailto:a@example.org",
        "http.example.org",
        "http see www.example.org",
        "html: see www.example.org",
        "http:8080",
        "htp://localhost",
        "https://https",
        "",
    ],
)
def test_what_is_no_slip_is_left_alone(url: str) -> None:
    """Right schemes, other schemes, words, and what has no host behind it."""
    assert None is scheme_slip(url)


@given(st.text("htps:/;. \\w", max_size=30))
def test_whatever_is_written_a_slip_is_at_its_beginning(text: str) -> None:
    """No text makes it raise."""
    slip = scheme_slip(f"{text}example.org")
    assert slip is None or 0 < slip.end <= len(text)
