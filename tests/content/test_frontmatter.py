"""Fences, as gray-matter 4 sees them."""

from __future__ import annotations

import frontmatter
import pytest

from factory import document
from resilify_cli.content.frontmatter import FrontMatterHandler
from resilify_cli.diagnostics import Span


def told(text: str | bytes) -> list[tuple[str, Span]]:
    """Return the faults of a file, each with its span."""
    read = document(text)
    return [(fault.kind, read.span(*fault.extent)) for fault in read.faults if fault.extent]


@pytest.mark.parametrize(
    ("text", "values", "body"),
    [
        ("---\na: 1\n---\nbody\n", {"a": 1}, "body\n"),
        ("---\r\na: 1\r\n---\r\nbody\r\n", {"a": 1}, "body\r\n"),
        ("\ufeff---\na: 1\n---\nbody", {"a": 1}, "body"),
        ("---yaml\na: 1\n---\n", {"a": 1}, ""),
        ("---  \na: 1\n---", {"a": 1}, ""),
        ("---\na: 1\n---\n---\nb: 2\n", {"a": 1}, "---\nb: 2\n"),
        ("---\n---\nbody", {}, "body"),
        ("---\n# a comment\n---\nbody", {}, "body"),
        ("no fence\n---\n", {}, "no fence\n---\n"),
        ("", {}, ""),
    ],
)
def test_front_matter_lies_between_the_fences(text: str, values: dict[str, object], body: str) -> None:
    """The closing fence is the first later line that begins with three hyphens; the rest is body."""
    read = document(text)
    assert (values, body, ()) == (read.values, read.body, read.faults)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("\n---\ntitle: x\n---\n", ("front-matter-not-first", Span(2, 1, 2, 4))),
        ("-----\ntitle: x\n---\n", ("front-matter-not-first", Span(1, 1, 1, 6))),
        ("---\ntitle: x\n", ("unclosed-front-matter", Span(1, 1, 1, 4))),
        ("---json\ntitle: x\n---\n", ("unknown-front-matter-language", Span(1, 1, 1, 8))),
        ("---\ntitle: x\n--- rest\n", ("text-after-fence", Span(3, 1, 3, 9))),
        ("---\ntitle: x\n----\n", ("text-after-fence", Span(3, 1, 3, 5))),
    ],
)
def test_a_wrong_fence_is_told_and_what_is_behind_it_read(text: str, fault: tuple[str, Span]) -> None:
    """Whatever is wrong with the fences, the values are read where that can be done."""
    assert [fault] == told(text)
    assert {"title": "x"} == document(text).values


def test_a_late_fence_counts_only_behind_white_space() -> None:
    """Three hyphens in the middle of prose are a rule between paragraphs, not front matter."""
    assert ({}, ()) == (
        document("prose\n---\ntitle: x\n---\n").values,
        document("prose\n---\ntitle: x\n---\n").faults,
    )


def test_late_front_matter_may_be_unclosed_too() -> None:
    """A blank line first and no fence last: both the values and the first fault are there."""
    assert {"title": "x"} == document("\n---\ntitle: x\n").values


def test_the_handler_serves_python_frontmatter_too() -> None:
    """`frontmatter.loads` with this handler reads what the site reads, body included."""
    post = frontmatter.loads("\ufeff---\ntitle: No\n---\nbody", handler=FrontMatterHandler())
    assert ({"title": "No"}, "body") == (post.metadata, post.content)


def test_a_list_at_the_root_is_no_values_for_python_frontmatter() -> None:
    """The library expects a mapping, and gets one."""
    assert {} == FrontMatterHandler().load("- a\n")


@pytest.mark.parametrize(
    ("text", "found"), [("---\n", True), ("\ufeff---\n", True), ("----\n", False), ("x", False)]
)
def test_detection_is_that_of_the_site(text: str, *, found: bool) -> None:
    """Exactly three hyphens, at the very start."""
    assert found is FrontMatterHandler().detect(text)


@pytest.mark.parametrize(
    ("before", "line"),
    [("Some prose.\n", 2), ("Prose.\r\n\r\nMore.\r\n", 4), ("\n ", 2), ("<!-- a comment -->\n\n", 3)],
)
def test_a_program_s_front_matter_further_down_is_found(before: str, line: int) -> None:
    """The site sees none, and the program would vanish; the template key gives it away."""
    read = document(f"{before}---\ntemplateKey: resilify-program\ntitle: x\n---\nbody\n")
    assert ("x", "front-matter-not-first") == (read.values["title"], read.faults[0].kind)
    assert line == read.span(*read.faults[0].extent or (0, 0)).line
