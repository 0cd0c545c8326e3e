"""The addresses of a program, and the way back to their characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import as_yaml, document, program
from resilify_cli.addresses import Address, AddressKind, addresses
from resilify_cli.content.document import Document
from resilify_cli.content.edits import edited, plan
from resilify_cli.facts import Facts, read_facts

AT = ("overview",)


def with_overview(html: str) -> Facts:
    """Return a program without references that has an overview."""
    return Facts("calm", "calm.md", overview=html)


def test_addresses_come_in_the_order_of_the_page() -> None:
    """Those of the overview, then the link and the image of each reference."""
    facts = read_facts(document(program("overview: <p><a href='https://example.org/a'>a</a></p>\n")))
    assert [
        ("https://example.org/a", AddressKind.LINK, AT, (12, 33)),
        ("https://example.org/sleep", AddressKind.LINK, ("references", 0, "link"), None),
        ("/img/card-1.png", AddressKind.IMAGE, ("references", 0, "image"), None),
    ] == [(one.url, one.kind, one.at, one.extent) for one in addresses(facts)]


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ('<a href="https://example.org">x</a>', [AddressKind.LINK]),
        ('<a href="www.example.org">x</a>', [AddressKind.LINK]),
        ('<a href="//example.org">x</a>', [AddressKind.LINK]),
        ('<a HREF="#">x</a>', [AddressKind.LINK]),
        ('<a href="#x">x</a><p id="y">', [AddressKind.LINK]),
        ('<a href="#x">x</a><p id="x">', []),
        ('<a href="#x">x</a><a name="x">y</a>', []),
        ('<a href="#top">x</a>', []),
        ('<a href="/about">x</a><a href="./b">x</a><a href="../c">x</a><a href="?d">x</a>', []),
        ('<a href="mailto:a@example.org">x</a><a href="tel:1">x</a><a href="SMS:1">x</a>', []),
        ('<a href="javascript:x()">x</a><img src="data:image/png;base64,x">', []),
        ('<img src="/img/a.png"><img src="/IMG/a.png">', [AddressKind.IMAGE, AddressKind.IMAGE]),
        ('<img src="https://example.org/a.png"><img src="www.example.org/a.png">', [AddressKind.LINK] * 2),
        ('<img src="a.png"><img src="/uploads/a.png">', []),
        ('<a href="http://[">x</a>', [AddressKind.LINK]),
        ('<a href="">x</a>', [AddressKind.LINK]),
        ("href and src", []),
    ],
)
def test_what_leads_nowhere_else_is_no_address(html: str, kinds: list[AddressKind]) -> None:
    """Pages of the site, places of the page, mail, telephones and scripts are not looked at as links."""
    assert kinds == [one.kind for one in addresses(with_overview(html))]


def test_a_part_of_an_address_stands_where_html_has_it() -> None:
    """Where character references make the HTML longer, all of the address is pointed at."""
    plain, coded = addresses(
        with_overview('<a href="https://example.org/a">x</a><a href="https://example.org/?a&amp;b">x</a>')
    )
    assert ((17, 28), (46, 74)) == (plain.within((8, 19)), coded.within((8, 19)))
    assert (8, 19) == Address("https://example.org/a", AddressKind.LINK, ("link",)).within((8, 19))


def rewritten(source: Document, address: Address, url: str) -> str:
    """Return a file's text after the step that makes another address of one."""
    planned = plan(source, (address.rewritten(url),))
    assert planned is not None
    return edited(source.text, planned[0])


@pytest.mark.parametrize(
    ("before", "url", "after"),
    [
        ("http://example.org/?a&amp;b", "https://example.org/?a&b", "https://example.org/?a&amp;b"),
        ("http://example.org/?a&b", "https://example.org/?a&b", "https://example.org/?a&b"),
        ("www.example.org", "https://www.example.org", "https://www.example.org"),
        ("", "https://example.org", "https://example.org"),
        ("#", "https://example.org/?a&b", "https://example.org/?a&amp;b"),
    ],
)
def test_a_new_address_is_written_as_html(before: str, url: str, after: str) -> None:
    """What HTML must write as references is so written; what stays the same is not touched."""
    source = document(program(f"overview: <p><a href='{before}'>x</a></p>\n"))
    [link, *_] = addresses(read_facts(source))
    assert source.text.replace(f"'{before}'", f"'{after}'") == rewritten(source, link, url)


@given(
    before=st.text("htps:/.#?&<'\" x", max_size=12), url=st.text("htps:/.#?&<'\" x", min_size=1, max_size=12)
)
def test_whatever_is_written_is_read_again(before: str, url: str) -> None:
    """Any address can be put in the place of any other, in a reference."""
    source = document(
        program(f"references:\n  - title: One\n    link: {as_yaml(before)}\n    image: /img/card-1.png\n")
    )
    [link, *_] = addresses(read_facts(source))
    if before != url:
        after = read_facts(Document(rewritten(source, link, url), source.path))
        assert url == after.references[0].link
