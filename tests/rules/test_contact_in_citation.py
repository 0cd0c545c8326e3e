"""RES541: a telephone number or an e-mail address in a citation."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from rule_findings import findings, found, mended, reference, told, weighed

IMAGE = "image: /img/card-1.png"
LINK = "link: https://example.org/sleep"


def cited(citation: str) -> str:
    """Return a program with a citation: it begins at column 17 of line 24."""
    return reference(f'reference: "{citation}"', LINK, IMAGE)


def contacts(citation: str, folder: Path) -> list[str]:
    """Return the parts of a citation that are found."""
    spans = [(f.code, f.source, f.span) for f in findings(cited(citation), folder)]
    assert {"RES541"} >= {code for code, _, _ in spans}
    return [source[span.column - 1 : span.end_column - 1] for _, source, span in spans]


@pytest.mark.parametrize(
    "contact",
    [
        "Telephone: +44 20 7946 0000",
        "Tel. 020 7946 0000",
        "tel +44 (0)20 7946-0000 (ext. 12)",
        "Voice: 804-555-0100; fax: 804-555-0101",
        "Phone (804) 555-0100",
        "+44 20 7946 0000",
        "(804) 555-0100",
        "804-555-0100",
        "804.555.0100",
        "jo.doe+rest@mail.example.org",
        "E-mail: jo@example.org",
        "Email address: jo@example.org, tel: 804-555-0100",
    ],
)
def test_a_contact_is_found_whole(contact: str, tmp_path: Path) -> None:
    """With its label and its extension, several in a row as one, and taken away where nothing follows."""
    text = cited(f"Jo Doe, Quiet Town. {contact}.")
    assert [contact] == contacts(f"Jo Doe, Quiet Town. {contact}.", tmp_path / "a")
    what = "an e-mail address" if "@" in contact else "a telephone number"
    assert [(f"{what} is published here: {contact!r}", "remove it")] == told(text, tmp_path / "b")
    assert [("RES541", "warning")] == weighed(text, tmp_path / "b")
    assert ("removes it", cited("Jo Doe, Quiet Town."), False) == mended(text, tmp_path / "b", "RES541")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Jo Doe, Quiet Town, jo@example.org.", "Jo Doe, Quiet Town."),
        ("Jo Doe (jo@example.org)", "Jo Doe"),
        ("Jo Doe; jo@example.org", "Jo Doe"),
    ],
)
def test_the_citation_ends_as_it_did(before: str, after: str, tmp_path: Path) -> None:
    """Without what led to the contact."""
    assert ("removes it", cited(after), False) == mended(cited(before), tmp_path, "RES541")


@pytest.mark.parametrize("citation", ["Jo Doe, jo@example.org. Sleep. 2010.", "jo@example.org"])
def test_within_a_citation_and_alone_there_is_no_fix(citation: str, tmp_path: Path) -> None:
    """What follows may belong to it; and an empty citation helps nobody."""
    [finding] = findings(cited(citation), tmp_path)
    assert ("RES541", None) == (finding.code, finding.fix)


@pytest.mark.parametrize(
    "citation",
    [
        "Doe J. Sleep. 2010;85(8):803–813. doi:10.1037/ccp0000224",
        "Doe J. Lancet, 381 (987), 998-1003.",
        "Doe J. Lancet 381 (987) 998-1003.",
        "Doe J. Lancet 381 998-1003, 2010.",
        "Doe J, ISBN 978-0-12-345678-6, ISSN 1234-5678, PMID: 20301506.",
        "Doe J, ORCID 0000-0002-1825-0097.",
        "doi:10.1000/804-555-0100",
        "doi:10.1000/(tel:804-555-0100",
        "https://example.org/@jo/804-555-0100?tel=804-555-0100",
        "Follow @jo_doe on the web, or jo@home.",
        "Voice 12, 804-813 (2010).",
        "Doe J. Journal of Voice. 2010 24 804-813.",
        "Doe J. Cell (2010) 140 313-326.",
        "A rise of +0.5 and +1.96 on the scale.",
        "Telephone counselling, 2010, 12 sessions.",
        "Retrieved 2018-10-24 2019-11-25.",
        "Arden A, B. 2019;81:123–1234567.",
    ],
)
def test_other_numbers_are_fine(citation: str, tmp_path: Path) -> None:
    """Pages, DOIs, ISBNs, dates, addresses."""
    assert [] == contacts(citation, tmp_path)


def test_a_session_may_name_a_helpline(tmp_path: Path) -> None:
    """Only citations are looked at."""
    text = cited("Jo Doe. Sleep. 2010.").replace("Note down three worries", "Call 804-555-0100")
    assert [] == found(text, tmp_path)


@pytest.mark.parametrize("char", ["1", "-", "a", ".", "@", "+", "(", "1-", "a.", "a@", "+1 "])
def test_long_texts_take_no_time(char: str, tmp_path: Path) -> None:
    """Whatever stands in them, a hundred thousand times."""
    text = cited(char * 100_000)
    start = time.perf_counter()
    found(text, tmp_path)
    assert time.perf_counter() - start < 10
