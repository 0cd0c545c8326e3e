"""Rows and pages as Markdown, read back by another Markdown reader."""

from __future__ import annotations

import re
from html import unescape as from_html

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from render.samples import QUICK, column_of, hostile_texts, listing, page, page_of, paragraph, rows, steers
from resilify_cli.page import Heading, Paragraph, Run
from resilify_cli.render.escape import visible
from resilify_cli.report import Column, Report, Table, Text

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

THREE = Report([], Table(listing().table.columns, listing().table.rows[5:8]))

TABLE = r"""
| # | Slug | Title | Categories | Sessions |
| ---: | --- | --- | --- | ---: |
| 106 | a-kinder-inner-voice | A Kinder Inner Voice | Mental Health, Personal Growth | 8 |
| 107 | hostile | [red]x[/b] \\x1b]0;t\\x07 [no]\\tT | [b]Odd[/b] | 1 |
| 108 | carrying-on-after-a-loss | Carrying On After the Loss of Somebody Close | Grief | 11 |
""".removeprefix("\n")

PAGE = r"""
# Easing Everyday Worry

- **Slug:** easing-everyday-worry
- **Categories:** Mental Health, Personal Growth
- **Tags:**

## Overview

Worry is a habit of the mind, and **habits can be changed**. This program shows how, in ten short sessions; each takes *a quarter of an hour* and ends with something to try.

What is in it:

- to notice worry when it starts, before it takes the evening away
  - to ask for help: [a guide](https://example.org/guide)

It takes [red]time[/red] \\x1b[2J and 睡眠.

## Sessions

9. **Noticing**

   Write down when a thought turns into a worry, without judging it.

10. **Letting Go**

### Related

- ✓ Quiet Evenings
- ✗ Nobody quiet-evnings

# Quiet Evenings

first line\
second line

<https://doi.org/10.1000/182>
""".removeprefix("\n")


def cells(document: str) -> list[str]:
    """Return the text of each cell below a table's header, and demand that it is nothing but text."""
    found = re.findall(r"<td[^>]*>(.*?)</td>", READER.render(document), flags=re.DOTALL)
    assert not any("<" in cell for cell in found)
    return [from_html(cell) for cell in found]


def words(text: str) -> list[str]:
    """Return the words of a text that is shown."""
    return visible(text).split()


def shown(document: str, tag: str) -> list[str]:
    """Return the words in the one element that a document is, and demand that it holds no other but line breaks."""
    html = READER.render(document).replace("<br />", " ").strip()
    match = re.fullmatch(rf"<{tag}>([^<]*)</{tag}>", html)
    assert match, html
    return from_html(match[1]).split()


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def test_rows_are_a_table() -> None:
    """Rows are a GFM table under their headings, numbers to the right, nothing cut."""
    assert TABLE == rows(THREE, "markdown", 40)


def test_a_page_is_a_document() -> None:
    """A page has its headings, lists, emphasis and links as Markdown has them."""
    assert PAGE == rows(page(), "markdown")


def test_marks_and_links_of_a_cell() -> None:
    """What is marked in a cell is strong, and a cell that leads somewhere is a link."""
    row = (Text("calm evenings", marks=((0, 4),)), Text("a [b]", link="https://example.org/a_(b)|c"))
    report = Report([], Table((Column("a", "A"), Column("b", "B")), (row,)))
    assert (
        r"| **calm** evenings | [a \[b\]](https://example.org/a_%28b%29%7Cc) |"
        == rows(report, "markdown").splitlines()[2]
    )


def test_a_link_without_a_text_shows_its_address() -> None:
    """Where a link has no text to follow it by, there is its address."""
    assert "<https://example.org>\n" == rows(
        page_of(paragraph(Run(" ", link="https://example.org"))), "markdown"
    )


def test_an_address_is_a_link_only_where_it_leads_to_the_web() -> None:
    """An address of another kind stands behind its text, as text."""
    run = Run("here", link="javascript:alert(1)")
    assert "here (javascript:alert(1))\n" == rows(page_of(paragraph(run)), "markdown")


def test_emphasis_does_not_depend_on_its_neighbours() -> None:
    """Where Markdown would not read delimiters as emphasis, there are tags."""
    runs = (
        Run("(n.b.)", bold=True),
        Run("calm"),
        Run("!", italic=True),
        Run(" both ", bold=True, italic=True),
    )
    document = rows(page_of(Paragraph(runs)), "markdown")
    assert "**(n.b.)**" not in document
    assert "<p><strong>(n.b.)</strong>calm<em>!</em> <strong><em>both</em></strong></p>\n" == MarkdownIt(
        "commonmark"
    ).render(document).replace("<em><strong>both</strong></em>", "<strong><em>both</em></strong>")


def test_an_exclamation_mark_before_a_link_makes_no_image() -> None:
    """A link stays a link."""
    document = rows(page_of(paragraph("Look!", Run("here", link="https://example.org"))), "markdown")
    assert '<p>Look!<a href="https://example.org">here</a></p>\n' == READER.render(document)


def test_brackets_and_parentheses_of_two_runs_make_no_link() -> None:
    """What would be a link over the border of two runs is text."""
    assert ["[a](https://b.c)"] == shown(rows(page_of(paragraph("[a]", "(https://b.c)")), "markdown"), "p")


def test_lists_nest() -> None:
    """Items stand within items, and a paragraph within its item, as on the screen."""
    document = rows(
        page_of(
            paragraph("one", marker="10."),
            paragraph("more", indent=1),
            paragraph("inner", indent=2, marker="3."),
            paragraph("bullet", indent=3, marker="•"),
            paragraph("two", marker="11."),
            paragraph("after"),
        ),
        "markdown",
    )
    html = re.sub(r"\s+", "", READER.render(document))
    inner = '<olstart="3"><li><p>inner</p><ul><li>bullet</li></ul></li></ol>'
    assert (
        f'<olstart="10"><li><p>one</p><p>more</p>{inner}</li><li><p>two</p></li></ol><p>after</p>'
        == html.replace("<li>inner<ul>", "<li><p>inner</p><ul>")
    )


@QUICK
@given(st.lists(hostile_texts, min_size=1, max_size=3))
def test_hostile_cells_are_only_text(texts: list[str]) -> None:
    """Another reader sees a table of as many rows, and in each cell what is visible of the text."""
    document = rows(column_of(texts), "markdown")
    assert [words(text) for text in texts] == [cell.split() for cell in cells(document)[1::3]]
    assert not steers(document.replace("\n", ""))


@QUICK
@given(hostile_texts.filter(lambda text: bool(_flat(text).strip())))
def test_hostile_text_of_a_page_is_only_text(text: str) -> None:
    """A heading, a paragraph and a list item hold nothing but what is visible of the text."""
    flat = _flat(text)
    assert words(flat) == shown(rows(page_of(Heading(flat, 2)), "markdown"), "h2")
    assert words(flat) == shown(rows(page_of(paragraph(flat)), "markdown"), "p")
    item = READER.render(rows(page_of(paragraph(flat, marker="•")), "markdown"))
    assert (
        words(flat) == from_html(item.strip().removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>")).split()
    )


@QUICK
@given(st.lists(hostile_texts, min_size=1, max_size=3))
def test_hostile_lines_are_only_text(lines: list[str]) -> None:
    """Whatever begins a line of a paragraph, it begins no list, heading, quotation, table or code."""
    text = "\n".join(lines).replace("\r", " ")
    html = READER.render(rows(page_of(paragraph(text)), "markdown"))
    assert set(re.findall(r"<[^>]*>", html)) <= {"<p>", "</p>", "<br />"}
    assert [word for line in text.split("\n") for word in words(line)] == from_html(
        re.sub("<[^>]*>", " ", html)
    ).split()


@QUICK
@given(st.lists(st.tuples(hostile_texts, st.booleans(), st.booleans(), st.booleans()), max_size=4))
def test_hostile_runs_keep_their_text(parts: list[tuple[str, bool, bool, bool]]) -> None:
    """However runs of different looks follow each other, their text is what is read, and links are the given ones."""
    address = "https://example.org/"
    runs = [
        Run(text, bold, italic, address if linked and text.strip() else None)
        for text, bold, italic, linked in ((_flat(text), *looks) for text, *looks in parts)
    ]
    html = READER.render(rows(page_of(Paragraph(tuple(runs))), "markdown"))
    assert "".join(words("".join(run.text for run in runs))) == "".join(
        from_html(re.sub("<[^>]*>", "", html)).split()
    )
    assert set(re.findall(r"<[^>]*>", html)) <= {
        *("<p>", "</p>", "<em>", "</em>", "<strong>", "</strong>", f'<a href="{address}">', "</a>")
    }
