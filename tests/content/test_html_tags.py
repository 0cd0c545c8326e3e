"""Tags and attributes of HTML, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.content.html_tags import EndTag, HtmlLink, Tag, Text, anchors, links, markup, tags


def test_tags_and_attributes_have_their_places() -> None:
    """Names in small letters, values resolved, extents as written."""
    html = "<P>x</P>\n<a HREF=\"a&amp;b\" hidden title='t' x=y>"
    first, second = tags(html)
    assert ("p", "<P>", ()) == (first.name, html[slice(*first.extent)], first.attributes)
    expected = [("href", "a&b"), ("hidden", ""), ("title", "t"), ("x", "y")]
    assert expected == [(attribute.name, attribute.value) for attribute in second.attributes]
    written = ['HREF="a&amp;b"', "hidden", "title='t'", "x=y"]
    assert written == [html[slice(*attribute.extent)] for attribute in second.attributes]
    assert "t" == getattr(second.get("title"), "value", None)


def test_markup_is_tags_and_texts_in_order() -> None:
    """Closing tags too; a slash before the `>` means nothing, and comments are left out."""
    html = "a&amp;<B>b<br/><!-- <i> --></B ></ b>"
    expected = [
        Text("a&", 0),
        Tag("b", (), (6, 9)),
        Text("b", 9),
        Tag("br", (), (10, 15)),
        EndTag("b", (27, 32)),
    ]
    assert expected == list(markup(html))
    assert (Text("a", 0),) == markup("a")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="x&amp;y">t</a>', [HtmlLink("x&y", "a", (9, 16))]),
        ("<p>\n<A\n class=c HREF='z'>t</A>", [HtmlLink("z", "a", (22, 23))]),
        ("<img alt=x src=/img/a.png>", [HtmlLink("/img/a.png", "img", (15, 25))]),
        ("<a name=x>t</a><a href>u</a>", []),
        ("<!-- <a href='x'>t</a> -->", []),
        ("no tags", []),
    ],
)
def test_links_stand_where_they_are_written(html: str, found: list[HtmlLink]) -> None:
    """The extent is that of the address, without its quotes."""
    assert found == links(html)


@given(st.text("<>/=\"' ab!-[]\n&;", max_size=60))
def test_whatever_the_html_places_lie_within_it(html: str) -> None:
    """No text makes it raise."""
    for tag in tags(html):
        assert 0 <= tag.extent[0] < tag.extent[1] <= len(html)
        assert all(tag.extent[0] < a.extent[0] < a.extent[1] <= tag.extent[1] for a in tag.attributes)


def test_a_place_is_named_by_its_id_or_its_name() -> None:
    """Of any element; empty and missing ones are no matter."""
    assert frozenset(("a", "b", "c&d")) == anchors("<p id=a name='b'>x</p><a NAME='c&amp;d'></a><p>y</p>")
