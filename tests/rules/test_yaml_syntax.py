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
    assert [("a tab stands where YAML wants spaces; the page does not build", "indent with spaces")] == told(
        text, tmp_path
    )


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
    """A separator of lines that was pasted in with a text is a character like any other to the site."""
    text = program().replace("Notice worry, and", f"Notice worry,{sign}and")
    assert [] == found(text, tmp_path)
