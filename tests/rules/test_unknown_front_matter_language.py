"""RES111: something stands behind the opening fence."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, related, told, weighed


def test_a_word_behind_the_fence_is_found_with_it(tmp_path: Path) -> None:
    """The site takes what stands behind the fence for a language; the whole line is reported."""
    text = "--- title: A Calmer Week" + program()[3:]
    assert [("RES111", Span(1, 1, 1, 25))] == found(text, tmp_path)
    message = (
        "the site takes 'title: A Calmer Week' for the language of the front matter; the page does not build"
    )
    assert [(message, "write --- alone")] == told(text, tmp_path)
    assert [("RES111", "error")] == weighed(text, tmp_path)


@pytest.mark.parametrize("fence", ["---yaml", "--- yaml", "---yml", "---  "])
def test_yaml_is_a_known_language(fence: str, tmp_path: Path) -> None:
    """The name of YAML and mere blanks are fine."""
    assert [] == found(fence + program()[3:], tmp_path)


def test_the_file_is_examined_all_the_same(tmp_path: Path) -> None:
    """A strange fence hides no other finding, with CR LF too."""
    text = ("---json" + related(("Quiet Evenings", "quiet-evnings"))[3:]).replace("\n", "\r\n")
    assert [("RES111", Span(1, 1, 1, 8)), ("RES301", Span(21, 13, 21, 26))] == found(text, tmp_path)


def test_the_name_is_known_in_any_case(tmp_path: Path) -> None:
    """The site lowers the name of a language before it looks it up."""
    assert [] == found("---YAML" + program()[3:], tmp_path)
