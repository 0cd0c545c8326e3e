"""Files written wholly or not at all: into a temporary one beside it, which then takes its place."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from resilify_cli.errors import WriteError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows, where an open file cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

_LOCKS: Final[bool] = fcntl is not None
_BEFORE, _BEHIND = ".resilify-", ".tmp"
_STALE: Final = re.compile(r"\.resilify-.*\.tmp")
_USUAL_MODE: Final = 0o666


def replace_file(path: Path, data: bytes, check: Callable[[Path], None] = lambda _: None) -> None:
    """Write a file: whoever reads it meanwhile meets the old one or the new one, also where the power fails.

    A link is followed. `check` is given the file last thing before it is replaced, and may raise. What is there
    and is no regular file, such as a pipe, is written into; one that may not be written is left, though its folder
    would let another take its place. Raises WriteError.
    """
    with _naming(path):
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data, check)


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Name the file that cannot be written, and not the temporary one beside it, of which nobody knows."""
    try:
        yield
    except OSError as error:
        msg = f"cannot write {path.as_posix()}: {error.strerror or error}"
        raise WriteError(msg) from None


def _replace(target: Path, data: bytes, check: Callable[[Path], None]) -> None:
    check(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = _temporary(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _take_after(file.fileno(), target)
            os.fsync(file.fileno())
            check(target)
            if _LOCKS:  # while it is held, so that nobody takes it for a stale one
                os.replace(name, target)  # noqa: PTH105
        if not _LOCKS:  # pragma: no cover - Windows replaces no file that is open
            os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    _sync_folder(target.parent)


def create_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, wholly or not at all. Raises WriteError, also where it is there."""
    with _naming(path):
        _create(path, data)


def _create(path: Path, data: bytes) -> None:
    handle, name = _temporary(path.parent)
    with os.fdopen(handle, "wb") as file:
        try:
            file.write(data)
            file.flush()
            _take_after(file.fileno(), path)
            os.fsync(file.fileno())
            move_file(Path(name), path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)  # noqa: PTH108
            raise


def move_file(path: Path, to: Path) -> None:
    """Give a file another name that no other file has. Raises FileExistsError where one has it, and OSError."""
    if is_same_file(path, to):
        os.rename(path, to)  # noqa: PTH104 - other letters, and a file system that minds no case
        if path.name in os.listdir(path.parent):  # noqa: PTH208 - two names of one file: a killed run left both
            os.unlink(path)  # noqa: PTH108
    else:
        _link_alone(path, to)
        os.unlink(path)  # noqa: PTH108
    _sync_folder(to.parent)


def is_same_file(path: Path, other: Path) -> bool:
    """Tell whether two paths name one file; a link is another file than the one it leads to."""
    try:
        return os.path.samestat(path.lstat(), other.lstat())
    except FileNotFoundError:
        return False


def _link_alone(path: Path, to: Path) -> None:
    """Give a file a second name: unlike a rename, that never takes the place of another file."""
    try:
        os.link(path, to, follow_symlinks=False)
    except FileExistsError:
        raise
    except (NotImplementedError, OSError):  # a system or a disk without such links
        with to.open("xb") as file:
            try:
                file.write(path.read_bytes())
                file.flush()
            except BaseException:
                os.unlink(to)  # noqa: PTH108
                raise


def sweep(folders: Iterable[Path]) -> None:
    """Remove the temporary files that a killed run left in some folders; those that a run still holds stay."""
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if _STALE.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    _remove_if_stale(Path(entry.path))


def _remove_if_stale(path: Path) -> None:
    with contextlib.suppress(OSError), path.open("rb") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()


def _temporary(folder: Path) -> tuple[int, str]:
    """Make a temporary file and lock it; another run may have swept it away before it was locked."""
    while True:
        handle, name = tempfile.mkstemp(_BEHIND, _BEFORE, folder)
        _hold(handle)
        if os.path.exists(name):  # noqa: PTH110
            return handle, name
        os.close(handle)


def _hold(descriptor: int) -> None:
    """Lock a temporary file, which tells the next run that somebody is still at work on it."""
    if fcntl is not None:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)


def _take_after(descriptor: int, target: Path) -> None:
    """Give a new file the mode of the old one, and its owner where that is allowed; the usual mode to a first one."""
    try:
        status = target.stat()
    except FileNotFoundError:
        mode = _USUAL_MODE & ~_umask()
    else:
        mode = status.st_mode & 0o7777
        if hasattr(os, "fchown"):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)


def _umask() -> int:
    """The mask can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a failure of power, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
