"""RES403: the link of a reference is no web address."""

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


def test_text_behind_an_address_is_found_where_it_begins(tmp_path: Path) -> None:
    """The address before the text is offered without the full stop that ends it."""
    text = linked("https://example.org/sleep. Accessed in May.")
    assert [("RES403", Span(25, 37, 25, 54))] == found(text, tmp_path)
    message = "the link is not a web address: text follows it"
    assert [(message, "write https://example.org/sleep")] == told(text, tmp_path)
    assert [("RES403", "error")] == weighed(text, tmp_path)


@pytest.mark.parametrize(
    ("link", "end", "message"),
    [
        ("mailto:a@example.org", 18, "the link does not begin with http:// or https://, but with 'mailto:'"),
        ("https://", 19, "the link is not a web address: it names no host"),
        ("https://exam_ple..org", 32, "the link is not a web address: 'exam_ple..org' is no host name"),
        ("https://library/x", 28, "the link is not a web address: 'library' is no complete host name"),
        ("see the library", 26, "the link is not a web address"),
        ("/img/card-1.png", 26, "the link is not a web address"),
    ],
)
def test_what_opens_nothing_is_found_at_the_part_that_is_wrong(
    link: str, end: int, message: str, tmp_path: Path
) -> None:
    """Another scheme is reported alone; a host that is none, a bare DOI and prose as a whole."""
    assert [("RES403", Span(25, 11, 25, end))] == found(linked(link), tmp_path)
    assert [(message, "write the whole address, beginning with https://")] == told(linked(link), tmp_path)


@pytest.mark.parametrize(("link", "end"), [("10.1000/182", 22), ("doi:10.1000/182", 26)])
def test_a_doi_by_itself_is_found_with_its_address(link: str, end: int, tmp_path: Path) -> None:
    """A DOI is no web address, but there is one that opens it."""
    assert [("RES403", Span(25, 11, 25, end))] == found(linked(link), tmp_path)
    after = linked("https://doi.org/10.1000/182")
    assert ("writes https://doi.org/10.1000/182", after, True) == mended(linked(link), tmp_path, "RES403")


def test_links_of_the_overview_are_found_at_their_characters(tmp_path: Path) -> None:
    """In the HTML only the address is pointed at and written."""
    text = program(
        "overview: <p><a href='https://example.org read in May'>x</a> <a href='/about'>y</a></p>\n"
    )
    assert [("RES403", Span(7, 42, 7, 54))] == found(text, tmp_path)
    after = text.replace(" read in May", "")
    assert ("writes https://example.org", after, False) == mended(text, tmp_path, "RES403")


def test_a_blank_at_an_end_is_found(tmp_path: Path) -> None:
    """Blanks between the quotes are part of the address."""
    text = linked('" https://example.org/sleep"')
    assert [("RES403", Span(25, 12, 25, 38))] == found(text, tmp_path)
    assert [("the link has a space at its end", "write https://example.org/sleep")] == told(text, tmp_path)


def test_a_folded_address_is_found_at_the_break(tmp_path: Path) -> None:
    """A line break in an address is a space in it; of several references each is told for itself."""
    text = program(
        "references:\n"
        "  - title: One\n    reference: Doe, J. (2010).\n    link: https://example.org/a-long\n      -path\n    image: /img/card-1.png\n"
        "  - title: Two\n    reference: Roe, J. (2011).\n    link: ftp://example.org/\n    image: /img/card-1.png\n"
    ).replace("\n", "\r\n")
    assert [("RES403", Span(25, 37, 26, 12)), ("RES403", Span(30, 11, 30, 15))] == found(text, tmp_path)


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/a?b=c#d",
        "http://localhost:8000/",
        "'https://[2001:db8::1]/'",
        "https://example.org/a%20b(c)",
    ],
)
def test_strange_addresses_that_open_are_fine(link: str, tmp_path: Path) -> None:
    """Queries, ports, literal addresses and brackets belong to web addresses."""
    assert [] == found(linked(link), tmp_path)


@pytest.mark.parametrize(
    ("link", "is_safe"), [("' https://example.org'", True), ("https://example.org read in May", False)]
)
def test_the_fix_leaves_the_address(link: str, is_safe: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """A space at the end is nothing; words behind it are cut as a guess."""
    lines = ("reference: Doe, J. (2010). Sleep, 1, 1–2.", "image: /img/card-1.png")
    text = reference(f"link: {link}", *lines)
    clean = link.replace(" read in May", "").replace("' ", "'")
    assert ("writes https://example.org", reference(f"link: {clean}", *lines), is_safe) == mended(
        text, tmp_path, "RES403"
    )


@pytest.mark.parametrize(
    "behind", [".", ",", ").", ")", ">", "Accessed3March2023", ".Accessed", ",RetrievedMay3,2021"]
)
def test_what_a_sentence_left_behind_an_address_is_found(behind: str, tmp_path: Path) -> None:
    """It came along when the address was copied; that it is no part of it is a good guess."""
    text = linked(f"https://example.org/sleep{behind}")
    assert [("RES403", Span(25, 36, 25, 36 + len(behind)))] == found(text, tmp_path)
    message = f"the link is not a web address: {behind!r} follows it"
    assert [(message, "write https://example.org/sleep")] == told(text, tmp_path)
    after = linked("https://example.org/sleep")
    assert ("writes https://example.org/sleep", after, False) == mended(text, tmp_path, "RES403")


@pytest.mark.parametrize(
    "path",
    [
        "Calm_(band)",
        "Rest_Jr.",
        "how-to-be-Accessed",
        "RetrievedMemories",
        "dataRetrieved",
        "a?q=(b",
        "x.y,z",
    ],
)
def test_marks_and_words_of_a_path_are_fine(path: str, tmp_path: Path) -> None:
    """Brackets that pair, abbreviations, words of a title."""
    assert [] == found(linked(f"https://example.org/{path}"), tmp_path)
