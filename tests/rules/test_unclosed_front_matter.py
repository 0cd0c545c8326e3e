"""RES102: the front matter is never closed."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, related, told, weighed

FENCE = Span(1, 1, 1, 4)


def test_a_missing_closing_fence_is_found_at_the_opening_one(tmp_path: Path) -> None:
    """Front matter that nothing closes is reported at its beginning."""
    text = program().removesuffix("---\n")
    assert [("RES102", FENCE)] == found(text, tmp_path)
    message = "the front matter is not closed: everything to the end of the file is read as YAML"
    assert [(message, "write --- on a line of its own after it")] == told(text, tmp_path)
    assert [("RES102", "error")] == weighed(text, tmp_path)


def test_an_indented_fence_closes_nothing(tmp_path: Path) -> None:
    """Only a line that begins with three hyphens closes; the YAML then goes wrong where they stand."""
    text = program().removesuffix("---\n") + "  ---\n"
    assert ("RES102", FENCE) in found(text, tmp_path)


def test_a_closing_fence_at_the_very_end_is_enough(tmp_path: Path) -> None:
    """A fence needs no line feed behind it, and one in the body closes nothing twice."""
    assert [] == found(program().rstrip(), tmp_path)
    assert [] == found(program() + "A rule:\n\n---\n\nand more\n", tmp_path)


def test_the_fields_of_an_unclosed_file_are_examined(tmp_path: Path) -> None:
    """Also with CR LF, what could be read is looked at."""
    text = related(("Quiet Evenings", "quiet-evnings")).removesuffix("---\n").replace("\n", "\r\n")
    assert [("RES102", FENCE), ("RES301", Span(21, 13, 21, 26))] == found(text, tmp_path)


def test_a_body_that_is_no_yaml_is_found_besides(tmp_path: Path) -> None:
    """A body read as YAML breaks the page at its first line."""
    text = program().removesuffix("---\n") + "\nWalk slowly, and often.\n"
    assert [("RES102", FENCE), ("RES103", Span(30, 1, 30, 2))] == found(text, tmp_path)
