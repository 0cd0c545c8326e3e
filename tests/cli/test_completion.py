"""Completion in the shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest


def offered(folder: Path, line: str, shell: str = "bash") -> list[str]:
    """Return what the program offers for a line that is being typed."""
    words = line.split(" ")
    environment = {
        **{name: value for name, value in os.environ.items() if name != "RESILIFY_CONTENT"},
        "_RESILIFY_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    script = "import sys; sys.argv = ['resilify']\nfrom resilify_cli.cli.app import main\nmain()"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert ended.stderr == ""
    return [text.strip() for text in ended.stdout.split("\n") if text.strip()]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("resilify sh", ["show"]),
        ("resilify show qui", ["quiet-evenings"]),
        ("resilify -C content show eas", ["easing-worry"]),
        ("resilify show -C content a-", ["a-calmer-week"]),
        ("resilify show -C nowhere a-", []),
        ("resilify show x --section sess", ["sessions"]),
        ("resilify list --category Men", ["Mental Health"]),
        ("resilify list --tag c", ["calm"]),
        ("resilify list --columns slug,ti", ["slug,title"]),
        ("resilify list --sort title,-seq", ["title,-sequence"]),
        ("resilify list --format js", ["json"]),
        ("resilify list --color al", ["always"]),
        ("resilify validate --select RES30", [f"RES30{number}" for number in range(1, 8)]),
        ("resilify validate --format conc", ["concise"]),
        ("resilify validate --fail-on w", ["warning"]),
        ("resilify search x --in ti", ["title"]),
    ],
)
def test_what_a_person_would_type_next_is_offered(folder: Path, line: str, words: list[str]) -> None:
    """Slugs, categories, tags, columns, formats, codes; from whichever content folder was named."""
    assert words == offered(folder, line)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_told_titles_too(folder: Path, shell: str) -> None:
    """Where a shell shows help beside a word, a slug has its title."""
    assert any(
        "quiet-evenings" in line and "Quiet Evenings" in line
        for line in offered(folder, "resilify show qui", shell)
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_title_is_no_markup_and_no_escape_sequence(folder: Path, shell: str) -> None:
    """What stands beside a slug is data, too."""
    path = folder / "content" / "quiet-evenings.md"
    path.write_text(path.read_text("utf-8").replace("Quiet Evenings", '"[red]x[/b] \\e[2J"', 1), "utf-8")
    words = offered(folder, "resilify show qui", shell)
    assert any("quiet-evenings" in word for word in words)
    assert "\x1b" not in "".join(words)


def test_a_broken_configuration_is_silence(folder: Path) -> None:
    """A message would land in the middle of what is being typed."""
    (folder / "resilify.toml").write_text("content = ")
    assert [] == offered(folder, "resilify show qui")


@pytest.mark.parametrize("shell", [name for name in ("bash", "zsh", "fish") if shutil.which(name)])
def test_an_installed_completion_completes_what_is_typed(folder: Path, shell: str, tmp_path: Path) -> None:
    """In a real shell with a home of its own; zsh loads what was installed at the first Tab, and offers at the second."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "resilify").write_text(f"#!{sys.executable}\nfrom resilify_cli.__main__ import main\nmain()\n")
    (home / "resilify").chmod(0o755)
    path = os.pathsep.join([str(home), "/usr/bin", "/bin", str(Path(shutil.which(shell) or "").parent)])
    environment = {"HOME": str(home), "PATH": path, "TERM": "xterm", "LANG": "C.UTF-8"}
    for line, expected in (
        ("resilify --install-completion\r", "completion installed in"),
        ("resilify show qui", "quiet-evenings"),
    ):
        child = pexpect.spawn(
            shutil.which(shell) or "",
            ["-i"],
            cwd=str(folder),
            env=environment,  # type: ignore[arg-type]  # as os.environ's
            encoding="utf-8",
            timeout=2,
            dimensions=(30, 120),
        )
        child.send(line)
        for _ in range(15):
            if not line.endswith("\r"):
                child.send("\t")
            if child.expect([expected.removeprefix("qui"), pexpect.TIMEOUT]) == 0:
                break
        else:
            pytest.fail(f"{shell} did not answer {line!r}: {child.before!r}")
        child.close(force=True)
