"""Addresses as written."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.references.url import NamedHost, UrlFaultKind, fault_of, host_of, link_fault


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org/a/b?c=d&e=f#g",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org:8080/x",
        "https://müller.de/ä",
        "https://a_b.example.org/",
        "https://[2001:db8::1]/x",
        "https://doi.org/10.1002/1097-4679(197710)33:4<1120::AID-JCLP2270330445>3.0.CO;2-U",
        "http://psychiatryonline.org/content.aspx?bookid=28&sectionid=1667485",
        "https://example.org/definition/body#",
        "http://localhost:8000/",
    ],
)
def test_a_web_address_is_fine(url: str) -> None:
    """Whatever a browser opens."""
    assert None is fault_of(url)


@pytest.mark.parametrize(
    ("url", "kind", "extent", "instead"),
    [
        ("", UrlFaultKind.EMPTY, (0, 0), None),
        ("  ", UrlFaultKind.EMPTY, (0, 2), None),
        ("example.org/sleep", UrlFaultKind.NO_SCHEME, (0, 17), "https://example.org/sleep"),
        ("www.example.org", UrlFaultKind.NO_SCHEME, (0, 15), "https://www.example.org"),
        ("//example.org/x", UrlFaultKind.NO_SCHEME, (0, 15), "https://example.org/x"),
        ("example.org:80/a", UrlFaultKind.NO_SCHEME, (0, 16), "https://example.org:80/a"),
        ("https://example.org. Accessed in May.", UrlFaultKind.MALFORMED, (20, 37), "https://example.org"),
        ("https://exam ple.org/", UrlFaultKind.MALFORMED, (12, 21), None),
        (" https://example.org", UrlFaultKind.MALFORMED, (0, 20), "https://example.org"),
        ("see: the book", UrlFaultKind.MALFORMED, (4, 13), None),
        ("see the book", UrlFaultKind.MALFORMED, (0, 12), None),
        ("mailto:a@example.org", UrlFaultKind.MALFORMED, (0, 7), None),
        ("javascript:alert(1)", UrlFaultKind.MALFORMED, (0, 11), None),
        ("https://", UrlFaultKind.MALFORMED, (0, 8), None),
        ("https://example", UrlFaultKind.MALFORMED, (0, 15), None),
        ("https://example.org:99999/", UrlFaultKind.MALFORMED, (0, 26), None),
        ("https://a..b/", UrlFaultKind.MALFORMED, (0, 13), None),
        ("https://example.org.", UrlFaultKind.MALFORMED, (0, 20), None),
        ("https://[::1/", UrlFaultKind.MALFORMED, (0, 13), None),
        ("/img/x.png", UrlFaultKind.MALFORMED, (0, 10), None),
        ("brochure.pdf", UrlFaultKind.MALFORMED, (0, 12), None),
        ("10.1000/182", UrlFaultKind.MALFORMED, (0, 11), "https://doi.org/10.1000/182"),
        ("doi:10.1000/182", UrlFaultKind.MALFORMED, (0, 15), "https://doi.org/10.1000/182"),
        ("#", UrlFaultKind.FRAGMENT_ONLY, (0, 1), None),
        ("#works", UrlFaultKind.FRAGMENT_ONLY, (0, 6), None),
        ("htp://example.org", UrlFaultKind.MISSPELT_SCHEME, (0, 6), "http://example.org"),
        ("https:/example.org", UrlFaultKind.MISSPELT_SCHEME, (0, 7), "https://example.org"),
        ("htps://example.org read in May", UrlFaultKind.MISSPELT_SCHEME, (0, 7), "https://example.org"),
        ("htps://exam ple.org", UrlFaultKind.MALFORMED, (11, 19), None),
        ("https://doi.org/10,1000/182", UrlFaultKind.MALFORMED_DOI, (16, 27), "https://doi.org/10.1000/182"),
        ("https://doi.org/10.1000/182 read", UrlFaultKind.MALFORMED, (27, 32), "https://doi.org/10.1000/182"),
    ],
)
def test_what_opens_nothing_is_told(
    url: str, kind: UrlFaultKind, extent: tuple[int, int], instead: str | None
) -> None:
    """How it goes wrong, where in it, and what to write where that is sure."""
    fault = fault_of(url)
    assert fault is not None
    assert (kind, extent, instead) == (fault.kind, fault.extent, fault.instead)


@given(url=st.text())
def test_no_text_breaks_the_check_and_what_it_proposes_is_fine(url: str) -> None:
    """Whatever an editor pastes; and the proposal needs no other."""
    fault = fault_of(url)
    if fault is not None:
        assert 0 <= fault.extent[0] <= fault.extent[1] <= len(url)
        if fault.instead is not None and fault.kind is UrlFaultKind.NO_SCHEME:
            assert fault_of(fault.instead) is None


@pytest.mark.parametrize(
    ("url", "is_sure"),
    [
        ("htps://example.org", True),
        ("httpd://example.org", False),
        ("htps://example.org. Read in May.", False),
        ("https://doi.org/10,1000/182", True),
        ("https://doi.org/10.1000/182.", False),
        (" https://example.org", True),
        ("https://example.org read in May", False),
    ],
)
def test_what_is_a_guess_is_said_to_be_one(url: str, is_sure: bool) -> None:  # noqa: FBT001
    """Words that are cut off, one of two schemes and characters that a DOI might hold are never sure."""
    fault = fault_of(url)
    assert fault is not None
    assert fault.instead is not None
    assert is_sure is fault.is_sure


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("https://WWW.Example.org/a", NamedHost("www.example.org", (8, 23), is_secure=True)),
        ("http://a:b@example.org:80/", NamedHost("example.org", (11, 22), is_secure=False)),
        ("https://example.org. Read in May", NamedHost("example.org", (8, 19), is_secure=True)),
        ("https://[::1]/", None),
        ("example.org", None),
        ("https://./", None),
    ],
)
def test_the_host_of_an_address_is_named(url: str, named: NamedHost | None) -> None:
    """Without user, port and the full stop of a sentence."""
    assert named == host_of(url)


@pytest.mark.parametrize("unit", ["a", ":", "/", " ", ".", "#", "1", "\\", "-", "http:", "doi:", "a."])
def test_long_addresses_are_judged_at_once(unit: str) -> None:
    """No pattern goes back over what it has read again and again."""
    begun = time.perf_counter()
    for start in ("", "https://", "https://doi.org/", "https://doi.org/10.1000/", "htps"):
        fault_of(start + unit * (100_000 // len(unit)))
    assert time.perf_counter() - begun < 5


def test_an_empty_link_is_filled_from_the_citation() -> None:
    """The DOI of the work is what it should open."""
    at = ("references", 0, "link")
    filled, bare = link_fault("", at, "Doe (2010). doi:10.1000/182"), link_fault("", at)
    assert ["write https://doi.org/10.1000/182", "write the address, or remove the link"] == [
        f.help for f in (filled, bare) if f
    ]
    assert None is link_fault("https://example.org", at)


@pytest.mark.parametrize(("link", "is_sure"), [("", True), ("#", False), ("https://doi.org/abc", False)])
def test_a_link_that_names_nothing_may_open_the_doi_of_the_citation(link: str, is_sure: bool) -> None:  # noqa: FBT001
    """That is sure only where nothing else is written."""
    fault = link_fault(link, ("link",), "Doe (2010). doi:10.1000/182")
    assert ("https://doi.org/10.1000/182", is_sure) == ((fault.meant, fault.is_sure) if fault else None)
