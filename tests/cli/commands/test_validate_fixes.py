"""`resilify validate` with fixes, baselines, git and files, as a person runs it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factory import other, program, write
from program import Program
from resilify_cli.catalogue import load_catalogue

if TYPE_CHECKING:
    from resilify_cli.content.document import Document

CITATION = "references:\n  - title: A\n    reference: Doe. doi:10.1000/182.\n    image: /img/card-1.png\n"
LINK = "    link: https://doi.org/10.1000/182\n"
RULES = ("--select", "RES412,RES205")


@pytest.fixture
def content(folder: Path) -> Path:
    """A catalogue in which one citation has a DOI and no link."""
    files = {"a-calmer-week.md": program(CITATION)}
    return write(
        folder / "content", files | {f"{name}.md": other(name) for name in ("quiet-evenings", "easing-worry")}
    )


def test_fix_writes_what_has_one_right_answer(content: Path, resilify: Program) -> None:
    """And says how much; a second run changes nothing."""
    outcome = resilify("validate", *RULES, "--fix")
    assert (0, "") == (outcome.status, outcome.out)
    assert "3 programs, 1 other file skipped: 1 fixed; nothing else to say\n" == outcome.err
    assert LINK in (content / "a-calmer-week.md").read_text("utf-8")
    assert "3 programs, 1 other file skipped: nothing to say\n" == resilify("validate", *RULES, "--fix").err


def test_diff_shows_and_changes_nothing(content: Path, resilify: Program) -> None:
    """A unified diff that `git apply` takes; status 1."""
    before = (content / "a-calmer-week.md").read_bytes()
    outcome = resilify("validate", *RULES, "--diff")
    assert (1, "1 finding would be fixed in 1 file\n") == (outcome.status, outcome.err)
    assert before == (content / "a-calmer-week.md").read_bytes()
    assert f"+{LINK}" in outcome.out
    subprocess.run(["git", "apply"], input=outcome.out.encode(), check=True, cwd=content.parent)
    assert LINK in (content / "a-calmer-week.md").read_text("utf-8")
    assert (0, "", "nothing would be changed\n") == _told(resilify("validate", *RULES, "--diff"))


@pytest.mark.parametrize("name", ["tab\there.md", "with space.md", "esc\x1b.md", os.fsdecode(b"caf\xe9.md")])
@pytest.mark.parametrize("given", ["content", "../{here}/content", "{above}/{here}/content", "link"])
def test_git_takes_every_diff(content: Path, resilify: Program, name: str, given: str) -> None:
    """Whatever the file is called, however its folder is named, and though characters of it hide."""
    here = content.parent
    (here / "link").symlink_to("content")
    path = content / name
    path.write_bytes(b"\xef\xbb\xbf" + program(CITATION).replace("calm.png", "a\x85\u200b.png").encode())
    (content / "a-calmer-week.md").unlink()
    (content / "alias.md").symlink_to(name)
    folder = given.format(here=here.name, above=here.parent)
    outcome = resilify("validate", folder, ".", "--select", "RES412,RES115", "--diff", FORCE_COLOR="1")
    subprocess.run(["git", "apply"], input=outcome.out.encode(), check=True, cwd=here)
    patched = path.read_bytes()
    assert (True, True) == (patched.startswith(b"---"), LINK.encode() in patched)
    assert "nothing would be changed\n" == resilify("validate", "--select", "RES412,RES115", "--diff").err


def _told(outcome: object) -> tuple[int, str, str]:
    return outcome.status, outcome.out, outcome.err  # type: ignore[attr-defined]


def test_unsafe_fixes_alone_are_a_slip(content: Path, resilify: Program) -> None:
    """They change files only where --fix says so."""
    assert content.is_dir()
    outcome = resilify("validate", "--unsafe-fixes")
    assert (2, True) == (outcome.status, "goes with --fix" in outcome.err)


def test_a_file_that_cannot_be_written_is_told(
    content: Path, resilify: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its findings are still there, and the status is 2."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "a-calmer-week.md")

    monkeypatch.setattr("os.replace", refuse)
    outcome = resilify("validate", *RULES, "--fix")
    assert 2 == outcome.status
    assert "RES412" in outcome.out
    assert "Permission denied" in outcome.err
    assert not list(content.glob(".*"))


def test_a_format_that_does_not_fit_is_refused_before_anything_is_written(
    content: Path, resilify: Program
) -> None:
    """Rows want statistics, and statistics want rows."""
    before = (content / "a-calmer-week.md").read_bytes()
    for options in (("--format", "table"), ("--statistics", "--format", "sarif")):
        outcome = resilify("validate", *RULES, "--fix", *options)
        assert (2, True) == (outcome.status, "here there are" in outcome.err)
    assert 2 == resilify("validate", "--diff", "--output", "x.json").status
    assert before == (content / "a-calmer-week.md").read_bytes()


def test_of_a_file_that_was_saved_meanwhile_the_first_findings_stand(
    content: Path, resilify: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At their places before any fix, though a pass had moved them already."""
    path = content / "a-calmer-week.md"
    path.write_text(program(f"{CITATION}programId: x\n"), "utf-8")
    before = resilify("validate", *RULES).out

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    assert before == resilify("validate", *RULES, "--fix").out
    assert 2 == before.count("\n")


def test_leftovers_are_swept_though_nothing_is_to_be_fixed(content: Path, resilify: Program) -> None:
    """The next run with --fix clears up, and one without does not touch them."""
    left = content / ".resilify-x.tmp"
    left.write_bytes(b"half")
    resilify("validate", "--select", "RES205")
    assert left.exists()
    resilify("validate", "--select", "RES205", "--fix")
    assert not left.exists()


def test_ctrl_c_ends_between_two_files(content: Path, resilify: Program) -> None:
    """Status 130, each file old or new, and what was done is said."""
    assert resilify
    old = program(CITATION).encode()
    new = old.replace(b"10.1000/182.\n", b"10.1000/182.\n" + LINK.encode())
    names = [f"p{number:03}.md" for number in range(400)]
    write(content, dict.fromkeys(names, old))
    command = [sys.executable, "-m", "resilify_cli", "validate", "content", *RULES, "--fix"]
    running = subprocess.Popen(command, cwd=content.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    _wait_for(content / names[0], new)
    running.send_signal(signal.SIGINT)
    said = running.communicate()[1].decode()
    assert 130 == running.returncode
    assert "interrupted: " in said
    assert {old, new} == {(content / name).read_bytes() for name in names}
    assert not list(content.glob(".*"))


@pytest.fixture
def interrupted(content: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a content folder of which the third program in display order is Ctrl-C's."""
    catalogue = load_catalogue(content)
    third = catalogue.programs[2].facts.slug

    def read(document: Document) -> list[object]:
        if document.path.stem == third:
            signal.raise_signal(signal.SIGINT)
        return []

    monkeypatch.setattr("resilify_cli.rules._runner.read_suppressions", read)
    yield content
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_ctrl_c_in_the_search_ends_with_what_was_found(interrupted: Path, resilify: Program) -> None:
    """Status 130; with --fix nothing is written, nor with --write-baseline a baseline of a part."""
    path = interrupted / "quiet-evenings.md"
    path.write_text(path.read_text("utf-8").replace("programId: ", "programId: x"), "utf-8")
    before = path.read_bytes()
    for options in ((), ("--fix",), ("--write-baseline", "known.json"), ("--exit-zero",)):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        outcome = resilify("validate", *RULES, *options)
        assert (130, 1) == (outcome.status, outcome.out.count("RES205")), options
        told = "interrupted: 2 of 3 programs looked at" + "; nothing was changed" * ("--fix" in options)
        assert told in outcome.err.splitlines()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    assert (130, "") == _told(resilify("validate", *RULES, "--diff"))[:2]
    assert (False, before) == ((interrupted.parent / "known.json").exists(), path.read_bytes())


def test_neither_a_baseline_nor_a_diff_goes_with_a_report(content: Path, resilify: Program) -> None:
    """Where nothing would come of an option, it is refused."""
    assert content.is_dir()
    for option in (("--statistics",), ("--output", "x.json"), ("--format", "json")):
        for first in (("--write-baseline", "known.json"), ("--diff",)):
            outcome = resilify("validate", *first, *option)
            assert (2, True) == (outcome.status, f"{first[0]} goes with neither" in outcome.err)


def test_exit_zero_and_statistics(content: Path, resilify: Program) -> None:
    """The count by rule, and no failure."""
    assert content.is_dir()
    outcome = resilify("validate", *RULES, "--statistics", "--fail-on", "warning", "--exit-zero")
    assert (0, [["1", "RES412", "doi-without-link", "1"]]) == (outcome.status, outcome.rows)
    assert "(1 can be fixed with --fix)" in outcome.err
    data = resilify("validate", *RULES, "--statistics", "--format", "json").data
    assert [{"count": 1, "code": "RES412", "rule": "doi-without-link", "fixable": 1}] == data


@pytest.mark.parametrize("name", ["x.json", "x.sarif", "x.xml", "x.md", "x.ndjson", "x.txt"])
def test_a_report_is_written_beside_the_screen(content: Path, resilify: Program, name: str) -> None:
    """In the format that the file's ending speaks of, or the one that is asked for."""
    outcome = resilify("validate", *RULES, "--output", name)
    assert outcome.out.startswith("content/a-calmer-week.md:24:25: RES412")
    text = (content.parent / name).read_text("utf-8")
    if name.endswith(("json", "sarif")):
        assert json.loads(text)
    elif name.endswith("xml"):
        assert ET.fromstring(text).tag == "testsuites"  # noqa: S314 - our own
    assert "RES412" in text
    resilify("validate", *RULES, "--output", name, "--format", "gitlab")
    assert 1 == len(json.loads((content.parent / name).read_text("utf-8")))


def test_a_report_that_cannot_be_written_is_seen_all_the_same(content: Path, resilify: Program) -> None:
    """A long run is not lost with it."""
    assert content.is_dir()
    outcome = resilify("validate", *RULES, "--output", "nowhere/x.json")
    assert (2, True) == (outcome.status, "RES412" in outcome.out)
    assert outcome.err.endswith("error: cannot write nowhere/x.json: No such file or directory\n")


def test_a_baseline_leaves_out_what_is_known(content: Path, resilify: Program) -> None:
    """It survives what is inserted above; only a new fault fails."""
    path = content / "a-calmer-week.md"
    assert 0 == resilify("validate", *RULES, "--write-baseline", "known.json").status
    strict = ("validate", *RULES, "--fail-on", "warning")
    assert 1 == resilify(*strict).status
    path.write_text(
        path.read_text("utf-8").replace("title: A Calmer", "# x\n" * 10 + "title: A Calmer"), "utf-8"
    )
    assert 0 == resilify(*strict, "--baseline", "known.json").status
    path.write_text(path.read_text("utf-8").replace("programId: ", "programId: x"), "utf-8")
    outcome = resilify(*strict, "--baseline", "known.json")
    assert (1, 1) == (outcome.status, outcome.out.count("\n"))
    (content.parent / "resilify.toml").write_text('validate.baseline = "known.json"\n', "utf-8")
    assert 1 == resilify(*strict).out.count("\n")


def test_rules_are_left_out_for_some_files(content: Path, resilify: Program) -> None:
    """By globs in the configuration."""
    (content.parent / "resilify.toml").write_text(
        '[validate.per-file-ignores]\n"content/a-*" = ["RES4"]\n', "utf-8"
    )
    assert "" == resilify("validate", *RULES).out
    (content.parent / "resilify.toml").write_text('[validate.per-file-ignores]\n"x" = "RES4"\n', "utf-8")
    assert "must be a table of lists" in resilify("validate").err


def test_only_changed_files_are_reported(content: Path, resilify: Program) -> None:
    """Those that differ from the revision, and those that git does not know."""

    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        subprocess.run(command, check=True, cwd=content.parent, capture_output=True)

    assert 2 == resilify("validate", "--changed-since", "HEAD").status
    git("init")
    git("add", ".")
    git("commit", "-m", "x")
    assert "" == resilify("validate", *RULES, "--changed-since", "HEAD").out
    (content / "a-calmer-week.md").write_text(program(CITATION + "sequence: 8\n"), "utf-8")
    assert "RES412" in resilify("validate", *RULES, "--changed-since", "HEAD").out
    (content / "new.md").write_text(program("programId: x\n"), "utf-8")
    assert "content/new.md:5:12: RES205" in resilify("validate", *RULES, "--changed-since", "HEAD").out
    outcome = resilify("validate", "--changed-since", "--all")
    assert (2, "error: git knows no revision '--all'\n") == (outcome.status, outcome.err)


def test_git_is_asked_about_the_folder_itself(content: Path, resilify: Program) -> None:
    """Not about what the environment of a hook names; what lies in another repository counts with that."""
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init"], ["add", "."], ["commit", "-m", "x"]):
        subprocess.run([*git, *command], check=True, cwd=content.parent, capture_output=True)
    changed = ("validate", *RULES, "--changed-since", "HEAD")
    for environment in (
        {"GIT_DIR": ".git"},
        {"GIT_DIR": str(content.parent / ".git"), "GIT_INDEX_FILE": "x"},
    ):
        assert (0, "") == _told(resilify(*changed, **environment))[:2]
    write(content / "inner", {"new.md": program(CITATION)})
    for command in (["init"], ["add", "."], ["commit", "-m", "x"]):
        subprocess.run([*git, *command], check=True, cwd=content / "inner", capture_output=True)
    assert ["content/inner/new.md"] == [line.split(":")[0] for line in resilify(*changed).out.splitlines()]
    for command in (["add", "."], ["commit", "-m", "y"]):
        subprocess.run([*git, *command], check=True, cwd=content.parent, capture_output=True)
    assert "" == resilify(*changed).out
    write(content / "inner", {"new.md": program(CITATION + "sequence: 9\n")})
    assert "content/inner/new.md:" in resilify(*changed).out


def test_a_kill_leaves_every_file_old_or_new(content: Path, resilify: Program) -> None:
    """Whenever it comes; and the next run leaves no temporary file behind."""
    old = program(CITATION).encode()
    new = old.replace(b"10.1000/182.\n", b"10.1000/182.\n" + LINK.encode())
    names = [f"p{number}.md" for number in range(60)]
    command = [sys.executable, "-m", "resilify_cli", "validate", "content", *RULES, "--fix"]
    source = random.Random(7)  # noqa: S311 - no secret
    for _ in range(3):
        write(content, dict.fromkeys(names, old))
        running = subprocess.Popen(
            command, cwd=content.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _wait_for(content / names[0], new)
        time.sleep(source.random() / 50)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert {(content / name).read_bytes() for name in names} <= {old, new}
    resilify("validate", *RULES, "--fix")
    assert {new} == {(content / name).read_bytes() for name in names}
    assert not list(content.glob(".*"))


def _wait_for(path: Path, wanted: bytes) -> None:
    until = time.monotonic() + 30
    while path.read_bytes() != wanted and time.monotonic() < until:
        time.sleep(0.001)
    assert wanted == path.read_bytes()
