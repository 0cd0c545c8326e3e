"""RES103: the front matter is not YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

UNKNOWN_SLUG = "relatedpost:\n  program:\n    - title: Quiet Evenings\n      slug: quiet-evnings\n"


def test_a_colon_in_a_plain_text_is_found_at_the_colon(tmp_path: Path) -> None:
    """A second colon is reported where it stands, and no field behind it is called missing."""
    text = program("title: Worry: a Calmer Week\n")
    assert [("RES103", Span(3, 13, 3, 14))] == found(text, tmp_path)
    message = (
        "a second colon with a space behind it makes this a field inside a value; the page does not build"
    )
    assert [(message, "put the value between quotes")] == told(text, tmp_path)
    assert [("RES103", "error")] == weighed(text, tmp_path)


def test_an_open_quote_is_found_at_the_quote(tmp_path: Path) -> None:
    """The mistake is where the quote opens, not at the end of the file, where the parser gives up."""
    text = program('title: "A Calmer Week\n')
    assert [("RES103", Span(3, 8, 3, 9))] == found(text, tmp_path)
    message = "the quote that opens here is never closed; the page does not build"
    assert [(message, "close it, or remove it")] == told(text, tmp_path)


def test_a_tab_is_named_as_such(tmp_path: Path) -> None:
    """An indentation by tab is told in plain words."""
    text = program("tags:\n\t- calm\n")
    assert [("RES103", Span(28, 1, 28, 2))] == found(text, tmp_path)
    message = "a tab stands where YAML wants spaces; parsers refuse the file, or misread it"
    assert [(message, "indent with spaces")] == told(text, tmp_path)


@pytest.mark.parametrize(
    "title", ["Worry:now", '"Worry: a Calmer Week"', "It's a Calmer Week", "A Calmer Week # of mine"]
)
def test_what_only_looks_wrong_is_fine(title: str, tmp_path: Path) -> None:
    """A colon without a space, one between quotes, an apostrophe and a comment are YAML."""
    assert [] == found(program(f"title: {title}\n"), tmp_path)


def test_what_stands_before_the_mistake_is_examined(tmp_path: Path) -> None:
    """A mistake on the last line hides nothing above it, with CR LF too."""
    text = program(UNKNOWN_SLUG + "parent: calm: sleep\n").replace("\n", "\r\n")
    assert [("RES301", Span(21, 13, 21, 26)), ("RES103", Span(29, 13, 29, 14))] == found(text, tmp_path)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_only_lf_and_cr_break_a_line(sign: str, tmp_path: Path) -> None:
    """A separator of lines that was pasted in with a text is a character to the site, and no more than unusual."""
    text = program().replace("Notice worry, and", f"Notice worry,{sign}and")
    assert {"RES513"} >= {code for code, _ in found(text, tmp_path)}


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_quote_that_swallows_fields_is_found_at_the_quote(quote: str, newline: str, tmp_path: Path) -> None:
    """The quote that seems to close it opens another value, far below; what was meant is read up to its line's end."""
    text = program(f"image: {quote}calm.png\nparent: {quote}home{quote}\n").replace("\n", newline)
    assert [("RES103", Span(4, 8, 4, 9))] == found(text, tmp_path)
    message = "the quote that opens here is never closed; the page does not build"
    assert [(message, "close it, or remove it")] == told(text, tmp_path)


def test_a_quote_within_an_item_is_found_at_the_quote(tmp_path: Path) -> None:
    """The name of the next field in the same column gives it away."""
    related = "relatedpost:\n  program:\n    - title: 'Easing Worry\n      slug: easing-worry\n"
    text = program(related).replace("tags:", "date: don't\ntags:")
    assert [("RES103", Span(20, 14, 20, 15))] == found(text, tmp_path)


@pytest.mark.parametrize(
    ("title", "column", "message"),
    [
        ("'It's a week'", 11, "the value ends at this quote, but more text follows"),
        ('"A "calm" week"', 11, "the value ends at this quote, but more text follows"),
        ('"A\n  Week: so" it goes', 11, "the value ends at this quote, but more text follows"),
        ("[CBT] for a week", 8, "a value that begins with [ is a list, and text follows its end"),
        ("{CBT} for a week", 8, "a value that begins with { is a mapping, and text follows its end"),
        ("[CBT for a week", 8, "the [ that opens here is never closed"),
        ("*Calm* weeks", 8, "this sign cannot begin a text in YAML"),
        ("> A calmer week", 8, "text stands on the line of a sign that begins a block of text"),
        (
            "A week\n  of: calm",
            3,
            "this line is indented as part of the value above it, which can hold no field",
        ),
        ("A week\nimage:calm.png", 6, "a space is missing behind this colon"),
        ("A week\nimage calm.png", 1, "a colon is missing behind a field name"),
    ],
)
def test_the_mistake_is_told_where_it_began(title: str, column: int, message: str, tmp_path: Path) -> None:
    """Apostrophes, brackets, stars and lost colons: the place and the words are the editor's, not the parser's."""
    text = program().replace("title: A Calmer Week\nimage: calm.png", f"title: {title}")
    line = 4 if "\n" in title else 3
    assert [("RES103", Span(line, column, line, column + 1))] == found(text, tmp_path)
    assert [f"{message}; the page does not build"] == [message for message, _ in told(text, tmp_path)]
