"""RES110: the file is not UTF-8."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

CAFE = program("title: A Calmer Café\n").encode()
E_ACUTE = "é".encode()


def test_a_stray_byte_is_found_where_it_stands(tmp_path: Path) -> None:
    """A letter in Latin-1 is reported at its column, by its byte."""
    text = CAFE.replace(E_ACUTE, b"\xe9")
    assert [("RES110", Span(3, 20, 3, 21))] == found(text, tmp_path)
    message = "the file is not UTF-8: the byte 0xE9 is shown as \ufffd"
    assert [(message, "save the file as UTF-8")] == told(text, tmp_path)
    assert [("RES110", "error")] == weighed(text, tmp_path)


def test_only_the_first_stray_byte_is_told(tmp_path: Path) -> None:
    """A file in another encoding is one finding, however many letters it spoils; in the body it counts too."""
    assert [("RES110", Span(3, 20, 3, 21))] == found(CAFE.replace(E_ACUTE, b"\xe9\xe8\xff"), tmp_path)
    assert [("RES110", Span(30, 4, 30, 5))] == found(CAFE + b"Caf\xe9\n", tmp_path)


def test_utf8_is_fine(tmp_path: Path) -> None:
    """A letter of two bytes is no finding; a written replacement character is one of another rule."""
    assert [] == found(CAFE, tmp_path)
    assert ["RES513"] == [code for code, _ in found(program("title: A Calmer \ufffd\n"), tmp_path)]


def test_the_file_is_examined_all_the_same(tmp_path: Path) -> None:
    """A stray byte hides no finding behind it, and shifts none on its own line."""
    text = program("overview: Café\nsequence: 'é2'\n").encode().replace(E_ACUTE, b"\xe9")
    assert [("RES110", Span(6, 12, 6, 13)), ("RES203", Span(6, 11, 6, 15))] == sorted(found(text, tmp_path))
