"""The links of Markdown bodies."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.links.markdown import find


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("No links here.", []),
        ("[a](https://a.example/x)", [("https://a.example/x", "a")]),
        ('[a](https://a.example/x "title")', [("https://a.example/x", "a")]),
        ("[a](<https://a.example/a b>)", [("https://a.example/a b", "a")]),
        ("[https://a.example](https://a.example)", [("https://a.example", "a")]),
        ("![a](/img/a.png)", [("/img/a.png", "img")]),
        ("[![a](/img/a.png)](https://a.example)", [("/img/a.png", "img"), ("https://a.example", "a")]),
        ("<https://a.example/x>", [("https://a.example/x", "a")]),
        ("See https://a.example/x.", [("https://a.example/x", "a")]),
        ("doi:10.1000/182.", [("https://doi.org/10.1000/182", "a")]),
        ("[a][b]\n\n[b]: https://a.example/x", [("https://a.example/x", "a")]),
        ("[a]\n\n[a]: <https://a.example/x> 'title'", [("https://a.example/x", "a")]),
        ('x <a href="https://a.example">a</a> y', [("https://a.example", "a")]),
        ('<div>\n<img src="https://a.example/i.png">\n</div>', [("https://a.example/i.png", "img")]),
        ("> - [a](https://a.example)", [("https://a.example", "a")]),
        ("a\r\n[b](https://a.example)\r\n", [("https://a.example", "a")]),
        ("&amp; https://a.example/x", [("https://a.example/x", "a")]),
        ("`https://a.example`", []),
        ("    https://a.example", []),
        ("```\nhttps://a.example\n```", []),
    ],
)
def test_links_are_found_as_a_reader_gets_them(body: str, expected: list[tuple[str, str]]) -> None:
    """Inline, by reference, automatic, bare, as HTML; not in code."""
    assert expected == [(url, tag) for url, tag, _ in find(body)]


@pytest.mark.parametrize(
    "body",
    [
        "[a](https://a.example/x)",
        "[https://a.example/x](https://a.example/x)",
        "one [a](https://a.example/x) [b](https://a.example/x)\n",
        "- a\n- <https://a.example/x>\n",
        "> a\n> b https://a.example/x\n",
        "[a][b]\r\n\r\n[b]: https://a.example/x",
        "text\r\n<p>\r\n<a href='https://a.example/x'>a</a>\r\n",
        "&lt; [a](https://a.example/x)",
    ],
)
def test_a_link_stands_where_it_is_written(body: str) -> None:
    """Its extent holds its address, each time that it is written another one."""
    found = find(body)
    assert found
    assert {"https://a.example/x"} == {body[slice(*extent)] for _, _, extent in found}
    assert len({extent for _, _, extent in found}) == len(found)


def test_what_is_read_otherwise_than_it_is_written_stands_behind_what_was_read() -> None:
    """Where an address is written with escapes, the end of what stands before it in its block is pointed at."""
    body = "first\n\nsee [a](https://a.example/\\_x)\n"
    assert [("https://a.example/_x", "a", (11, 11))] == find(body)


def test_a_body_of_brackets_costs_no_time() -> None:
    """A hundred thousand of them are read in a moment, or not at all."""
    start = time.perf_counter()
    for text in ("[", "](", "<a ", "![", "*", "`", "> "):
        find(text * 20_000)
    assert time.perf_counter() - start < 20


@given(st.text(alphabet="[]()<>!`*_ \n\r\t:/hatps.x\"'&;\\", max_size=80))
def test_no_body_breaks_it(body: str) -> None:
    """Whatever stands there, every place lies within it."""
    for _, _, (start, end) in find(body):
        assert 0 <= start <= end <= len(body)
