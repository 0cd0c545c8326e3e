"""Text longer than the screen, given to the reader's own pager, as git and gh do."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from contextlib import suppress
from typing import Final, TextIO

USUAL: Final = "less"
_LESS: Final = "FRX"
"""Colours pass through, the text stays on the screen afterwards, and what fits ends at once."""


def show_paged(data: bytes, stream: TextIO) -> bool:
    """Show a text, as encoded for a terminal, in the pager that `PAGER` names, else `less`; False where it fits, or none is."""
    command = _command() if not _fits(data, stream) else []
    if not command or command == ["cat"]:
        return False
    stream.flush()
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=_environment(stream))  # noqa: S603 - the reader's own
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
    try:
        with suppress(BrokenPipeError):  # who has read enough leaves early
            pager.communicate(data)
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _command() -> list[str]:
    """What cannot be read as a command is none."""
    try:
        return shlex.split(os.environ.get("PAGER", USUAL))
    except ValueError:  # a quotation mark without its partner
        return []


def _environment(stream: TextIO) -> dict[str, str]:
    """What less is told, where the reader has not told it: never to show colours as they are spelt."""
    usual = {"LESSCHARSET": "utf-8"} if stream.encoding.lower() == "utf-8" else {}
    environment = {**usual, **os.environ}
    wanted = os.environ.get("LESS")
    environment["LESS"] = _LESS if wanted is None else f"-R {wanted}"
    return environment


def _fits(data: bytes, stream: TextIO) -> bool:
    """What is no terminal that the system knows has room for everything."""
    try:
        height = os.get_terminal_size(stream.fileno()).lines
    except OSError:
        return True
    return data.count(b"\n") < (height or len(data))
