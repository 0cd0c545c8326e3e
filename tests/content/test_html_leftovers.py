"""What an editor left in HTML, and what is left without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.content.edits import edited, overlap
from resilify_cli.content.html import to_blocks
from resilify_cli.content.html_leftovers import Leftover, leftovers, removals
from resilify_cli.content.html_nesting import nesting
from resilify_cli.content.html_tags import markup


def found(html: str) -> tuple[Leftover, ...]:
    """Return what was left."""
    read = markup(html)
    return leftovers(html, read, nesting(html, read))


def cleaned(html: str) -> str:
    """Return HTML without it."""
    return edited(html, removals(html, (one.edit for one in found(html))))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p><span style="font-weight: 400;">a</span></p>', "<p>a</p>"),
        ("<p>a <span>b</span> c</p>", "<p>a b c</p>"),
        ("<p>a<span> </span>b</p>", "<p>a b</p>"),
        ('<p style="font-weight:normal; color:red">a</p>', '<p style="color:red">a</p>'),
        ('<p style="mso-list: l0; tab-stops: 1in">a</p>', "<p>a</p>"),
        ('<p class="MsoNormal lead">a</p>', '<p class="lead">a</p>'),
        ("<p class='' style=''>a</p>", "<p>a</p>"),
        ('<p dir="ltr" data-contrast="auto" paraid="7">a</p>', "<p>a</p>"),
        ('<b style="font-weight:normal" id="docs-internal-guid-1"><p>a</p></b>', "<p>a</p>"),
        ("<p>a<o:p></o:p></p>", "<p>a</p>"),
        ("<p>a</p><p><span>&nbsp;</span><br></p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a</p>\n<p> </p>\n<p>b</p>\n<p></p>", "<p>a</p>\n<p>b</p>"),
        ("<font>a</font>", "a"),
        ("a<p></p><p></p>b", "a<p></p>b"),
    ],
)
def test_what_an_editor_left_goes(html: str, expected: str) -> None:
    """With the space that would stand twice, and with nothing else."""
    assert expected == cleaned(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p><strong>a <span style="font-weight: 400;">b</span></strong></p>',  # which makes it less bold
        '<h2 style="font-weight: 400;">a</h2>',
        '<p style="font-weight: 700;">a</p>',
        '<span style="font-weight: bold"><i style="font-weight: 400">a</i></span>',
        '<b style="font-weight:normal" class="x">a</b>',
        '<p class="lead" id="top" data-price="7">a</p>',
        '<p dir="rtl">a <i dir="ltr">b</i></p>',
        '<p role="heading" aria-level="2">a</p>',
        '<p style="background: url(a;font-weight: 400)">a</p>',
        "a<p></p>b",  # which keeps the two apart
        '<p>a</p><p id="anchor"></p>',
        "<p>a</p><p><img src=x alt=y></p>",
        "<p></p>",
        "<p><span>a</p>",  # which does not nest
        "<pre>a <span>b</span></pre>",
        "<p>a</p><!-- <span></span> -->",
    ],
)
def test_what_means_something_stays(html: str) -> None:
    """Weight that is seen, names that somebody gave, and what keeps texts apart."""
    assert () == found(html)


WORDS = ["a", " b ", "\n", "&nbsp;", "c", "<br>"]
INLINE = [
    "<span>",
    '<span style="font-weight: 400">',
    "<b>",
    '<i dir="ltr">',
    '<b style="font-weight:normal">',
    "<o:p>",
]
PARAGRAPHS = ["<p>", '<p class="MsoNormal x">', "<p dir=ltr>", '<h2 style="font-weight: 400">']
BOXES = ["<div>", "<li aria-level=1>", "<span>"]
CLOSINGS = ["</span>", "</b>", "</i>", "</p>", "</li>", "</o:p>", "</div>", "</h2>"]
PIECES = st.lists(
    st.sampled_from([*WORDS, *WORDS, *INLINE, *PARAGRAPHS, *BOXES, *CLOSINGS]), max_size=25
).map("".join)


def elements(openings: list[str], children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put HTML into an element."""
    return st.builds(
        lambda tag, inner: f"{tag}{''.join(inner)}</{tag[1:].partition(' ')[0].rstrip('>')}>",
        st.sampled_from(openings),
        st.lists(children, max_size=3),
    )


TEXTS = st.recursive(st.sampled_from(WORDS), lambda inner: elements(INLINE, inner), max_leaves=6)
BLOCKS = st.recursive(elements(PARAGRAPHS, TEXTS) | TEXTS, lambda inner: elements(BOXES, inner), max_leaves=6)
SOUND = st.lists(BLOCKS, max_size=5).map("".join)


def shown(html: str) -> list[tuple[list[str], int]]:
    """Return the words that a reader sees, block for block, and how deep in lists; an empty paragraph is none."""
    return [(block.text.split(), block.depth) for block in to_blocks(html) if block.text.strip()]


@given(SOUND | PIECES)
def test_a_reader_sees_the_same_without_it(html: str) -> None:
    """Word for word, each in its paragraph, whether the tags nest or not."""
    edits = removals(html, (one.edit for one in found(html)))
    assert not overlap(sorted(edits))
    assert shown(html) == shown(edited(html, edits))


@given(SOUND)
def test_a_second_look_finds_nothing(html: str) -> None:
    """All of it goes at once."""
    assert () == found(cleaned(html))


@given(PIECES)
def test_where_tags_do_not_nest_it_ends_all_the_same(html: str) -> None:
    """What belongs together may be seen only once something is gone; each time there is less."""
    while found(html):
        assert len(cleaned(html)) < len(html)
        html = cleaned(html)
