"""What git knows of the files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

from resilify_cli.errors import GitError

# A hook has them from the git that runs it; they would make any folder look like the top of the work tree.
_OF_ANOTHER_GIT: Final = frozenset(
    ("GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE")
)


def changed_since(revision: str, folder: Path) -> frozenset[Path]:
    """Return the files, resolved, of the work tree around a folder that differ from a revision or are new to git.

    Of another repository within it, such as a submodule, in which anything does, its folder.
    Raises GitError where git is not there, the folder is in no work tree, or there is no such revision.
    """
    here = folder if folder.is_dir() else folder.parent
    top = Path(_git(here, "rev-parse", "--show-toplevel").removesuffix("\n"))
    commit = _git(here, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    differ = _git(top, "diff", "--name-only", "-z", "--no-renames", commit.strip(), "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset((top / name).resolve() for name in (differ + new).split("\0") if name)


def is_tracked(path: Path) -> bool:
    """Tell whether git knows a file; not where there is no git, or no work tree around it."""
    try:
        _git(path.parent, "ls-files", "--error-unmatch", "-z", "--", path.name)
    except GitError:
        return False
    return True


def move(path: Path, to: Path) -> None:
    """Give a file that git knows another name, in the index as well. Raises GitError, where one has it already, too."""
    _git(path.parent, "mv", "--", path.name, os.path.relpath(to, path.parent))


def _git(folder: Path, *arguments: str) -> str:
    try:
        ended = subprocess.run(  # noqa: S603 - no shell, and what the user gives stands behind the options' end
            ["git", "--literal-pathspecs", "-C", str(folder), *arguments],  # noqa: S607 - the user's own git
            capture_output=True,
            check=False,
            env={name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_GIT},
        )
    except OSError as error:
        msg = f"cannot run git, which is needed here: {error.strerror}"
        raise GitError(msg) from None
    if ended.returncode:
        raise GitError(_why(folder, arguments, ended.stderr.decode("utf-8", "replace")))
    return ended.stdout.decode("utf-8", "surrogateescape")


def _why(folder: Path, arguments: tuple[str, ...], said: str) -> str:
    if "--verify" in arguments:
        return f"git knows no revision {arguments[-1].removesuffix('^{commit}')!r}"
    first = next(iter(said.splitlines()), "it gave no reason")
    return f"git cannot look at {folder.as_posix()}: {first.removeprefix('fatal: ')}"
