"""Which files belong to a content folder, and what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from resilify_cli.content.document import Document
from resilify_cli.diagnostics import Fault
from resilify_cli.errors import ContentNotFoundError

SUFFIXES: Final = frozenset((".md", ".markdown", ".mdx"))
GENERATED_FOLDERS: Final = frozenset(("node_modules", "public"))
MAX_BYTES: Final = 4 * 1024 * 1024


def discover(root: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """Return the Markdown files below a folder, sorted by path.

    Hidden and generated folders are left out, and what an `exclude` glob matches (against the path below
    `root`, or any folder of it). A folder reached a second time through a symbolic link is entered once.
    Raises ContentNotFoundError if there is no such folder or it cannot be read.
    """
    if not root.is_dir():
        msg = f"no such folder: {root.as_posix()}"
        raise ContentNotFoundError(msg)
    try:
        os.listdir(root)  # noqa: PTH208 - only to learn whether it may be read
    except OSError as error:
        msg = f"cannot read the folder {root.as_posix()}: {error.strerror}"
        raise ContentNotFoundError(msg) from None
    return sorted(_below(root, root, tuple(exclude), set()), key=lambda path: path.as_posix())


def _below(folder: Path, root: Path, exclude: tuple[str, ...], seen: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        status = folder.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            return
        seen.add(identity)
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # a folder that may not be read holds nothing for us
        return
    for entry in entries:
        path = folder / entry.name
        if exclude and _excluded(path.relative_to(root).as_posix(), exclude):
            continue
        if entry.is_dir():
            if not entry.name.startswith(".") and entry.name not in GENERATED_FOLDERS:
                yield from _below(path, root, exclude, seen)
        elif path.suffix.lower() in SUFFIXES and not entry.name.startswith("."):
            yield path


def _excluded(relative: str, exclude: tuple[str, ...]) -> bool:
    return any(fnmatch(relative, glob) or fnmatch(relative, f"{glob.rstrip('/')}/*") for glob in exclude)


def read(path: Path) -> Document:
    """Read a file. One that cannot be read becomes an empty document with the fault that says why."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"the file is too large to be a program ({size:,} bytes); it was not read"
            return Document("", path, (Fault("unreadable-file", message),))
        return Document.from_bytes(path.read_bytes(), path)
    except OSError as error:
        return Document("", path, (Fault("unreadable-file", f"the file cannot be read: {error.strerror}"),))
