"""DOIs in whatever dress."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.references import doi

SICI = "10.1002/1097-4679(197710)33:4<1120::AID-JCLP2270330445>3.0.CO;2-U"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("doi:10.1037/ccp0000224", [("10.1037/ccp0000224", (4, 22))]),
        ("See (DOI: 10.1136/gut.50.4.471).", [("10.1136/gut.50.4.471", (10, 30))]),
        ("10.1016/S0140-6736(16)31279-X.", [("10.1016/S0140-6736(16)31279-X", (0, 29))]),
        (f"https://doi.org/{SICI}.", [(SICI, (16, 16 + len(SICI)))]),
        ("10.1016/0005-7967(85)90010(x))", [("10.1016/0005-7967(85)90010(x)", (0, 29))]),
        ("10.1002/jclp.22328, 73, 3", [("10.1002/jclp.22328", (0, 18))]),
        ("<a href='x'>10.1000/182</a>", [("10.1000/182", (12, 23))]),
        ("10.1000/182<br/>more", [("10.1000/182", (0, 11))]),
        ("10.1000/182&nbsp;", [("10.1000/182", (0, 11))]),
        ("“10.1000/182”", [("10.1000/182", (1, 12))]),
        ("10.1000/1 and 10.1000/2;", [("10.1000/1", (0, 9)), ("10.1000/2", (14, 23))]),
        ("10.1000.10/123", [("10.1000.10/123", (0, 14))]),
        ("10.100/x", []),
        ("10.1000/", []),
        ("10.1000/.", []),
        ("version 1.10.1000/x", []),
        ("x10.1000/x", []),
        ("", []),
    ],
)
def test_a_doi_is_found_without_the_sentence_around_it(
    text: str, found: list[tuple[str, tuple[int, int]]]
) -> None:
    """Closing punctuation and markup are none of it; brackets that it opens itself are."""
    assert found == [(one.doi, one.extent) for one in doi.find(text)]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "10.1000/182"),
        ("https://www.doi.org/doi:10.1000/182", "10.1000/182"),
        ("HTTPS://DOI.ORG/10.1002%2FABC", "10.1002/ABC"),
        ("//doi.org/10.1000/182", "10.1000/182"),
        (doi.to_url(SICI), SICI),
        ("https://doi.org/", None),
        ("https://doi.org/the-handbook", None),
        ("https://example.org/10.1000/182", None),
        ("https://doi.org.example.org/10.1000/182", None),
    ],
)
def test_the_resolver_s_addresses_name_a_doi(url: str, expected: str | None) -> None:
    """Old and new, percent-encoded or not."""
    assert expected == doi.doi_of(url)


def test_an_address_keeps_what_it_can_hold() -> None:
    """Only what an address cannot hold is encoded."""
    assert (
        "https://doi.org/10.1002/1097-4679(197710)33:4%3C1120::AID-JCLP2270330445%3E3.0.CO;2-U"
        == doi.to_url(SICI)
    )


@given(
    suffix=st.text(st.sampled_from("abcXYZ019().-_;:<>/"), min_size=1, max_size=20).filter(
        lambda text: text[-1].isalnum()
    )
)
def test_a_doi_survives_its_own_address(suffix: str) -> None:
    """Whatever a DOI holds, the address made of it names that DOI."""
    assert f"10.1000/{suffix}" == doi.doi_of(doi.to_url(f"10.1000/{suffix}"))


@given(text=st.text())
def test_what_is_found_stands_where_it_is_said_to(text: str) -> None:
    """In any text, a found DOI is exactly the characters of its extent."""
    for one in doi.find(text + " 10.1000/abc"):
        assert one.doi == (text + " 10.1000/abc")[slice(*one.extent)]
