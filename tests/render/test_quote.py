"""The quoted source line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, UNKNOWN_SLUG, hostile_texts
from resilify_cli.diagnostics import Diagnostic, Span
from resilify_cli.render import Screen
from resilify_cli.render.escape import visible
from resilify_cli.render.measure import cell_width
from resilify_cli.render.quote import quote, underlined
from resilify_cli.render.styled import plain


def finding(source: str, column: int, end: int, end_line: int = 1) -> Diagnostic:
    """Return a finding on a line, which begins and ends at columns counted from 1."""
    return replace(UNKNOWN_SLUG, source=source, span=Span(1, column, end_line, end))


@pytest.mark.parametrize(
    ("shown", "carets", "diagnostic"),
    [
        ("slug: calm", "      ^^^^", finding("slug: calm\n", 7, 11)),
        ("slug: calm", "      ^", finding("slug: calm\r\n", 7, 7)),
        ("slug: calm", "          ^", finding("slug: calm", 11, 12)),
        ("slug: calm", "          ^", finding("slug: calm", 40, 50)),
        ("睡眠: 質", "      ^^", finding("睡眠: 質", 5, 6)),
        (r"a\tb: \x1bc", r"   ^", finding("a\tb: \x1bc", 3, 4)),
        (r"a\tb: \x1bc", r" ^^", finding("a\tb: \x1bc", 2, 3)),
        (r"a\tb: \x1bc", r"      ^^^^^", finding("a\tb: \x1bc", 6, 8)),
        ("e\u0301a", " ^", finding("e\u0301a", 3, 4)),
        ("a: >-  ", "   ^^", finding("a: >-  \n", 4, 3, end_line=9)),
    ],
)
def test_carets_stand_under_the_span(shown: str, carets: str, diagnostic: Diagnostic) -> None:
    """Carets stand in the cells of the span, whatever is wide or made visible; a span without extent has one."""
    assert (shown, carets) == underlined(diagnostic, None, "…")


@pytest.mark.parametrize(
    ("shown", "carets", "column", "end"),
    [
        ("one two th…", "^^^", 1, 4),
        ("…wo three…", "    ^^^^^", 9, 14),
        ("…four five", "      ^^^^", 20, 24),
        ("…two three…", " ^^^^^^^^^", 5, 24),
    ],
)
def test_a_long_line_is_cut_around_the_span(shown: str, carets: str, column: int, end: int) -> None:
    """The span stays in sight, with the carets under it."""
    assert (shown, carets) == underlined(finding("one two three four five", column, end), 11, "…")


def test_the_line_number_stands_in_a_gutter() -> None:
    """A quotation is the numbered line between bars."""
    lines = [plain(line) for line in quote(finding("slug: calm", 7, 11), 3, "", Screen())]
    assert ["    |", "  1 | slug: calm", "    |       ^^^^"] == lines


def test_without_a_source_nothing_is_quoted() -> None:
    """Where the line is not known there is no quotation."""
    assert [] == list(quote(finding("", 1, 1), 3, "", Screen()))


@QUICK
@given(hostile_texts, hostile_texts.filter(bool), hostile_texts, st.none() | st.integers(12, 60))
def test_carets_are_as_wide_as_what_is_above(
    before: str, inside: str, behind: str, width: int | None
) -> None:
    """The carets begin under the span's first character, and no line is wider than the screen."""
    before, inside, behind = (
        text.replace("\u200d", "").replace("\ufe0f", "") for text in (before, inside, behind)
    )
    start = len(before) + 1
    shown, carets = underlined(finding(f"{before}{inside}{behind}.", start, start + len(inside)), width, "…")
    place = len(carets) - len(carets.lstrip())
    left = next(index for index in range(len(shown) + 1) if cell_width(shown[:index]) >= place)
    assert cell_width(shown[:left]) == place
    assert shown[left:].lstrip("…")[:1] == visible(f"{inside}.")[:1] or cell_width(visible(inside)[:1]) == 0
    assert width is None or max(cell_width(shown), len(carets)) <= width
