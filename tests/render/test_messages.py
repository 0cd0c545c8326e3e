"""Lines on standard error."""

from __future__ import annotations

import io

import pytest

from resilify_cli.render import Screen
from resilify_cli.render.messages import say, write_lines


@pytest.mark.parametrize(
    ("line", "label", "color"),
    [
        ("calm \\x1b[2J\n", None, True),
        ("error: calm \\x1b[2J\n", "error", False),
        ("\x1b[1;31merror: \x1b[0mcalm \\x1b[2J\n", "error", True),
    ],
)
def test_a_message_is_a_line(line: str, label: str | None, color: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A message stands behind its label, which alone is coloured, and lets no control character through."""
    stream = io.StringIO()
    say(stream, "calm \x1b[2J", Screen(color=color), label)
    assert line == stream.getvalue()


def test_a_message_is_one_line() -> None:
    """A line feed in a name cannot begin a line of its own, and so forge one."""
    stream = io.StringIO()
    say(stream, "one\ntwo", Screen())
    assert "one\\ntwo\n" == stream.getvalue()


@pytest.mark.parametrize("color", [False, True])
def test_a_terminal_gets_lines_that_fit(color: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Broken between words, the label counted; in a pipe a message is one line, however long."""
    stream = io.StringIO()
    say(stream, "no program has it", Screen(20, is_terminal=True, color=color), "error")
    head = "\x1b[1;31merror: \x1b[0m" if color else "error: "
    assert f"{head}no program\nhas it\n" == stream.getvalue()
    stream = io.StringIO()
    say(stream, "no program has it", Screen(20))
    assert "no program has it\n" == stream.getvalue()


def test_another_encoding_gets_escapes() -> None:
    """What the stream's encoding cannot say is an escape, not an error."""
    binary = io.BytesIO()
    stream = io.TextIOWrapper(binary, "ascii", newline="\n")
    say(stream, "é", Screen())
    assert b"\\xe9\n" == binary.getvalue()


def test_lines_of_a_file_stay_as_they_are() -> None:
    """What is shown raw keeps its tabs and line feeds, and no other control character."""
    stream = io.StringIO()
    write_lines("a:\tone\n\x1b[2J\n", stream)
    assert "a:\tone\n\\x1b[2J\n" == stream.getvalue()


def test_lines_of_any_ending_end_in_a_line_feed() -> None:
    """A carriage return of a line's end is left out; another is a control character."""
    stream = io.StringIO()
    write_lines("one\r\nt\rwo\r\n", stream)
    assert "one\nt\\rwo\n" == stream.getvalue()
