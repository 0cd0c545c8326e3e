"""What a stream can show, and what is written to it."""

from __future__ import annotations

import io
import os
import pty
from collections.abc import Iterator
from typing import TextIO

import pytest

from render.samples import column_of, findings, listing, page_of, paragraph
from resilify_cli.errors import FilterError
from resilify_cli.render import Screen
from resilify_cli.render.console import Color, screen_of, write

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the environment says of screens."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    """Open a terminal of 72 columns."""
    leader, follower = pty.openpty()
    os.set_blocking(leader, False)
    with os.fdopen(follower, "w", encoding="utf-8") as stream:
        _resize(stream, 72)
        yield stream
    os.close(leader)


def _resize(stream: TextIO, columns: int) -> None:
    import fcntl  # noqa: PLC0415 - not on every system
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    fcntl.ioctl(stream.fileno(), termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))


def written(text: str, screen: Screen, encoding: str = "latin-1") -> bytes:
    """Return the bytes that a text becomes on a stream of an encoding."""
    binary = io.BytesIO()
    stream = io.TextIOWrapper(binary, encoding, newline="\r\n")
    write(page_of(paragraph(text)), "text", screen, stream)
    return binary.getvalue()


def test_a_pipe_has_no_width_and_no_colour() -> None:
    """What is no terminal is written in full, plainly."""
    assert Screen() == screen_of(io.StringIO())


def test_a_terminal_has_its_width_and_colour(terminal: TextIO) -> None:
    """A terminal tells its width."""
    assert Screen(72, is_terminal=True, color=True, utf8=True, redraws=True, links=True) == screen_of(
        terminal
    )


def test_a_terminal_without_a_width_has_80_columns(terminal: TextIO) -> None:
    """A terminal that tells no width is taken for an old one."""
    _resize(terminal, 0)
    assert 80 == screen_of(terminal).width


def test_a_terminal_that_cannot_be_asked_has_80_columns() -> None:
    """A stream that says it is a terminal, but is none that the system knows, has a width all the same."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert 80 == screen_of(Terminal()).width


def test_columns_gives_a_width(terminal: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS stands over what a terminal tells, and gives a pipe a width, but makes no terminal of it."""
    monkeypatch.setenv("COLUMNS", "100")
    assert 100 == screen_of(terminal).width
    assert Screen(100) == screen_of(io.StringIO())


@pytest.mark.parametrize("columns", ["", "0", "-1", "wide", "²"])
def test_columns_without_a_number_is_ignored(
    terminal: TextIO, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """COLUMNS counts only where it is a number above 0."""
    monkeypatch.setenv("COLUMNS", columns)
    assert 72 == screen_of(terminal).width


@pytest.mark.parametrize(
    ("expected", "color", "environment"),
    [
        ((True, False), "auto", {}),
        ((False, False), "auto", {"NO_COLOR": "1"}),
        ((True, False), "auto", {"NO_COLOR": ""}),
        ((True, True), "auto", {"FORCE_COLOR": "1"}),
        ((True, False), "auto", {"FORCE_COLOR": ""}),
        ((False, False), "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}),
        ((False, False), "auto", {"TERM": "dumb"}),
        ((True, True), "auto", {"TERM": "dumb", "FORCE_COLOR": "1"}),
        ((True, True), "always", {"NO_COLOR": "1", "TERM": "dumb"}),
        ((False, False), "never", {"FORCE_COLOR": "1"}),
    ],
)
def test_colour_is_asked_for(
    terminal: TextIO,
    monkeypatch: pytest.MonkeyPatch,
    expected: tuple[bool, bool],
    color: Color,
    environment: dict[str, str],
) -> None:
    """On a terminal, in a pipe: an option wins over NO_COLOR, that over FORCE_COLOR, that over TERM; empty is unset."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert expected == (screen_of(terminal, color).color, screen_of(io.StringIO(), color).color)


def test_a_dumb_terminal_is_a_terminal(terminal: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """TERM=dumb has a width, but nothing on it can be drawn over."""
    monkeypatch.setenv("TERM", "dumb")
    assert Screen(72, is_terminal=True) == screen_of(terminal)


def test_a_terminal_of_another_encoding_is_told(terminal: TextIO) -> None:
    """A terminal that does not read UTF-8 is not written UTF-8."""
    with os.fdopen(os.dup(terminal.fileno()), "w", encoding="ascii") as stream:
        assert not screen_of(stream).utf8


def test_a_pipe_is_utf8_with_line_feeds_whatever_the_locale() -> None:
    """Neither the stream's encoding nor its line ends change what is written."""
    assert "睡眠\n".encode() == written("睡眠", Screen())


def test_another_terminal_gets_escapes_for_what_it_lacks() -> None:
    """What the terminal's encoding cannot say is an escape, not an error."""
    assert b"\xe9 \\u7761\n" == written("é 睡", Screen(80, is_terminal=True, utf8=False))


def test_a_stream_of_text_is_written_as_text() -> None:
    """A stream without bytes below it works, after what was written before."""
    stream = io.StringIO()
    stream.write("before\n")
    write(column_of(["calm"]), "tsv", Screen(), stream)
    assert "before\n0\tcalm\tend\n" == stream.getvalue()


def test_bytes_follow_the_text_before_them() -> None:
    """What was written to the stream as text comes first."""
    binary = io.BytesIO()
    stream = io.TextIOWrapper(binary, "utf-8")
    stream.write("before\n")
    write(findings(), "concise", Screen(), stream)
    assert binary.getvalue().startswith(b"before\ncontent/easing-everyday-worry.md:49:13: RES301 ")


def test_a_format_must_exist() -> None:
    """A report is not written in a format for the other kind."""
    with pytest.raises(FilterError):
        write(listing(), "concise", Screen(), io.StringIO())
