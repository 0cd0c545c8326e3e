"""The HTML of overviews."""

from __future__ import annotations

import time

import pytest

from resilify_cli.content.html import to_blocks, to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b>  three</p>\n\n<p>Four</p>", "One two three\nFour"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n  • b\n2. c"),
        ("a &amp; b&nbsp;c &lt;d&gt;", "a & b\xa0c <d>"),
        ("x<script>y</script><style>z</style>", "x"),
        ("x<!-- y -->z<!-- no end <p>lost", "xz"),
        ("plain", "plain"),
        ("</ul></a></b><p>x", "x"),
        ("", ""),
    ],
)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    """Blocks on lines of their own, white space collapsed, markers before items."""
    assert text == to_text(html)


def test_runs_keep_their_look() -> None:
    """Bold, italic and links, also nested."""
    (block,) = to_blocks('a <strong>b <em>c</em></strong> <a href="x">d</a>')
    assert [
        ("a ", False, False, None),
        ("b ", True, False, None),
        ("c", True, True, None),
        (" ", False, False, None),
        ("d", False, False, "x"),
    ] == [(run.text, run.bold, run.italic, run.link) for run in block.runs]


@pytest.mark.parametrize(
    "piece", ["<!--", "<", "<div>", "</", "<a ", "<![", "<?", "<!", "&#", "<a href='", "<a href", "<a b='c"]
)
@pytest.mark.parametrize("end", ["", ">", "'>", "-->"])
def test_no_html_takes_for_ever(piece: str, end: str) -> None:
    """What never closes is looked through once, not once for each opening."""
    start = time.process_time()
    to_text(piece * 5_000 + end)
    assert time.process_time() - start < 5
