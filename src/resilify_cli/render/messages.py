"""Lines on standard error: notes and errors, without Rich."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final, TextIO

from resilify_cli.render import Screen
from resilify_cli.render.escape import visible

_STYLES: Final = {"error": "\x1b[1;31m", "warning": "\x1b[33m"}
_BETWEEN: Final = re.compile(r"[^\t\n]+")
_RESET: Final = "\x1b[0m"


def write_lines(text: str, stream: TextIO) -> None:
    """Write lines of a file as they are, save for control characters, which are made visible; every line ends in LF."""
    lines = _BETWEEN.sub(lambda match: visible(match[0]), text.replace("\r\n", "\n"))
    stream.write(_encodable(lines, stream))


def _encodable(text: str, stream: TextIO) -> str:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def say(stream: TextIO, text: str, screen: Screen, label: str | None = None) -> None:
    """Write a line, behind a label such as `error`; on a terminal, more of them where it is too long.

    Control characters of the text are made visible.
    """
    head = f"{label}: " if label else ""
    shown = "\n".join(_lines(head + visible(text), screen))
    if label and screen.color:
        shown = f"{_STYLES[label]}{head}{_RESET}{shown.removeprefix(head)}"
    with suppress(OSError):  # there is nobody to tell that nobody can be told
        stream.write(_encodable(shown + "\n", stream))
        stream.flush()


def _lines(text: str, screen: Screen) -> list[str]:
    if not screen.is_terminal:
        return [text]
    from resilify_cli.render.measure import wrap  # noqa: PLC0415 - a run in a pipe needs none

    return [text[start:end] for start, end in wrap(text, screen.width)]
