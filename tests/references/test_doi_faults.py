"""DOIs that are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.references import doi
from resilify_cli.references.doi_faults import fault_of_address, faults_in_text, put_right

SICI = "10.1002/1097-4679(197710)33:4<1120::AID-JCLP2270330445>3.0.CO;2-U"
R = "https://doi.org/"


@pytest.mark.parametrize(
    "url",
    [
        f"{R}10.1000/182",
        f"{R}10.1000/182?utm_source=x",
        f"{R}10.1000/182#page",
        f"{R}{SICI}",
        doi.to_url(SICI),
        f"{R}10.1016/S0140-6736(16)31279-X",
        f"{R}doi:10.1000/182",
        f"{R}10/abc12",
        f"{R}10.1000/182 Read in May.",
        "https://www.doi.org/the-identifier/resources",
        "https://example.org/10,1000",
    ],
)
def test_whole_dois_and_other_pages_are_fine(url: str) -> None:
    """Brackets, signs, short DOIs, prose behind it, the pages about DOIs, and what is no resolver."""
    assert None is fault_of_address(url)


@pytest.mark.parametrize(
    ("url", "extent", "message", "meant", "is_sure"),
    [
        (f"{R}abc", (16, 19), "'abc' is no DOI", None, True),
        (
            "https://doi.org",
            (0, 15),
            "the address names no DOI",
            None,
            True,
        ),
        (R, (0, 16), "the address names no DOI", None, True),
        (f"{R}10.1000", (16, 23), "'10.1000' is only the beginning of a DOI", None, True),
        (f"{R}10.1000/", (16, 24), "'10.1000/' is only the beginning of a DOI", None, True),
        (f"{R}{R}10.1000/182", (16, 43), "the address of the DOI stands in it twice", "10.1000/182", True),
        (
            f"{R}https://10.1000/182",
            (16, 35),
            "the address of the DOI stands in it twice",
            "10.1000/182",
            True,
        ),
        (f"{R}10.1/{R}10.1000/2", (16, 46), "the address of the DOI stands in it twice", "10.1000/2", True),
        (f"{R}10.1000/1{R}10.1000/2", (16, 50), "the address of the DOI stands in it twice", None, False),
        (
            f"{R}10.1000/182.",
            (27, 28),
            "'.' stands behind the DOI, and is no part of it",
            "10.1000/182",
            False,
        ),
        (
            f"{R}10.1000/182).",
            (27, 29),
            "').' stands behind the DOI, and is no part of it",
            "10.1000/182",
            False,
        ),
        (
            f"{R}10.1000/182<br>",
            (27, 31),
            "'<br>' stands behind the DOI, and is no part of it",
            "10.1000/182",
            False,
        ),
        (f"{R}10.1000/ 182", (16, 28), "'10.1000/ 182' is no DOI", "10.1000/182", True),
        (f"{R}10.1000/%20182", (16, 30), "'10.1000/ 182' is no DOI", "10.1000/182", True),
        (f"{R}10.1000/182%20", (16, 30), "'10.1000/182 ' is no DOI", "10.1000/182", True),
        (f"{R}10.1000/a%20b", (16, 29), "'10.1000/a b' is no DOI", None, True),
        (f"{R}10,1000/182", (16, 27), "'10,1000/182' is no DOI", "10.1000/182", True),
        ("https://www.doi.org/10.1000", (20, 27), "'10.1000' is only the beginning of a DOI", None, True),
    ],
)
def test_what_is_no_doi_is_told_where_it_goes_wrong(
    url: str,
    extent: tuple[int, int],
    message: str,
    meant: str | None,
    is_sure: bool,  # noqa: FBT001
) -> None:
    """With the one that was meant, where there is one answer."""
    fault = fault_of_address(url)
    assert fault is not None
    assert (extent, message, meant, is_sure) == (fault.extent, fault.message, fault.meant, fault.is_sure)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Doe (2010). doi:10,1000/182.", [((16, 27), "10.1000/182")]),
        ("Doe (2010). DOI: 10.1000\\182, 3", [((17, 28), "10.1000/182")]),
        ("Doe (2010). https://doi.org/10,1000/182", [((28, 39), "10.1000/182")]),
        ("Doe (2010). doi:https://doi.org/10,1000/182", [((32, 43), "10.1000/182")]),
        ("doi:10.1000", [((4, 11), None)]),
        ("doi:10.1000/.", [((4, 12), None)]),
        ("doi:1037/abc0123", [((4, 16), None)]),
        ("doi:10.1000/182. doi:10.1000/183", []),
        ("doi:https://doi.org/10.1000/182", []),
        ("doi: n/a", []),
        ("doi:", []),
        ("doi:10/abc", []),
        (f"doi:{SICI}", []),
        ("10,1000/182", []),
        ("Doing: 10,1000/182", []),
    ],
)
def test_in_a_text_only_what_is_called_a_doi_is_judged(
    text: str, found: list[tuple[tuple[int, int], str | None]]
) -> None:
    """By `doi:` or the resolver's host before it, and where it looks like an attempt at one."""
    assert found == [(fault.extent, fault.meant) for fault in faults_in_text(text)]


@given(st.text("10.,/\\ doi:org()abc%2", max_size=40))
def test_what_is_put_right_is_right(text: str) -> None:
    """Whatever is written: a DOI that was meant is one, and needs no other."""
    meant = put_right(text)
    if meant is not None:
        assert None is fault_of_address(doi.to_url(meant))
        assert [] == list(faults_in_text(f"doi:{meant}"))


@pytest.mark.parametrize("unit", ["doi:", "doi: ", "10.1000/", " ", ")", ".", "doi.org/", "/"])
def test_long_texts_are_read_at_once(unit: str) -> None:
    """No pattern goes back over what it has read again and again."""
    begun = time.perf_counter()
    text = unit * (100_000 // len(unit))
    list(faults_in_text(f"doi:{text}"))
    fault_of_address(R + text)
    assert time.perf_counter() - begun < 5
