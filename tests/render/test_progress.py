"""The progress bar."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pexpect

from resilify_cli.render import Screen
from resilify_cli.render.progress import progress

if TYPE_CHECKING:
    import pytest

CODE = r"""
import sys, time
from resilify_cli.render.console import screen_of
from resilify_cli.render.progress import progress
with progress(4, screen_of(sys.stderr)) as advance:
    advance("[red]one[/red] \x1b[2J")
    advance()
    time.sleep(0.3)
    advance("three")
print("done")
"""


def test_nothing_is_shown_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no terminal, or cannot be drawn over, sees nothing of the progress."""
    stderr = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stderr)
    for screen in (Screen(), Screen(80, is_terminal=True)):
        with progress(2, screen) as advance:
            advance("one")
            advance()
    assert "" == stderr.getvalue()


def test_a_terminal_shows_a_bar() -> None:
    """On a terminal a bar counts, with the label as it is, and is gone at the end."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", CODE],
        env=os.environ | {"TERM": "xterm", "COLUMNS": "70"},
        encoding="utf-8",
        timeout=10,
    )
    child.expect_exact("2/4")
    child.expect_exact(r"[red]one[/red] \x1b[2J")
    child.expect_exact("done")
    assert "\x1b[2K" in (child.before or "")
    child.expect(pexpect.EOF)


def test_a_bar_is_drawn_on_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is written to standard error, in the terminal's own colours or in none."""
    for color, code in ((True, "\x1b[32m"), (False, "0/3")):
        stderr = io.StringIO()
        monkeypatch.setattr(sys, "stderr", stderr)
        with progress(3, Screen(60, is_terminal=True, color=color, redraws=True)) as advance:
            advance("one")
            advance()
        assert code in stderr.getvalue()
        assert color or "\x1b[32m" not in stderr.getvalue()
