"""RES701: tags that do not nest."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, told, weighed


def overview(html: str) -> str:
    """Return a program with an overview in single quotes, which begins at column 12."""
    return program(f"overview: '{html}'\n")


@pytest.mark.parametrize(
    ("html", "place", "said"),
    [
        (
            "<p>a <b>b</p><p>c</p>",
            (5, 8),
            ("error", "<b> is never closed, so that all that follows is bold", "write </b> where it ends"),
        ),
        (
            "<p>a <a href=/x>b</p>",
            (5, 16),
            (
                "error",
                "<a> is never closed, so that all that follows is part of the link",
                "write </a> where it ends",
            ),
        ),
        (
            "<p>a <tt>b</p>",
            (5, 9),
            (
                "error",
                "<tt> is never closed, so that all that follows is set like it",
                "write </tt> where it ends",
            ),
        ),
        (
            "<p>a</p><ul><li>b</li>",
            (8, 12),
            (
                "error",
                "<ul> is never closed, so that the rest of the page lands inside it",
                "write </ul> where it ends",
            ),
        ),
        (
            "<p>a <span>b</p>",
            (5, 11),
            ("warning", "<span> is never closed; a browser ends it at </p>", "write </span> where it ends"),
        ),
        (
            "<a href=/x>a <a href=/y>b</a>",
            (0, 11),
            ("warning", "<a> is never closed; a browser ends it at <a>", "write </a> where it ends"),
        ),
        (
            "<h2>a<h3>b</h3>",
            (0, 4),
            ("warning", "<h2> is never closed; a browser ends it at <h3>", "write </h2> where it ends"),
        ),
        (
            "<p>a</b></p>",
            (4, 8),
            ("warning", "</b> has no opening tag, so that it ends nothing", "remove it"),
        ),
        (
            "<p>a</p></div>",
            (8, 14),
            (
                "error",
                "</div> has no opening tag, and may close what the page has around the overview",
                "remove it",
            ),
        ),
        (
            "<p>a</br>b</p>",
            (4, 9),
            ("warning", "</br> is no closing tag; a browser takes it for a line break", "write <br>"),
        ),
        (
            "a</p>",
            (1, 5),
            ("info", "a browser makes an empty paragraph of this </p>, which has no <p>", "remove it"),
        ),
        (
            "<p>a<ul><li>b</ul></p>",
            (18, 22),
            (
                "info",
                "a browser makes an empty paragraph of this </p>, which has no <p>: <ul> had ended the paragraph",
                "remove it",
            ),
        ),
        (
            "<b>a<i>b</b></i>",
            (12, 16),
            ("warning", "<i> begins inside <b>, and ends outside it", "write </i> before </b>"),
        ),
        (
            "<p>a<i>b<p>c</i>",
            (12, 16),
            (
                "warning",
                "<i> begins before <p>, which ends what it stands in, and ends after that",
                "write </i> before <p>",
            ),
        ),
        ("<h2>a</h3>", (5, 10), ("warning", "</h3> ends the heading <h2>", "write </h2>")),
        (
            "<p>a</p><li>b</li>",
            (8, 12),
            ("warning", "the list item stands in no list", "put <ul> and </ul> around the items"),
        ),
        (
            "<p>a</p><p b",
            (8, 10),
            (
                "error",
                "the tag <p has no > of its own: what follows is taken for a part of it, and not shown",
                "end it with >, and close its quotes",
            ),
        ),
        (
            "<p>a <em b</em> c</p>",
            (5, 8),
            (
                "error",
                "the tag <em has no > of its own: what follows is taken for a part of it, and not shown",
                "end it with >, and close its quotes",
            ),
        ),
        (
            '<p>a <a href="/x>b</a> <i class="c">d</i></p>',
            (5, 7),
            (
                "error",
                "the tag <a has no > of its own: what follows is taken for a part of it, and not shown",
                "end it with >, and close its quotes",
            ),
        ),
    ],
)
def test_it_is_found_where_it_stands(
    html: str, place: tuple[int, int], said: tuple[str, str, str], tmp_path: Path
) -> None:
    """At the tag that is at fault, as grave as what a browser makes of it."""
    ours = [finding for finding in findings(overview(html), tmp_path) if finding.code == "RES701"]
    assert [(Span(7, 12 + place[0], 7, 12 + place[1]), *said)] == [
        (one.span, one.severity, one.message, one.help) for one in ours[:1]
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<p>b",
        "<ul><li>a<li>b<ul><li>c</ul></ul>",
        "<dl><dt>a<dd>b</dl>",
        "<table><tr><td>a<td>b<tr><td>c</table>",
        "<b><p>a</p></b>",
        "<p>a<br>b<br/>c<hr>d",
        "<p>1 < 2, <3 and > 4",
        "<p>a<!-- <b> --></p>",
        "<P>a <B>b</b></P>",
        "<svg><path/><g></svg>",
        "<p>a <x-y>b</x-y></p>",
        "<a href=/x><div>a</div></a>",
        "<div><p>a</div>",
    ],
)
def test_what_html_allows_is_fine(html: str, tmp_path: Path) -> None:
    """Closing tags that may be left out, empty elements, signs that are no tags, comments, drawings."""
    assert [] == found(program(f"overview: |-\n  {html}\n"), tmp_path)


@pytest.mark.parametrize(
    ("html", "after", "is_safe", "message"),
    [
        ("<p><b>a</p><p>b</p>", "<p><b>a</b></p><p>b</p>", False, "writes </b>"),
        ("<p><cite>a</p>", "<p><cite>a</cite></p>", True, "writes </cite>"),
        ("<div><p>a</p>", "<div><p>a</p></div>", False, "writes </div>"),
        ("<p>a</p><ul><li>b</li>", "<p>a</p><ul><li>b</li></ul>", False, "writes </ul>"),
        ("<i><h2>a</i>", "<i><h2>a</h2></i>", False, "writes </h2>"),
        ("<ul><li><ul><li>a</li></li></ul>", "<ul><li><ul><li>a</li></ul></li></ul>", False, "writes </ul>"),
        ("<p>a</b></p>", "<p>a</p>", True, "removes it"),
        ("<p>a</p></div>", "<p>a</p>", False, "removes it"),
        ("<p>a<ul><li>b</ul></p>", "<p>a<ul><li>b</ul>", True, "removes it"),
        ("<p>a</br>b</p>", "<p>a<br>b</p>", True, "writes <br>"),
        ("<b>a<i>b</b></i>", "<b>a<i>b</i></b>", True, "writes </i></b>"),
        ("<h2>a</h3>", "<h2>a</h2>", True, "writes </h2>"),
    ],
)
def test_where_one_answer_is_right_there_is_a_fix(
    html: str, after: str, *, is_safe: bool, message: str, tmp_path: Path
) -> None:
    """Safe where a browser shows the same before and after; and nothing more is found then."""
    assert (message, overview(after), is_safe) == mended(overview(html), tmp_path, "RES701")
    assert [] == found(overview(after), tmp_path)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a <b>b</p>",
        "<p>a</p><ul><li>b</li><p>c</p>",
        "<p>a</p><li>b</li>",
        "<b>a<i>b</b> c</i>",
        "<p>a</p><p b",
        "<p>a<p>b <div>c",
    ],
)
def test_where_nobody_can_know_there_is_none(html: str, tmp_path: Path) -> None:
    """An element that begins in the midst of a text may end anywhere in it."""
    assert [None] == [finding.fix for finding in findings(overview(html), tmp_path)]


def test_what_follows_a_tag_without_an_end_is_not_judged(tmp_path: Path) -> None:
    """A browser sees none of it, so that one mistake is told once."""
    told_of = weighed(overview('<div><p>a <b>b</b> <a href="/x>c</a></p></div>'), tmp_path)
    assert [("RES701", "error")] == [one for one in told_of if one[0].startswith("RES7")]


def test_a_name_that_is_none_of_htmls_is_told_as_that(tmp_path: Path) -> None:
    """The closing tag beside it belongs to it."""
    assert [["RES712"], ["RES712"]] == [
        [code for code, _ in found(overview(html), tmp_path)]
        for html in ("<p><stong>a</strong></p>", "<p><strong>a</stong></p>")
    ]


def test_too_deep_is_not_judged(tmp_path: Path) -> None:
    """A browser stops nesting at some depth, and so does the rule."""
    assert len(told(overview("<b>" * 2000), tmp_path)) < 300
