"""RES115: the file begins with a byte order mark."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, told, weighed


def test_the_mark_is_found_where_the_file_begins(tmp_path: Path) -> None:
    """An editor shows it as nothing, so that it has a place and no width."""
    text = "\ufeff" + program()
    assert [("RES115", Span(1, 1, 1, 1))] == found(text, tmp_path)
    message = "the file begins with a byte order mark, over which other tools stumble"
    assert [(message, "save the file as UTF-8 without a byte order mark")] == told(text, tmp_path)
    assert [("RES115", "warning")] == weighed(text, tmp_path)


def test_a_mark_within_a_text_is_another_matter(tmp_path: Path) -> None:
    """Only the first character of a file is a byte order mark."""
    text = program().replace("Notice", "\ufeffNotice")
    assert "RES115" not in {code for code, _ in found(text, tmp_path)}


def test_it_shifts_no_other_finding(tmp_path: Path) -> None:
    """Columns count without it, on the first line and below."""
    expected = [("RES115", Span(1, 1, 1, 1)), ("RES203", Span(6, 11, 6, 15))]
    assert expected == found("\ufeff" + program("sequence: 12.5\n"), tmp_path)


def test_the_fix_removes_it(tmp_path: Path) -> None:
    """Nothing else changes, the line endings included."""
    text = program().replace("\n", "\r\n")
    assert ("removes the byte order mark", text, True) == mended("\ufeff" + text, tmp_path, "RES115")


def test_a_file_that_is_not_utf8_cannot_be_written_back(tmp_path: Path) -> None:
    """The mark is told, and left."""
    data = ("\ufeff" + program()).encode().replace(b"calm.png", b"caf\xe9.png")
    fixes = {finding.code: finding.fix for finding in findings(data, tmp_path)}
    assert {"RES110": None, "RES115": None} == fixes
