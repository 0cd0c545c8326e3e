"""On a real terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from factory import program

COLOR = re.compile(r"\x1b\[[\d;]*m")


def screen(folder: Path, *arguments: str, columns: int = 80, **environment: str) -> str:
    """Run the program on a pseudo-terminal and return what it wrote there."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}
    }
    child = pexpect.spawn(
        sys.executable,
        ["-m", "resilify_cli", *arguments],
        cwd=str(folder),
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=30,
        env={**kept, "TERM": "xterm-256color", **environment},  # type: ignore[arg-type]  # os.environ's own shape
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before).replace("\r\n", "\n")


def test_a_terminal_gets_a_table_in_color(folder: Path) -> None:
    """As wide as it is, and no wider."""
    out = screen(folder, "list", columns=50)
    assert COLOR.search(out)
    lines = COLOR.sub("", out).split("\n")
    assert max(map(len, lines)) <= 50
    assert ["Seq", "Slug", "Title", "Categories"] == lines[0].split()


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_color_can_be_unwanted(folder: Path, environment: dict[str, str]) -> None:
    """By the environment, or by what the terminal is."""
    assert not COLOR.search(screen(folder, "list", **environment))


def test_findings_are_shown_with_their_line(folder: Path) -> None:
    """And the summary comes last, once."""
    path = folder / "content" / "a-calmer-week.md"
    path.write_text(path.read_text("utf-8").replace("slug: easing-worry", "slug: easing-wory"), "utf-8")
    out = COLOR.sub("", screen(folder, "validate", columns=100))
    assert "   21 |       slug: easing-wory\n" in out
    assert out.endswith("skipped: 1 error (1 can be fixed with --fix --unsafe-fixes)\n")
    assert 1 == out.count("1 error")


def test_the_page_of_a_program_fits_the_terminal(folder: Path) -> None:
    """Long paragraphs are wrapped at words."""
    out = COLOR.sub("", screen(folder, "show", "7", columns=40))
    assert max(len(line) for line in out.split("\n") if "5d7a2c94" not in line) <= 40
    assert "     How a week of worry looks from a\n     distance.\n" in out


def test_an_early_interrupt_is_quiet(folder: Path) -> None:
    """Also while the program still loads: no traceback, and the status of Ctrl-C."""
    script = "import sys, builtins\nfrom resilify_cli.__main__ import main\nsys.modules['typer'] = None\nclass Stop:\n    def find_spec(*_): raise KeyboardInterrupt\nsys.meta_path.insert(0, Stop)\nmain()"
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (130, "") == (ended.returncode, ended.stderr)


def test_the_bar_counts_each_program_once(folder: Path) -> None:
    """Also where a fix makes the catalogue be looked at twice."""
    path = folder / "content" / "x.md"
    path.write_text(program('title: "A  Title"\n'), "utf-8")
    shown = COLOR.sub("", screen(folder, "validate", "--diff", "--select", "RES502"))
    counts = {int(number) for number in re.findall(r"(\d+)/\d+", shown)}
    total = {int(number) for number in re.findall(r"\d+/(\d+)", shown)}
    assert {max(counts)} == total
