"""Every command on narrow and on wide terminals, whole screens.

`python -m pytest tests/cli/test_screens.py --write-screens` writes them anew; look at the difference before it is kept.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from cli.screens import COMMANDS, FOLDER, as_text, awkward_programs, screens
from program import Program, make_program


@pytest.fixture
def resilify(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Program:
    """Return the program, to be run in a folder of awkward programs."""
    return make_program(monkeypatch, awkward_programs(tmp_path))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_whole_screen_is_as_it_was_looked_at(
    resilify: Program, name: str, request: pytest.FixtureRequest
) -> None:
    """At 40, 60, 80, 120 and 200 columns, without colour."""
    path = FOLDER / f"{name}.txt"
    shown = as_text(resilify, name)
    if request.config.getoption("--write-screens"):
        path.write_text(shown, "utf-8")
    assert path.read_text("utf-8") == shown


@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_is_wider_than_the_screen(resilify: Program, name: str) -> None:
    """But for one that holds a single word which must not be cut: a slug, a path, an address."""
    for width, shown in screens(resilify, name):
        for line in shown.splitlines():
            assert cell_len(line) <= width or len(line.split()) <= 2, (width, line)
