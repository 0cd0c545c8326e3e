"""Run the real program in this process, as a person in a folder would, and look at what comes of it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from resilify_cli.cli.app import main


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and what it said where."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """Standard output as TSV."""
        return [line.split("\t") for line in self.out.split("\n")[:-1]]


class Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


Program = Callable[..., Outcome]


def make_program(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Program:
    """Return a function that runs `resilify` in a folder, in an environment of its own."""
    monkeypatch.chdir(folder)
    for name in ("RESILIFY_CONTENT", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))

    def run(
        *arguments: object, terminal: int | None = None, encoding: str = "utf-8", **environment: str
    ) -> Outcome:
        """Run with arguments; `terminal`: on one of that many columns, which shows an `encoding`."""
        stream = io.TextIOWrapper if terminal is None else Terminal
        out, err = stream(io.BytesIO(), encoding), stream(io.BytesIO(), encoding)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["resilify", *map(str, arguments)])
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            if terminal is not None:
                patch.setenv("COLUMNS", str(terminal))
                patch.setenv("TERM", "dumb")
            for name, value in environment.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main()
            out.flush()
            err.flush()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else int(code is not None), _text(out), _text(err))

    return run


def _text(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
