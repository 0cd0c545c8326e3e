"""Whole screens: a catalogue of awkward programs, the commands to look at it with, and what they print how wide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factory import OTHERS, as_yaml, other, program, write

if TYPE_CHECKING:
    from program import Program

FOLDER = Path(__file__).with_name("screens")
WIDTHS = (40, 60, 80, 120, 200)
COMMANDS = {
    "list": ("list",),
    "list-columns": ("list", "--columns", "slug,title,tags,backlinks,words,path", "--sort", "-title"),
    "show": ("show", "a-calmer-week"),
    "show-several": ("show", "sleep-in-japanese", "hostile", "--section", "related"),
    "search": ("search", "worry"),
    "stats": ("stats",),
    "validate": ("validate", "--select", "RES1,RES2,RES3,RES4"),
    "link-check": ("link-check", "--offline"),
    "rules": ("rules", "RES301"),
    "rename": ("rename", "easing-worry", "meeting-worry", "--title", "Meeting Worry", "--dry-run"),
}
TITLES = {
    "sleep-in-japanese": "睡眠の質を高める: 眠れない夜のための八週間のプログラム",
    "shalom": "שלום עולם",
    "a-new-home": "A New Home 🏡",
    "hostile": "[red]x[/b] \x1b]0;t\x07 [no]\tT",
    "carrying-on": "Carrying On After the Loss of Somebody Close, When Nothing Seems to Matter Any More",
}


def awkward_programs(folder: Path) -> Path:
    """Write a content folder: sound programs, titles that are hard to show, a broken file, one that is no program."""
    files = {f"content/{slug}.md": other(slug) for slug in OTHERS}
    for number, (slug, title) in enumerate(TITLES.items(), 10):
        identity = f"{number:08}-4444-4444-8444-444444444444"
        files[f"content/{slug}.md"] = program(
            f"title: {as_yaml(title)}\nsequence: {number}\nprogramId: {identity}\n"
            "relatedpost:\n  program:\n    - title: Easing Worry\n      slug: easing-wory\n"
        )
    files |= {
        "content/a-calmer-week.md": program(),
        "content/broken.md": "---\ntemplateKey: resilify-program\ntitle: Still Here\nsequence: many\n---\n",
        "content/post.md": "---\ntemplateKey: blog-post\n---\n",
        "resilify.toml": "",
    }
    return write(folder, files)


def screens(resilify: Program, name: str) -> Iterator[tuple[int, str]]:
    """Run a command at every width, and return what it prints, standard error last."""
    for width in WIDTHS:
        outcome = resilify(*COMMANDS[name], terminal=width)
        yield width, outcome.out + outcome.err


def as_text(resilify: Program, name: str) -> str:
    """Return the screens of a command at all widths as one text."""
    parts = [f"$ resilify {' '.join(COMMANDS[name])}\n"]
    parts += [f"\n{f' {width} columns ':=^{width}}\n{shown}" for width, shown in screens(resilify, name)]
    return "".join(parts)
