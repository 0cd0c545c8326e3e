"""Program files for tests: valid ones, and ones with something changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from resilify_cli.catalogue import Catalogue, load_catalogue
from resilify_cli.content.document import Document
from resilify_cli.facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

# A sound program of two sessions that names the two programs beside it.
BASE = """\
templateKey: resilify-program
title: A Calmer Week
image: calm.png
programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0
sequence: 7
overview: <p>Notice worry, and let it pass.</p>
categories:
  category:
    - title: Mental Health
sessions:
  session:
    - title: Looking at a week
      overview: How a week of worry looks from a distance.
      activityOverview: Note down three worries.
    - title: Letting go
      overview: What becomes of a worry that nobody feeds.
relatedpost:
  program:
    - title: Easing Worry
      slug: easing-worry
references:
  - title: A study of sleep
    reference: Doe, J. (2010). Sleep, 1, 1–2.
    link: https://example.org/sleep
    image: /img/card-1.png
tags:
  - calm
"""
OTHERS = {
    "quiet-evenings": (
        "Quiet Evenings",
        1,
        "22222222-2222-4222-8222-222222222222",
        "easing-worry",
        "Easing Worry",
    ),
    "easing-worry": (
        "Easing Worry",
        2,
        "33333333-3333-4333-8333-333333333333",
        "quiet-evenings",
        "Quiet Evenings",
    ),
}


def fenced(block: str) -> str:
    """Put a YAML block between fences."""
    return f"---\n{block}---\n"


def program(changes: str = "", without: tuple[str, ...] = ()) -> str:
    """Return a sound program file, with the top-level fields of a YAML fragment in the place of its own."""
    fields = top_level(BASE)
    for name in without:
        del fields[name]
    fields |= top_level(changes)
    return fenced("".join(fields.values()))


def top_level(block: str) -> Mapping[str, str]:
    """Split a YAML block into the lines of its top-level fields; a field that stands twice keeps both."""
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines(keepends=True):
        if line[0] not in " \n#":
            name = line.partition(":")[0]
        fields[name] = fields.get(name, "") + (line if line.endswith("\n") else line + "\n")
    return fields


def other(slug: str) -> str:
    """Return one of the two programs that stand beside the one under test."""
    title, sequence, identity, related_slug, related_title = OTHERS[slug]
    return program(
        f"title: {title}\nprogramId: {identity}\nsequence: {sequence}\n"
        f"relatedpost:\n  program:\n    - title: {related_title}\n      slug: {related_slug}\n"
    )


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, by relative path, and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def catalogue(folder: Path, files: Mapping[str, str | bytes]) -> Catalogue:
    """Write files into a folder and read it as a catalogue."""
    return load_catalogue(write(folder, files))


def beside(text: str | bytes, name: str = "a-calmer-week.md") -> dict[str, str]:
    """Return the two sound programs that stand beside a file under test, one of which links to it."""
    files = {f"{slug}.md": other(slug) for slug in OTHERS}
    entry = as_yaml({"title": read_facts(document(text)).title or "Untitled", "slug": Path(name).stem})
    with_entry = f"    - {entry}\nreferences:\n"
    return files | {"easing-worry.md": files["easing-worry.md"].replace("references:\n", with_entry, 1)}


def small_catalogue(folder: Path, text: str | bytes, name: str = "a-calmer-week.md") -> Catalogue:
    """Read a catalogue of one file under test and the two sound programs beside it."""
    return catalogue(folder, {name: text, **beside(text, name)})


def document(text: str | bytes) -> Document:
    """Read a document from text."""
    return Document.from_bytes(text.encode() if isinstance(text, str) else text, Path("a-calmer-week.md"))


def as_yaml(value: object) -> str:
    """Write a value as YAML on one line, quoted where it needs that."""
    return (
        yaml.safe_dump(value, default_flow_style=True, width=10_000, allow_unicode=True)
        .removesuffix("...\n")
        .strip(" \n")
    )
