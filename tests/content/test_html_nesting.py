"""Which tags of HTML belong together, and which do not nest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.content.html_nesting import Nesting, Slip, nesting
from resilify_cli.content.html_tags import EndTag, Tag, markup

PIECES = st.sampled_from(
    [
        "a ",
        " ",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<div>",
        "</div>",
        "<br>",
        "<a href=x>",
        "</a>",
        "<span>",
        "</span>",
        "<h2>",
        "</h3>",
        "<table>",
        "<td>",
        "</table>",
        "<svg>",
        "</svg>",
        "<xx>",
        "</xx>",
        "<!-- <b> -->",
        "<p ",
        "<a b='",
        "'",
        '"',
        "<",
        ">",
    ]
)


def read(html: str) -> Nesting:
    """Read some HTML."""
    return nesting(html, markup(html))


def slips(html: str) -> list[tuple[Slip, str]]:
    """Return what does not nest, and the tag at fault."""
    return [(fault.slip, html[slice(*fault.tag.extent)]) for fault in read(html).faults]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<b>b</p>", [(Slip.UNCLOSED, "<b>")]),
        ("<div><ul><li>a</div>", [(Slip.UNCLOSED, "<ul>")]),
        ("<ul><li><b>a<li>b</ul>", [(Slip.UNCLOSED, "<b>")]),
        ("<ul><li><b>a<li>b</b></ul>", [(Slip.CROSSED, "</b>")]),
        ("<b>a<i>b<u>c</b></u></i>", [(Slip.CROSSED, "</u>"), (Slip.CROSSED, "</i>")]),
        ("<table><tr><td><b>a<td>b</table>", [(Slip.UNCLOSED, "<b>")]),
        ("<ul><li>a<ul><li>b</li></ul><li>c</ul>", []),
        ("<p>a</p></p>", [(Slip.EMPTY_PARAGRAPH, "</p>")]),
        ("a</img>", [(Slip.STRAY, "</img>")]),
        ("<p>a</ b></p>", []),
        ("<p>a</p><p", [(Slip.UNENDED, "<p")]),
        ("<div>a<b", [(Slip.UNENDED, "<b")]),
        ("<p title='a>b</p>", [(Slip.UNENDED, "<p title='a>b</p>")]),
        ("<p title='a > b'>c</p>", []),
        ("<p data-x='<b>a</b>'>c</p>", []),
        ("<math><mi>x</math>", []),
    ],
)
def test_slips_are_found_as_a_browser_meets_them(html: str, expected: list[tuple[Slip, str]]) -> None:
    """By what ends what, and by what runs on."""
    assert expected == slips(html)


def test_a_tag_knows_its_closing_one() -> None:
    """By where it begins."""
    html = "<p>a<b>b</b><br></p><p>c"
    closing = read(html).closing
    assert {0: "</p>", 4: "</b>"} == {start: html[slice(*end.extent)] for start, end in closing.items()}


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_the_html_each_tag_is_told_once(html: str) -> None:
    """No closing tag ends two elements, none ends before it begins, and no tag has two faults."""
    found = read(html)
    ends = list(found.closing.values())
    assert len(ends) == len({end.extent for end in ends})
    assert all(start < end.extent[0] for start, end in found.closing.items())
    places = [fault.tag.extent for fault in found.faults if fault.slip is not Slip.OUTSIDE_LIST]
    assert len(places) == len(set(places))
    assert all(0 <= start < end <= len(html) for start, end in places)
    known = [piece.extent for piece in markup(html) if isinstance(piece, Tag | EndTag)]
    unended = {fault.tag.extent for fault in found.faults if fault.slip is Slip.UNENDED}
    assert set(places) - unended <= set(known)


def nested(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put sound HTML into an element."""
    names = st.sampled_from(["b", "i", "span", "em", "strong", "u"])
    return st.lists(children, max_size=3).flatmap(
        lambda inner: names.map(lambda name: f"<{name}>{''.join(inner)}</{name}>")
    )


INLINE = st.recursive(
    st.sampled_from(["a", " b", "<br>", "&amp;", "<img alt='x' src='y'>"]), nested, max_leaves=8
)


@given(st.lists(INLINE, max_size=4).map("".join))
def test_what_nests_is_fine(html: str) -> None:
    """However deep, in paragraphs and in lists."""
    assert [] == slips(f"<p>{html}</p><ul><li>{html}</li></ul><div>{html}</div>")


@given(st.lists(INLINE, max_size=4).map("".join), st.data())
def test_without_any_of_its_tags_it_does_not_nest(html: str, data: st.DataObject) -> None:
    """The loss of one tag of an element is always told."""
    whole = f"<p><em>{html}</em></p>"
    names = {"b", "i", "span", "em", "strong", "u"}
    tags = [piece for piece in markup(whole) if isinstance(piece, Tag | EndTag) and piece.name in names]
    start, end = data.draw(st.sampled_from(tags)).extent
    assert [] != slips(whole[:start] + whole[end:])
