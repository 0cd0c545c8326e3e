"""Which files belong to a content folder, and what they hold."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from resilify_cli.content.document import Document
from resilify_cli.diagnostics import Fault
from resilify_cli.errors import ContentNotFoundError

SUFFIXES: Final = frozenset((".md", ".markdown", ".mdx"))
GENERATED_FOLDERS: Final = frozenset(("node_modules", "public"))
MAX_BYTES: Final = 4 * 1024 * 1024
UNREADABLE: Final = "unreadable-file"
_BEGINNING: Final = 64 * 1024


def discover(root: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """Return the Markdown files below a folder, sorted by path.

    Hidden and generated folders are left out, and what an `exclude` glob matches (against the path below
    `root`, or any folder of it). A folder reached a second time through a symbolic link is entered once.
    Raises ContentNotFoundError if there is no such folder or it cannot be read.
    """
    if not os.path.isdir(root):  # noqa: PTH112 - unlike pathlib's, it takes every name
        msg = f"no such folder: {root.as_posix()}"
        raise ContentNotFoundError(msg)
    return sorted(_below(root, root, tuple(exclude), set()), key=lambda path: path.as_posix())


def _below(folder: Path, root: Path, exclude: tuple[str, ...], seen: set[tuple[int, int]]) -> Iterator[Path]:
    for entry in _entries(folder, seen):
        path = folder / entry.name
        if exclude and matches(path.relative_to(root).as_posix(), exclude):
            continue
        if _is(entry.is_dir):
            if not entry.name.startswith(".") and entry.name not in GENERATED_FOLDERS:
                yield from _below(path, root, exclude, seen)
        elif path.suffix.lower() in SUFFIXES and not entry.name.startswith(".") and _is(entry.is_file):
            yield path


def _entries(folder: Path, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    """List a folder, once however it is reached. What may not be read cannot be said to be fine, and is an error."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return []
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:  # it went while we looked
        return []
    except OSError as error:
        msg = f"cannot read the folder {folder.as_posix()}: {error.strerror}"
        raise ContentNotFoundError(msg) from None


def _is(test: Callable[[], bool]) -> bool:
    """Ask what an entry is; a symbolic link that leads nowhere, or round in a circle, is nothing."""
    try:
        return test()
    except OSError:
        return False


def matches(relative: str, globs: Iterable[str]) -> bool:
    """Tell whether one of some globs matches a path, or a folder above it."""
    return any(fnmatch(relative, glob) or fnmatch(relative, f"{glob.rstrip('/')}/*") for glob in globs)


def read(path: Path) -> Document:
    """Read a file. One that cannot be read becomes a document with the fault that says why.

    Of one that is too large, the beginning is read, so that it can be told for the program that it is.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end, and a device might not
            return _unreadable(path, "it is no regular file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(path, str(error.strerror))
    if len(data) > MAX_BYTES:
        return _unreadable(path, f"it is larger than {MAX_BYTES:,} bytes", data[:_BEGINNING])
    return Document.from_bytes(data, path)


def _unreadable(path: Path, why: str, beginning: bytes = b"") -> Document:
    return Document.beginning(beginning, path, Fault(UNREADABLE, f"the file cannot be read: {why}"))
