"""RES118: a merge left the marker of a conflict."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import document, program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, told, weighed

CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> months\n"
HINT = "keep one of the two sides, and delete the markers"


def merged(ours: str, theirs: str) -> str:
    """Return a program in which the two sides of a conflict stand behind the template key."""
    conflict = "templateKey: resilify-program\n" + CONFLICT.format(ours, theirs)
    return program(without=("title",)).replace("templateKey: resilify-program\n", conflict)


def test_a_conflict_is_one_finding_at_its_first_marker(tmp_path: Path) -> None:
    """The lines of its other markers are named; what the parser makes of them is not told besides."""
    text = merged("title: A Calmer Week\n", "title: A Calmer Month\n")
    assert [("RES118", Span(3, 1, 3, 13))] == found(text, tmp_path)
    message = "a merge left the marker of a conflict here; the page does not build"
    assert [(message, f"{HINT} (also on line 5 and line 7)")] == told(text, tmp_path)
    assert [("RES118", "error")] == weighed(text, tmp_path)


def test_our_side_is_examined(tmp_path: Path) -> None:
    """So that a conflict hides nothing, and the other side adds nothing."""
    text = merged("title: 12\n", "title: [\n")
    assert [("RES118", Span(3, 1, 3, 13)), ("RES203", Span(4, 8, 4, 10))] == found(text, tmp_path)
    with_base = text.replace("=======\n", "||||||| base\ntitle: 11\n=======\n")
    (_, hint), (wrong, _) = told(with_base, tmp_path)
    assert f"{HINT} (also on line 5 and line 7 and line 9)" == hint
    assert "title must be text, but is the number 12" == wrong


@pytest.mark.parametrize(
    "marker", ["<<<<<<< HEAD", ">>>>>>> 04811f8 (rules: one more)", "<<<<<<<", ">>>>>>>"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_marker_left_alone_is_found(marker: str, newline: str, tmp_path: Path) -> None:
    """Of the opening or the closing one, with a label or without."""
    text = program().replace("sequence: 7\n", f"sequence: 7\n{marker}\n").replace("\n", newline)
    assert [("RES118", Span(7, 1, 7, 1 + len(marker)))] == found(text, tmp_path)
    message = "a merge left the marker of a conflict here; the page does not build"
    assert [(message, HINT)] == told(text, tmp_path)


def test_the_middle_left_with_the_end_is_one_finding(tmp_path: Path) -> None:
    """Where the first marker was deleted, and the others were forgotten."""
    text = program().replace("sequence: 7\n", "sequence: 7\n=======\n>>>>>>> months\n")
    assert [("RES118", Span(7, 1, 7, 8))] == found(text, tmp_path)


def test_in_the_body_a_reader_sees_it(tmp_path: Path) -> None:
    """The page builds there, with both sides on it."""
    text = program() + CONFLICT.format("Walk.\n", "Rest.\n")
    [finding] = findings(text, tmp_path)
    assert ("RES118", Span(30, 1, 30, 13)) == (finding.code, finding.span)
    assert "a reader sees it" in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "A heading\n=======\n\nText.\n",
        "<<<<<< six\n",
        "<<<<<<<< eight\n",
        "<<<<<<<close\n",
        " <<<<<<< indented\n",
        "======= with a label\n",
        "| a | b |\n|||||||\n",
    ],
)
def test_what_only_looks_like_a_marker_is_fine(body: str, tmp_path: Path) -> None:
    """Seven signs, no more and no less, at the beginning of a line; and never the underline of a heading alone."""
    assert [] == found(program() + body, tmp_path)


def test_what_stands_within_a_side_is_no_marker(tmp_path: Path) -> None:
    """Behind the middle only the end is waited for."""
    text = program() + CONFLICT.format("Walk.\n", "|||||||\n")
    [(message, hint)] = told(text, tmp_path)
    assert f"{HINT} (also on line 32 and line 34)" == hint
    assert "a merge left the marker of a conflict here; a reader sees it" == message


def test_every_conflict_is_told(tmp_path: Path) -> None:
    """Two conflicts are two findings, and a heading between them is none."""
    conflict = CONFLICT.format("Walk.\n", "Rest.\n")
    text = program() + conflict + "A heading\n=======\n" + conflict
    assert [30, 37] == [span.line for _, span in found(text, tmp_path)]


def test_a_file_full_of_markers_is_read_in_no_time() -> None:
    """Each line is looked at once."""
    text = "---\n" + "<<<<<<< a\n=======\n>>>>>>> b\n" * 20_000 + "---\n"
    assert 20_000 == len(document(text).faults)
