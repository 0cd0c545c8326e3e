"""Files are old or new, never half."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from resilify_cli.atomic import create_file, move_file, replace_file, sweep
from resilify_cli.errors import WriteError


def test_a_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    """Nothing else stays in the folder."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert (b"new", 0o640) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
    assert [path] == list(tmp_path.iterdir())


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    """As if it had been opened for writing."""
    replace_file(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "b").stat().st_mode == (tmp_path / "a").stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file that it leads to is written, and it stays a link."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    replace_file(tmp_path / "link", b"new")
    assert (True, b"new") == ((tmp_path / "link").is_symlink(), (tmp_path / "real").read_bytes())


def test_a_check_that_fails_leaves_everything(tmp_path: Path) -> None:
    """Also where it fails only the second time, when the new file is there already."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    calls: list[Path] = []

    def check(target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            msg = "changed"
            raise ValueError(msg)

    with pytest.raises(ValueError, match="changed"):
        replace_file(path, b"new", check)
    assert (b"old", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))


def test_a_device_is_written_into() -> None:
    """What is no regular file keeps its place."""
    replace_file(Path(os.devnull), b"x")
    assert Path(os.devnull).is_char_device()


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    """Only its temporary files, and not one that another run still holds."""
    fcntl = pytest.importorskip("fcntl")
    for name in (".resilify-x.tmp", ".resilify-held.tmp", ".other.tmp", "a.md"):
        (tmp_path / name).write_bytes(b"x")
    with (tmp_path / ".resilify-held.tmp").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        sweep([tmp_path, tmp_path / "missing"])
    assert {".resilify-held.tmp", ".other.tmp", "a.md"} == {path.name for path in tmp_path.iterdir()}


def test_a_pipe_is_written_into() -> None:
    """Also under a name that leads to it, as /dev/stdout does."""
    reading, writing = os.pipe()
    replace_file(Path(f"/dev/fd/{writing}"), b"x")
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert b"x" == pipe.read()


def test_what_cannot_be_written_is_told_by_its_own_name(tmp_path: Path) -> None:
    """Not by that of the temporary file."""
    for name, why in (("nowhere/a.md", "No such file or directory"), ("", "Is a directory")):
        path = tmp_path / name
        with pytest.raises(WriteError) as caught:
            replace_file(path, b"x")
        assert f"cannot write {path.as_posix()}: {why}" == str(caught.value)


def test_a_file_that_may_not_be_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though its folder would let another take its place."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    if os.access(path, os.W_OK):  # whoever runs this may write everything
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WriteError, match=r"a\.md: Permission denied"):
        replace_file(path, b"new")
    assert (b"old", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))


def test_a_temporary_file_that_was_swept_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run may come between its making and its lock."""
    make, made = tempfile.mkstemp, []

    def swept(*arguments: str) -> tuple[int, str]:
        made.append(make(*arguments))
        if len(made) == 1:
            Path(made[0][1]).unlink()
        return made[-1]

    monkeypatch.setattr(tempfile, "mkstemp", swept)
    replace_file(tmp_path / "a", b"x")
    assert (2, b"x") == (len(made), (tmp_path / "a").read_bytes())


def test_a_new_file_takes_no_other_place(tmp_path: Path) -> None:
    """Not of a file, nor of a link that leads nowhere; nothing else stays in the folder."""
    create_file(tmp_path / "a", b"first")
    (tmp_path / "b").symlink_to("nowhere")
    for name in ("a", "b"):
        with pytest.raises(WriteError, match=f"cannot write .*/{name}: File exists"):
            create_file(tmp_path / name, b"second")
    assert (b"first", {"a", "b"}) == ((tmp_path / "a").read_bytes(), {p.name for p in tmp_path.iterdir()})


def test_a_created_file_gets_the_usual_mode(tmp_path: Path) -> None:
    """As if it had been opened for writing."""
    create_file(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "b").stat().st_mode == (tmp_path / "a").stat().st_mode


def test_a_file_is_moved_to_a_free_name_alone(tmp_path: Path) -> None:
    """A second name of the same file, which a killed run leaves, is no other file; a link to it is one."""
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    with pytest.raises(FileExistsError):
        move_file(tmp_path / "a", tmp_path / "b")
    (tmp_path / "link").symlink_to("a")
    with pytest.raises(FileExistsError):
        move_file(tmp_path / "link", tmp_path / "a")
    os.link(tmp_path / "a", tmp_path / "c")
    move_file(tmp_path / "a", tmp_path / "c")
    assert {"b": "b", "c": "a"} == {p.name: p.read_text() for p in tmp_path.iterdir() if p.exists()}


@pytest.mark.parametrize("write_file", [replace_file, create_file])
def test_a_file_that_cannot_be_written_is_named(
    write_file: Callable[[Path, bytes], None], tmp_path: Path
) -> None:
    """And not the temporary one beside it, of which nobody knows."""
    with pytest.raises(WriteError, match=r"missing/a\.md: No such file"):
        write_file(tmp_path / "missing" / "a.md", b"x")
