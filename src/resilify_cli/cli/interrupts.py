"""Ctrl-C while files are written: it waits until a file is whole."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interrupts_noted() -> Iterator[list[int]]:
    """Note Ctrl-C, and what asks to end, in a list instead of raising it in the middle of a file."""
    noted: list[int] = []
    before = {
        number: signal.signal(number, lambda received, _: noted.append(received)) for number in _SIGNALS
    }
    try:
        yield noted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
