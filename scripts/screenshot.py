"""Write docs/screen.svg: the real program on the examples, as Rich draws a terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
WIDTH = 112
SCENES = (
    ("list", "--category", "Resilience"),
    ("validate", "examples/broken/content/unknown-slug.md", "--format", "text"),
)


def screen(arguments: tuple[str, ...]) -> str:
    """Return what the program prints, colors included."""
    arguments = (*arguments, *(("--format", "table") if "--format" not in arguments else ()))
    environment = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1"}
    command = [sys.executable, "-m", "resilify_cli", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, check=False
    ).stdout.decode()


def main() -> None:
    """Draw the scenes one under another."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for arguments in SCENES:
        shown = [part for part in arguments if part not in {"--format", "text"}]
        console.print(Text(f"$ resilify {' '.join(shown)}", style="bold"))
        console.print(Text.from_ansi(screen(arguments)))
    console.save_svg(str(ROOT / "docs" / "screen.svg"), title="resilify")


if __name__ == "__main__":
    main()
