"""Parts of pages."""

from __future__ import annotations

import pytest

from resilify_cli.links.fetcher import Answer
from resilify_cli.links.fragments import is_place, judged
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus

URL = "https://example.org/page"


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("", False),
        ("part", True),
        ("m%C3%B6re", True),
        ("!/x", False),
        ("/x", False),
        (":~:text=a", False),
        ("a=b", False),
    ],
)
def test_a_part_is_told_from_what_scripts_and_browsers_read(fragment: str, *, expected: bool) -> None:
    """Routes of scripts, text fragments and parameters are no parts of the page."""
    assert expected == is_place(fragment)


@pytest.mark.parametrize(
    ("html", "fragment", "status"),
    [
        ('<p id="part">', "part", "ok"),
        ("<p id=part>", "part", "ok"),
        ('<a name="part">', "part", "ok"),
        ('<p name="part">', "part", "broken"),
        ('<p id="Part">', "part", "broken"),
        ('<p id="a b">', "a%20b", "ok"),
        ('<p id="a%20b">', "a%20b", "ok"),
        ('<p id="a&amp;b">', "a&b", "ok"),
        ("<p>", "TOP", "ok"),
        ("<!-- <p id='part'> -->", "part", "broken"),
    ],
)
def test_a_part_is_an_id_or_the_name_of_an_anchor(html: str, fragment: str, status: str) -> None:
    """As written, or percent-decoded; case counts, and every page has a top."""
    answer = Answer(200, body=html.encode(), is_whole_html=True)
    result = LinkResult(f"{URL}#{fragment}", LinkKind.URL, LinkStatus.OK)
    assert status == judged(result, fragment, answer).status


def test_where_the_page_is_not_known_whole_nothing_is_said() -> None:
    """What is no HTML, or too long, or not there, lacks nothing."""
    result = LinkResult(f"{URL}#part", LinkKind.URL, LinkStatus.OK)
    assert result == judged(result, "part", Answer(200, body=b"<p>", is_whole_html=False))
    gone = LinkResult(f"{URL}#part", LinkKind.URL, LinkStatus.BROKEN)
    assert gone == judged(gone, "part", Answer(404, body=b"<p>", is_whole_html=True))


def test_the_nearest_part_is_proposed_on_the_page_to_write() -> None:
    """Of a page that has moved, on the new one; where nothing is near, nothing."""
    moved = LinkResult(
        f"{URL}#prat", LinkKind.URL, LinkStatus.REDIRECTED, suggestion="https://example.org/new#prat"
    )
    near = judged(moved, "prat", Answer(200, body=b'<p id="part">', is_whole_html=True))
    assert "https://example.org/new#part" == near.suggestion
    far = judged(moved, "prat", Answer(200, body=b'<p id="zzzz">', is_whole_html=True))
    assert None is far.suggestion


def test_a_page_is_read_in_its_own_letters() -> None:
    """The server says which; an unknown one, or one that reads no pages, is taken for UTF-8."""
    for charset, body in (
        ("latin-1", "<p id='möre'>".encode("latin-1")),
        ("no-such", "<p id='möre'>".encode()),
        ("undefined", "<p id='möre'>".encode()),
        ("idna", "<p id='möre'>".encode()),
        ("Punycode", "<p id='möre'>".encode() + b"a" * 1_000_000),
    ):
        answer = Answer(200, body=body, is_whole_html=True, charset=charset)
        result = LinkResult(f"{URL}#möre", LinkKind.URL, LinkStatus.OK)
        assert "ok" == judged(result, "möre", answer).status
