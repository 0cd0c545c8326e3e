"""Catalogues whose references link into a web of one's own."""

from __future__ import annotations

from pathlib import Path

from factory import program, write
from web import Web


def with_links(*links: str) -> str:
    """Return a program whose references have these links."""
    items = "".join(
        f"  - title: Work {i}\n    reference: Doe.\n    link: {link}\n    image: /img/a.png\n"
        for i, link in enumerate(links)
    )
    return program(f"references:\n{items}")


def alone(folder: Path, *links: str) -> Path:
    """Write a catalogue of one program with these links."""
    related = "relatedpost:\n  program:\n    - title: Calm\n      slug: calm\n"
    text = with_links(*links).replace(
        "relatedpost:\n  program:\n    - title: Easing Worry\n      slug: easing-worry\n", related
    )
    return write(folder, {"one/calm.md": text}) / "one"


def services(folder: Path, web: Web, more: str = "") -> None:
    """Configure every service to be that web."""
    names = ("doi", "crossref", "datacite", "archive")
    lines = "".join(f'{name}-service = "{web.base}"\n' for name in names)
    write(folder, {"resilify.toml": f"[link-check]\n{lines}{more}"})
