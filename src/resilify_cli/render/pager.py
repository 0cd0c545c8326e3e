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


def show_paged(text: str, stream: TextIO) -> bool:
    """Show a text in the pager that `PAGER` names, else `less`; False where it fits the terminal, or there is none."""
    command = shlex.split(os.environ.get("PAGER", USUAL)) if not _fits(text, stream) else []
    if not command or command == ["cat"]:
        return False
    stream.flush()
    environment = {"LESS": _LESS, **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the reader's own
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
    try:
        with suppress(BrokenPipeError):  # who has read enough leaves early
            pager.communicate(text.encode("utf-8", "backslashreplace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _fits(text: str, stream: TextIO) -> bool:
    """What is no terminal that the system knows has room for everything."""
    try:
        height = os.get_terminal_size(stream.fileno()).lines
    except OSError:
        return True
    return text.count("\n") < (height or len(text))
