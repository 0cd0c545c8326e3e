"""RES116: some lines end in CR LF, others in LF."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, told, weighed

LF = program()
CRLF = LF.replace("\n", "\r\n")


def test_the_first_line_that_ends_otherwise_is_found(tmp_path: Path) -> None:
    """The line is reported, without its ending; the others of its kind are not."""
    text = LF.replace("\n", "\r\n", 3)
    assert [("RES116", Span(1, 1, 1, 4))] == found(text, tmp_path)
    message = "this line ends in CR LF, and most lines of the file in LF"
    assert [(message, "save the file with one kind of line ending")] == told(text, tmp_path)
    assert [("RES116", "warning")] == weighed(text, tmp_path)


def test_a_lone_line_feed_among_cr_lf_is_found(tmp_path: Path) -> None:
    """What most lines do is right, whichever it is; the body counts as well."""
    text = CRLF + "Walk slowly.\nRest.\r\n"
    assert [("RES116", Span(30, 1, 30, 13))] == found(text, tmp_path)
    message = "this line ends in LF, and most lines of the file in CR LF"
    assert [message] == [message for message, _ in told(text, tmp_path)]


def test_of_a_draw_line_feeds_win(tmp_path: Path) -> None:
    """As many of both: LF is what git and the CMS write."""
    text = LF + "Walk slowly.\n"
    text = text.replace("\n", "\r\n", 15)
    assert 15 == text.count("\r\n") == text.count("\n") - 15
    assert [("RES116", Span(1, 1, 1, 4))] == found(text, tmp_path)


@pytest.mark.parametrize(
    "text", [LF, CRLF, CRLF.removesuffix("\r\n"), LF + "Stop.\rGo.\n", LF + "Stop.\r\r\n"]
)
def test_one_kind_alone_is_fine(text: str, tmp_path: Path) -> None:
    """A last line without an ending, and carriage returns that end none, are of neither kind."""
    assert [] == found(text, tmp_path)


@pytest.mark.parametrize(("usual", "other"), [("\n", "\r\n"), ("\r\n", "\n")])
def test_the_fix_writes_what_most_lines_have(usual: str, other: str, tmp_path: Path) -> None:
    """In the front matter and in the body; values stay what they are."""
    text = LF.replace("\n", other, 4).replace("worry, and", f"worry,{other}  and") + f"Walk.{other}"
    text = "".join(text.splitlines(keepends=True))
    whole = (LF.replace("worry, and", "worry,\n  and") + "Walk.\n").replace("\n", usual)
    mixed = whole.replace(usual, other, 4)
    name = "LF" if usual == "\n" else "CR LF"
    assert (f"ends every line in {name}", whole, True) == mended(mixed, tmp_path, "RES116")


def test_a_great_many_endings_are_one_edit(tmp_path: Path) -> None:
    """Thousands of edits would be no use to anyone."""
    text = LF + "Walk.\n" * 2_000 + "Rest.\r\n" * 1_000
    assert ("ends every line in LF", text.replace("\r\n", "\n"), True) == mended(text, tmp_path, "RES116")
    [finding] = findings(text, tmp_path)
    assert finding.fix is not None
    assert 1 == len(finding.fix.edits)


@given(st.lists(st.sampled_from(["Walk.\n", "Rest.\r\n", "\n", "\r\n"]), min_size=1))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_the_fix_there_is_nothing_to_say(tmp_path: Path, lines: list[str]) -> None:
    """However the endings are mixed, one kind is left."""
    text = LF + "".join(lines)
    if [] != found(text, tmp_path):
        assert [] == found(mended(text, tmp_path, "RES116")[1], tmp_path)
