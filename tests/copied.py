"""Programs that share texts, and what the rules about copies say of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factory import catalogue, program
from resilify_cli.rules import ValidateOptions, find_rule, validate

RULES = tuple(find_rule(f"RES60{number}") for number in (1, 2, 3))


def of_sessions(number: int, title: str, *texts: str) -> str:
    """Return a program with a number of its own, and a session for each text: they stand on lines 14, 16 and so on."""
    sessions = "".join(f"    - title: Part {part}\n      {text}\n" for part, text in enumerate(texts, 1))
    return program(
        f"title: {title}\nsequence: {number}\nprogramId: {number:08}-4444-4444-8444-444444444444\n"
        f"sessions:\n  session:\n{sessions}"
    )


def copies_told(files: Mapping[str, str], folder: Path) -> list[tuple[str, int, str, str]]:
    """Return all copies that are found in a catalogue: slug, line, code and severity."""
    found = validate(catalogue(folder, files), ValidateOptions(RULES))
    return [(d.program or "", d.span.line, d.code, d.severity.value) for d in found]


def words_of_copies(files: Mapping[str, str], folder: Path) -> list[tuple[str, str]]:
    """Return the message and the help of all copies that are found, paths below the folder."""
    found = validate(catalogue(folder, files), ValidateOptions(RULES))
    return [(d.message, (d.help or "").replace(f"{folder.as_posix()}/", "")) for d in found]
