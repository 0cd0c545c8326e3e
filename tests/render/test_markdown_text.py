"""Text that Markdown shows as it is."""

from __future__ import annotations

import pytest

from resilify_cli.render.markdown_text import emphasised, heading, inline, line_start, link, table


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        (r"\*a\* \_b\_ \`c\` \~\~d\~\~ \|", "*a* _b_ `c` ~~d~~ |"),
        (r"\<b> \&amp; \$x\$", "<b> &amp; $x$"),
        (r"[no] [a]\(b) [a]\: b", "[no] [a](b) [a]: b"),
        (r"https\://a.b www\.a.b", "https://a.b www.a.b"),
        (r"\\x1b \\n \\\\", "\x1b \n \\\\"),
        ("1. # - a! (b): c", "1. # - a! (b): c"),
    ],
)
def test_markup_is_escaped(escaped: str, text: str) -> None:
    """What Markdown could take for markup is escaped, and nothing else."""
    assert escaped == inline(text)


@pytest.mark.parametrize(
    ("escaped", "line"),
    [
        (r"1\. a", "1. a"),
        (r"12\) a", " 12) a"),
        (r"\# a", "# a"),
        (r"\- a", "   - a"),
        (r"\[ ] a", "[ ] a"),
        ("a", "a"),
        ("1 a", "1 a"),
    ],
)
def test_a_line_begins_no_block(escaped: str, line: str) -> None:
    """What would begin a list, a heading or code at the start of a line is escaped."""
    assert escaped == line_start(line)


@pytest.mark.parametrize(
    ("markdown", "text", "level"), [("## Rest", "Rest", 2), (r"# C \#", "C #", 1), ("###### a", "a", 9)]
)
def test_headings(markdown: str, text: str, level: int) -> None:
    """A heading has at most six marks, and those at its end belong to its text."""
    assert markdown == heading(text, level)


@pytest.mark.parametrize(
    ("markdown", "text", "before", "after"),
    [
        ("**calm**", "calm", "", ""),
        (" **calm** ", " calm ", "a", "b"),
        ("**calm**", "calm", "a", "b"),
        ("**(calm)**", "(calm)", " ", " "),
        ("<strong>calm.</strong>", "calm.", "", "b"),
        ("<strong>calm</strong>", "calm", "**a**", ""),
        ("  ", "  ", "", ""),
    ],
)
def test_emphasis_holds_in_any_place(markdown: str, text: str, before: str, after: str) -> None:
    """Delimiters where they are read as such, else tags; spaces stay outside."""
    assert markdown == emphasised(text, "**", before, after)


@pytest.mark.parametrize(
    ("markdown", "text", "address", "look"),
    [
        ("<https://a.b/c_d(e)>", "https://a.b/c_d(e)", "https://a.b/c_d(e)", ""),
        ("[a](https://a.b/%28c%29%20d)", "a", "https://a.b/(c) d", ""),
        ("[a](https://a.b/?c&amp;lt;)", "a", "https://a.b/?c&lt;", ""),
        ("[**a**](mailto:a@b.c)", "a", "mailto:a@b.c", "**"),
        (r"[\[a\]](https://a.b/)", "[a]", "https://a.b/", ""),
        ("a (/img/a.png)", "a", "/img/a.png", ""),
        ("**a** (/a)", "a", "/a", "**"),
        ("/a", "/a", "/a", ""),
    ],
)
def test_links(markdown: str, text: str, address: str, look: str) -> None:
    """A link leads to the web and nowhere else, whatever stands in its text or its address."""
    assert markdown == link(text, address, look)


def test_tables() -> None:
    """A table has a header and a rule that tells the alignment."""
    assert "| A | B |\n| --- | ---: |\n| a | 1 |\n" == table(["A", "B"], [False, True], [["a", "1"]])
