"""Annotations for GitHub Actions, read back as its runner reads them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from render.samples import QUICK, UNKNOWN_SLUG, findings, hostile_texts, judged, steers
from resilify_cli.diagnostics import Diagnostic, Span
from resilify_cli.findings import FindingsReport
from resilify_cli.render.escape import visible

EXPECTED = r"""
::error file=content/easing-everyday-worry.md,line=49,endLine=49,col=13,endColumn=26,title=RES301 unknown-related-slug::no program has the slug "quiet-evnings"; the site drops this card%0Ahelp: did you mean quiet-evenings (Quiet Evenings)?
::warning file=content/easing-everyday-worry.md,line=71,endLine=71,col=82,endColumn=93,title=RES412 doi-without-link::the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened
::notice file=content/睡眠.md,line=3,endLine=3,col=10,endColumn=12,title=RES501 odd-character::an odd \x1b[2J character
::error file=content/睡眠.md,line=10,endLine=14,title=RES201 wrong-type::not a text
::error file=content/睡眠.md,line=1,endLine=1,col=1,endColumn=1,title=RES101 unreadable-file::cannot be read
""".removeprefix("\n")


def command(finding: Diagnostic) -> str:
    """Return the command of one finding."""
    return judged(FindingsReport({}, (finding,), ""), "github")


def read(line: str) -> tuple[dict[str, str], str]:
    """Return the properties and the message of a command, as `@actions/runner` reads it."""
    match = re.fullmatch(r"::(?:error|warning|notice) ([^:\r\n]*)::([^\r\n]*)\n", line)
    assert match, line
    properties = dict(named.split("=", 1) for named in match[1].split(","))
    return {name: _unescaped(value) for name, value in properties.items()}, _unescaped(match[2])


def _unescaped(text: str) -> str:
    for code, character in (
        ("%0D", "\r"),
        ("%0A", "\n"),
        ("%3A", ":"),
        ("%2C", ","),
        ("%25", "%"),
    ):
        text = text.replace(code, character)
    return text


def _shown(text: str) -> str:
    return "".join(part if part in ("\r", "\n") else visible(part) for part in re.split(r"([\r\n])", text))


def test_a_finding_is_a_command() -> None:
    """Each finding is a command of its severity, at its lines, with its help below the message."""
    assert EXPECTED == judged(findings(), "github")


def test_characters_are_escaped_as_documented() -> None:
    """`%` and line ends are escaped everywhere, colons and commas in properties only."""
    finding = replace(UNKNOWN_SLUG, path="a,b:c%d\n.md", message="1:2, 100%\r\nmore", help=None)
    assert (
        "::error file=a%2Cb%3Ac%25d%0A.md,line=49,endLine=49,col=13,endColumn=26,"
        "title=RES301 unknown-related-slug::1:2, 100%25%0D%0Amore\n" == command(finding)
    )


@pytest.mark.parametrize(
    ("place", "span"),
    [
        ("line=3,endLine=3,col=2,endColumn=5,", Span(3, 2, 3, 5)),
        ("line=3,endLine=4,title", Span(3, 2, 4, 2)),
        ("line=3,endLine=3,title", Span(3, 2, 4, 1)),
    ],
)
def test_columns_stand_within_one_line(place: str, span: Span) -> None:
    """A stretch of several lines has no columns, and ends with the last line of which something is meant."""
    assert f"::error file=content/easing-everyday-worry.md,{place}" in command(
        replace(UNKNOWN_SLUG, span=span)
    )


@QUICK
@given(hostile_texts, hostile_texts)
def test_any_text_comes_through(path: str, message: str) -> None:
    """Whatever stands in a path or a message, it is one line, and GitHub reads it as it was."""
    line = command(replace(UNKNOWN_SLUG, path=path, message=message, help=None))
    properties, said = read(line)
    assert _shown(path) == properties["file"]
    assert _shown(message) == said
    assert not steers(line.removesuffix("\n"))
