"""Comments on pull requests, read back by another Markdown reader."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape as from_html

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from render.samples import QUICK, UNKNOWN_SLUG, WIDE_LINE, findings, hostile_texts, judged, steers
from resilify_cli.findings import FindingsReport
from resilify_cli.render.escape import visible
from resilify_cli.render.findings.markdown import LIMIT

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

EXPECTED = r"""
**2 programs, 1 other file skipped: 3 errors, 1 warning, 1 info (1 can be fixed with --fix)**

#### content/easing-everyday-worry.md

| Line | Severity | Code | Message | Help |
| ---: | --- | --- | --- | --- |
| 49 | error | RES301 | no program has the slug "quiet-evnings"; the site drops this card | did you mean quiet-evenings (Quiet Evenings)? |
| 71 | warning | RES412 | the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened |  |

#### content/睡眠.md

| Line | Severity | Code | Message | Help |
| ---: | --- | --- | --- | --- |
| 3 | info | RES501 | an odd \\x1b[2J character |  |
| 10 | error | RES201 | not a text |  |
| 1 | error | RES101 | cannot be read |  |
""".removeprefix("\n")

TRAPS = st.sampled_from(["@ann", "#12", "GH-7", ":tada:", "a/b#1", "a@b.c", ":+1:"])


def nodes(document: str, tag: str) -> list[str]:
    """Return the text of each element of a kind, its empty comments left, and demand that it holds no other."""
    found = re.findall(rf"<(?:{tag})\b[^>]*>(.*?)</(?:{tag})>", READER.render(document), flags=re.DOTALL)
    assert not any("<" in text.replace("<!-- -->", "") for text in found)
    return [from_html(text) for text in found]


def words(text: str) -> list[str]:
    """Return the words of a text that is shown."""
    return text.replace("<!-- -->", "").split()


def test_findings_are_a_table_a_file() -> None:
    """The summary comes first, then each file with a table of its findings."""
    assert EXPECTED == judged(findings(), "markdown")


def test_without_findings_there_is_the_summary() -> None:
    """A report without findings is its summary."""
    assert "**2 programs: nothing to say**\n" == judged(
        FindingsReport({}, (), "2 programs: nothing to say"), "markdown"
    )


def test_nobody_is_called_and_nothing_referred_to() -> None:
    """Mentions, references to issues and emoji of a text stay text on GitHub, too."""
    finding = replace(UNKNOWN_SLUG, message="ask @ann, a@b.c; #12 gh-7 :tada: at 12:30", help=None)
    assert (
        "| ask @<!-- -->ann, a@<!-- -->b.c; #<!-- -->12 gh-<!-- -->7 :<!-- -->tada: at 12:30 |  |\n"
    ) in judged(FindingsReport({}, (finding,), ""), "markdown")


def test_what_does_not_fit_is_counted() -> None:
    """A comment holds no more than GitHub takes; the least grave are left out first, and the number of them told."""
    many = tuple(replace(WIDE_LINE, path=f"{n % 7}.md", message=f"{n} " + "calm " * 20) for n in range(1_000))
    grave = replace(UNKNOWN_SLUG, path="last.md")
    document = judged(FindingsReport({}, (*many, grave), "1 error, 1,000 infos"), "markdown")
    kept = document.count("| info |")
    assert LIMIT - 200 < len(document) <= LIMIT
    assert document.startswith("**1 error, 1,000 infos**\n\n#### 0.md\n")
    assert 1 == document.count("| error | RES301 |")
    assert document.endswith(
        f"|\n\nand {1_000 - kept:,} more findings, for which there is no room in a comment\n"
    )


def test_what_just_fits_is_not_cut() -> None:
    """A report of exactly as many characters as GitHub takes is whole; with one more it is cut."""
    finding = replace(UNKNOWN_SLUG, message="")
    room = LIMIT - len(judged(FindingsReport({}, (finding,), "a"), "markdown"))
    whole, cut = (
        judged(FindingsReport({}, (replace(finding, message="m" * size),), "a"), "markdown")
        for size in (room, room + 1)
    )
    assert LIMIT == len(whole)
    assert "**a**\n\nand 1 more finding, for which there is no room in a comment\n" == cut


@QUICK
@given(st.one_of(hostile_texts, TRAPS), st.one_of(hostile_texts, TRAPS), hostile_texts)
def test_any_text_is_shown_as_it_is(path: str, message: str, tip: str) -> None:
    """No text is read as markup, nor made a mention, a reference or an emoji by GitHub."""
    finding = replace(UNKNOWN_SLUG, path=path, message=message, help=tip)
    document = judged(FindingsReport({}, (finding,), "a"), "markdown")
    cells = nodes(document, "td")
    assert [words(visible(text)) for text in (message, tip)] == [words(cell) for cell in cells[3:]]
    assert [words(visible(path))] == [words(text) for text in nodes(document, "h4")]
    assert not any(re.search(r"@\w|#\d|:\w+:", text) for text in nodes(document, "td|h4"))
    assert not steers(document.replace("\n", ""))
