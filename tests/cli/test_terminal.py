"""On a real terminal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from factory import program

COLOR = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\")
"""What colours a text, and what links it."""


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
        env={**kept, "TERM": "xterm-256color", "PAGER": "cat", **environment},  # type: ignore[arg-type]  # os.environ's own shape
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before).replace("\r\n", "\n")


def test_a_terminal_gets_a_table_in_color(folder: Path) -> None:
    """As wide as it is, and no wider."""
    out = screen(folder, "list", columns=60)
    assert COLOR.search(out)
    lines = COLOR.sub("", out).split("\n")
    assert max(map(len, lines)) <= 60
    assert ["Seq", "Slug", "Title", "Categories", "Sessions"] == lines[0].split()


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
    assert out.endswith("skipped: 1 error, 1 info (1 can be fixed with --fix --unsafe-fixes)\n")
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


def paged(folder: Path, *arguments: str, rows: int = 10, **environment: str) -> pexpect.spawn[str]:
    """Start the program on a low terminal, with a pager of its own settings."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LESS", "NO_COLOR"}}
    return pexpect.spawn(
        sys.executable,
        ["-m", "resilify_cli", *arguments],
        cwd=str(folder),
        dimensions=(rows, 80),
        encoding="utf-8",
        timeout=20,
        env={**kept, "TERM": "xterm-256color", **environment},  # type: ignore[arg-type]  # os.environ's own shape
    )


def test_what_is_longer_than_the_screen_is_paged(folder: Path) -> None:
    """In the reader's pager, which gets all of it, coloured."""
    child = paged(folder, "show", "7", PAGER="sh -c 'echo PAGER; cat; echo END'")
    child.expect(pexpect.EOF)
    out = str(child.before)
    assert out.startswith("PAGER")
    assert "END" in out
    assert "\x1b[1mA Calmer Week" in out


def test_the_pager_gets_what_the_terminal_would(folder: Path) -> None:
    """In its encoding."""
    path = folder / "content" / "a-calmer-week.md"
    path.write_text(path.read_text("utf-8").replace("A Calmer Week", "A Café Week"), "utf-8")
    child = paged(folder, "show", "7", PAGER="sh -c 'od -An -c'", PYTHONIOENCODING="latin-1")
    child.expect(pexpect.EOF)
    assert re.search(r"C\s+a\s+f\s+351", str(child.before))


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
def test_less_waits_and_leaves_at_once_where_one_has_read_enough(folder: Path) -> None:
    """Without a word about the pipe."""
    child = paged(folder, "show", "7", PAGER="less")
    child.expect("A Calmer Week")
    child.expect(":")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert (0, False) == (child.exitstatus, "Broken" in str(child.before))


@pytest.mark.parametrize(
    ("arguments", "rows", "environment"),
    [
        (("show", "7", "--no-pager"), 10, {}),
        (("--no-pager", "show", "7"), 10, {}),
        (("show", "7"), 90, {}),
        (("show", "7"), 10, {"PAGER": ""}),
        (("show", "7"), 10, {"TERM": "dumb"}),
        (("show", "7"), 10, {"PAGER": "no-such-pager"}),
        (("show", "7"), 10, {"PAGER": "less 'unclosed"}),
        (("list",), 10, {}),
        (("list",), 6, {}),
    ],
)
def test_what_fits_or_is_not_to_be_paged_is_written(
    folder: Path, arguments: tuple[str, ...], rows: int, environment: dict[str, str]
) -> None:
    """At once, and in full."""
    settings = {"PAGER": "sh -c 'echo PAGER; cat'", **environment}
    child = paged(folder, *arguments, rows=rows, **settings)
    child.expect(pexpect.EOF)
    out = COLOR.sub("", str(child.before))
    assert "PAGER" not in out
    assert "A Calmer Week" in out


def test_what_is_as_long_as_the_screen_is_paged(folder: Path) -> None:
    """The line of the prompt has no room beside it."""
    child = paged(folder, "list", rows=5, PAGER="sh -c 'echo PAGER; cat'")
    child.expect(pexpect.EOF)
    assert "PAGER" in str(child.before)


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
def test_an_interrupt_is_for_the_pager(folder: Path) -> None:
    """Which goes on, and ends the command when one has read enough."""
    child = paged(folder, "show", "7", PAGER="less")
    child.expect(":")
    child.sendintr()
    child.send("G")
    child.expect("END")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert 0 == child.exitstatus


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
@pytest.mark.parametrize("settings", [{}, {"LESS": ""}, {"LESS": "-iM"}, {"LESS": "iM"}, {"LC_ALL": "C"}])
def test_less_shows_colors_and_signs_as_such(folder: Path, settings: dict[str, str]) -> None:
    """Whatever the reader's settings of it leave out, and whatever the locale."""
    child = paged(folder, "stats", PAGER="less", **settings)
    child.expect("─")
    child.send("q")
    child.expect(pexpect.EOF)
    assert "ESC" not in str(child.before)


def test_a_slug_leads_to_its_file_and_a_doi_to_its_address(folder: Path) -> None:
    """On a terminal with colour, and nowhere else."""
    path = folder / "content" / "a-calmer-week.md"
    path.write_text(
        path.read_text("utf-8").replace("https://example.org/sleep", "https://doi.org/10.1000/182")
    )
    shown = screen(folder, "list")
    assert f";{path.as_uri()}\x1b\\" in shown
    assert "\x1b]8;;https://doi.org/10.1000/182\x1b\\" in screen(folder, "show", "7")
    assert "\x1b]8" not in screen(folder, "list", NO_COLOR="1")
    assert "\x1b]8" not in screen(folder, "list", TERM="dumb")
