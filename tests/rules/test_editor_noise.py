"""RES707: what an editor left."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, told, weighed


def test_it_is_told_once_for_each_file(tmp_path: Path) -> None:
    """As a remark at the first of it, with the most frequent named."""
    html = (
        '<p><span style="font-weight: 400;">a</span></p><ul><li aria-level="1" dir="ltr">b</li></ul><p></p>'
    )
    text = program(f"overview: '{html}'\n")
    assert [("RES707", Span(7, 15, 7, 47))] == found(text, tmp_path)
    assert [("RES707", "info")] == weighed(text, tmp_path)
    message = "an editor left in the overview what no reader sees: 1 <span>, 1 aria-level, 1 dir, …"
    assert [(message, "remove it")] == told(text, tmp_path)
    after = program("overview: '<p>a</p><ul><li>b</li></ul>'\n")
    assert ("removes it", after, True) == mended(text, tmp_path, "RES707")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # folded, as the CMS writes it
            '>-\n  <p><span style="font-weight: 400;">a b\n  c </span><span\n  style="font-weight:\n  400;">d</span></p>'
            '\n\n  <p>&nbsp;</p>\n\n  <ul>\n\n  <li aria-level="1">e</li>\n\n  </ul>',
            ">-\n  <p>a b\n  c d</p>\n\n  <ul>\n\n  <li>e</li>\n\n  </ul>",
        ),
        (  # plain
            '<p><span>a\n  b</span></p><p><br></p><p\n  dir="ltr">c</p>',
            "<p>a\n  b</p><p>c</p>",
        ),
        ("'<p><span>it''s</span></p>\n\n  <p></p>'", "'<p>it''s</p>'"),
        ('"<p><span style=\\"font-weight:400\\">a</span>\\n<o:p></o:p></p>"', '"<p>a\\n</p>"'),
        ("|-\n  <p>a</p>\n  <p> </p>\n  <p>b</p>", "|-\n  <p>a</p>\n  <p>b</p>"),
        (">-\n  <p>a</p>\n\n  <span> b</span>\n\n  c <span>\n  </span> d", ">-\n  <p>a</p>\n\n  b\n\n  c d"),
        (">-\n  <p></p>\n\n  <p>a</p>\n\n  <p></p>", ">-\n  <p>a</p>"),
    ],
    ids=["folded", "plain", "single quotes", "double quotes", "literal", "spaces", "first and last"],
)
def test_it_is_removed_from_any_kind_of_scalar(before: str, after: str, tmp_path: Path) -> None:
    """The lines of the file stay as they are where they can; and a second look finds nothing."""
    for newline in ("\n", "\r\n"):
        text = program(f"overview: {before}\n").replace("\n", newline)
        expected = program(f"overview: {after}\n").replace("\n", newline)
        assert expected == mended(text, tmp_path, "RES707")[1]
        assert [] == found(expected, tmp_path)
