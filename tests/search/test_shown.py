"""What a reader sees of a value, and the way back into the value."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.search.shown import Markup, extent_in_raw, one_line

PLAIN, HTML, MARKDOWN = Markup.PLAIN, Markup.HTML, Markup.MARKDOWN


@pytest.mark.parametrize(
    ("raw", "markup", "expected"),
    [
        ("  two\n\twords ", PLAIN, "two words"),
        ("<p>a</p>", PLAIN, "<p>a</p>"),
        ("<p>One</p><p>two &amp; <b>three</b></p>", HTML, "One two & three"),
        ("<ol><li>one<li>two</ol>", HTML, "• one • two"),
        ("<style>p{}</style>seen<script>unseen</script>", HTML, "seen"),
        ("# Head\n\n> *Sleep* **well**, `now`", MARKDOWN, "Head Sleep well, now"),
        ('a [link](https://x.org "t") ![img](a.png)', MARKDOWN, "a link img"),
        ("snake_case 2*3*4 [x] (y)", MARKDOWN, "snake_case 2*3*4 [x] (y)"),
        ("<div>in</div> 1 < 2", MARKDOWN, "in 1 < 2"),
    ],
)
def test_a_value_is_shown_on_one_line(raw: str, markup: Markup, expected: str) -> None:
    """Markup is gone, and white space is one space."""
    assert expected == one_line(raw, markup)


@pytest.mark.parametrize(
    ("raw", "markup", "word", "expected"),
    [
        ("sleep well", PLAIN, "well", "well"),
        (" sleep\n  well", PLAIN, "sleep well", "sleep\n  well"),
        ("<p title='well'>Sleep\nwell</p>", HTML, "well", "well"),
        ("<p>a &amp; b&eacute;te</p>", HTML, "béte", "b&eacute;te"),
        ("caf&eacute; &#8220;x&#8221;", HTML, "café", "caf&eacute;"),
        ("<b>sl</b>eep", HTML, "sleep", "sl</b>eep"),
        ("<ol><li>1 apple</li><li>2 pears • figs</li></ol>", HTML, "2", "2"),
        ("<ol><li>1 apple</li><li>2 pears • figs</li></ol>", HTML, "figs", "figs"),
        ("<script>x &amp; y</script><!-- n -->night &lt;b", HTML, "night", "night"),
        ("&nbsp;late&nbsp;night", HTML, "night", "night"),
        ("a < b <night", HTML, "b", "b"),
        ("[sleep](http://sleep.org) **well**", MARKDOWN, "well", "well"),
        ("## sleep", MARKDOWN, "sleep", "sleep"),
    ],
)
def test_a_word_is_found_in_the_value(raw: str, markup: Markup, word: str, expected: str) -> None:
    """The offsets of a shown word lead to where it is written, markup, line breaks and references included."""
    line = one_line(raw, markup)
    start = line.index(word)
    assert expected == raw[slice(*extent_in_raw(raw, markup, line, (start, start + len(word))))]


def test_a_place_that_is_not_there_is_the_nearest() -> None:
    """Offsets beyond what is written lead to the last place, and to the beginning where nothing is written."""
    assert (2, 3) == extent_in_raw("a b ", PLAIN, "a b c", (4, 5))
    assert (0, 0) == extent_in_raw("<br>", HTML, "x", (0, 1))


PIECES = st.one_of(
    st.sampled_from(
        ["<p>", "</p>", "<ol>", "<li>", "</ol>", "<br>", "<b>", "</b>", "<!-- c -->", "\n", " ", "•"]
    ),
    st.sampled_from(
        ["&amp;", "&eacute;", "&#x41;", "&lt", "&nope;", "&", "<", "<img alt='w'>", "&nbsp;", "<i"]
    ),
    st.sampled_from(["<script>s</script>", "<style>", "</style>", "<template>", "</template>", "<textarea>"]),
    st.text(max_size=6),
    st.text(max_size=6).map(escape),
)


@given(st.lists(PIECES).map("".join))
def test_every_word_of_any_html_is_found_in_it(raw: str) -> None:
    """Whatever the HTML, each shown word lies at its place in the value, but for tags within it."""
    line = one_line(raw, HTML)
    for word in re.finditer(r"[^\W_]+", line):
        start, end = extent_in_raw(raw, HTML, line, word.span())
        assert 0 <= start < end <= len(raw)
        assert word[0][0] in unescape(raw[start:end])
        assert word[0][-1] in unescape(raw[start:end])


@given(st.text(), st.sampled_from([PLAIN, MARKDOWN]))
def test_every_word_of_any_text_is_found_in_it(raw: str, markup: Markup) -> None:
    """Whatever the text, each shown word begins and ends at its place in the value."""
    line = one_line(raw, markup)
    for word in re.finditer(r"[^\W_]+", line):
        start, end = extent_in_raw(raw, markup, line, word.span())
        assert (word[0][0], word[0][-1]) == (raw[start], raw[end - 1])


@pytest.mark.parametrize("unit", ["[", "<", "*", "](", "`", "# ", "<a"])
def test_no_markdown_is_slow(unit: str) -> None:
    """Reading takes time in proportion to the text, whatever is repeated."""
    assert len(one_line(unit * 20_000, MARKDOWN)) <= 20_000 * len(unit)
