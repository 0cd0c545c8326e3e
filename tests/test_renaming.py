"""A program gets another name everywhere, or nowhere."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factory import OTHERS, catalogue, other, program, write
from resilify_cli.catalogue import load_catalogue
from resilify_cli.errors import FileChangedError, GitError, ProgramNameError
from resilify_cli.renaming import Renaming, carry_out, plan_renaming

FILES = {f"{slug}.md": other(slug) for slug in OTHERS} | {"a-calmer-week.md": program()}


def renaming(folder: Path, key: str, slug: str, title: str | None = None) -> Renaming:
    """Work out a renaming in a folder."""
    programs = load_catalogue(folder)
    return plan_renaming(programs, programs.find(key), slug, title)


def contents(folder: Path) -> dict[str, str]:
    """Return every file of a folder."""
    return {path.name: path.read_bytes().decode() for path in folder.glob("*.md")}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def test_every_related_slug_is_rewritten_and_nothing_else(tmp_path: Path) -> None:
    """The file moves; only the slug's own characters differ in the others."""
    write(tmp_path, FILES)
    carry_out(renaming(tmp_path, "easing-worry", "meeting-worry"))
    expected = {
        name: text.replace("slug: easing-worry", "slug: meeting-worry") for name, text in FILES.items()
    }
    expected["meeting-worry.md"] = expected.pop("easing-worry.md")
    assert expected == contents(tmp_path)


def test_a_title_is_rewritten_here_and_where_it_is_named(tmp_path: Path) -> None:
    """In quotes where it wants them; the titles of other entries stay."""
    write(tmp_path, FILES)
    carry_out(renaming(tmp_path, "easing-worry", "easing-worry", "Worry: a Start"))
    expected = {
        name: text.replace("title: Easing Worry\n", "title: 'Worry: a Start'\n")
        for name, text in FILES.items()
    }
    assert expected == contents(tmp_path)


def test_what_changes_is_told_with_its_place(tmp_path: Path) -> None:
    """Each value, where it stands in the file as it is now."""
    write(tmp_path, FILES)
    told = renaming(tmp_path, "easing-worry", "meeting-worry", "Meeting Worry").rewritings
    assert [
        ("quiet-evenings.md", 20, "relatedpost.program[0].title", "Easing Worry", "Meeting Worry"),
        ("quiet-evenings.md", 21, "relatedpost.program[0].slug", "easing-worry", "meeting-worry"),
        ("easing-worry.md", 3, "title", "Easing Worry", "Meeting Worry"),
        ("a-calmer-week.md", 20, "relatedpost.program[0].title", "Easing Worry", "Meeting Worry"),
        ("a-calmer-week.md", 21, "relatedpost.program[0].slug", "easing-worry", "meeting-worry"),
    ] == [(Path(one.path).name, one.span.line, one.field, one.before, one.after) for one in told]


def test_a_name_that_will_not_do_is_refused(tmp_path: Path) -> None:
    """It is no slug, another program has it, or another file."""
    write(tmp_path, {**FILES, "notes.md": "No program.\n"})
    refused = {
        "Meeting Worry": "'Meeting Worry' is no slug; write meeting-worry",
        "a/b": "'a/b' is no slug; write a-b",
        "": "'' is no slug; write words of small letters, joined by hyphens",
        "quiet-evenings": "quiet-evenings.md has the slug quiet-evenings already",
        "notes": "notes.md is there already",
    }
    for slug, message in refused.items():
        with pytest.raises(ProgramNameError) as told:
            renaming(tmp_path, "easing-worry", slug)
        assert message in str(told.value)
    with pytest.raises(ProgramNameError, match="is no title"):
        renaming(tmp_path, "easing-worry", "worry", "Two\nLines")


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("evenings", "for the slug evenings the site would show quiet-evenings, which contains it"),
        (
            "very-quiet-evenings",
            "the site would show very-quiet-evenings where easing-worry names quiet-evenings",
        ),
    ],
)
def test_a_slug_that_would_mix_up_cards_is_refused(slug: str, message: str, tmp_path: Path) -> None:
    """The site shows the first program whose address contains a slug."""
    files = {
        **FILES,
        "zero.md": program("sequence: 0\ntitle: Zero\nprogramId: 44444444-4444-4444-8444-444444444444\n"),
    }
    write(tmp_path, files)
    with pytest.raises(ProgramNameError, match=message):
        renaming(tmp_path, "zero" if slug.startswith("very") else "easing-worry", slug)


def test_where_another_file_has_the_slug_too_it_keeps_the_relations(tmp_path: Path) -> None:
    """The file alone moves, which is how two of one slug are parted."""
    write(tmp_path, {**FILES, "deeper/easing-worry.md": other("easing-worry")})
    programs = load_catalogue(tmp_path)
    twin = next(one for one in programs if one.document.path.parent.name == "deeper")
    planned = plan_renaming(programs, twin, "other-worry")
    assert ((), ()) == (planned.rewritings, planned.files)


def test_a_file_changed_meanwhile_leaves_all_as_they_were(tmp_path: Path) -> None:
    """Also those that were written already."""
    write(tmp_path, FILES)
    planned = renaming(tmp_path, "easing-worry", "meeting-worry")
    late = planned.files[-1][0].path
    late.write_bytes(late.read_bytes() + b"\n")
    before = contents(tmp_path)
    with pytest.raises(FileChangedError):
        carry_out(planned)
    assert before == contents(tmp_path)


def test_a_name_taken_meanwhile_leaves_all_as_they_were(tmp_path: Path) -> None:
    """Nobody's file is overwritten."""
    write(tmp_path, FILES)
    planned = renaming(tmp_path, "easing-worry", "meeting-worry")
    write(tmp_path, {"meeting-worry.md": "mine"})
    before = contents(tmp_path)
    with pytest.raises(FileExistsError):
        carry_out(planned)
    assert before == contents(tmp_path)


def test_git_is_told_of_the_move(tmp_path: Path) -> None:
    """So that the history follows; a name taken meanwhile is refused by git, and all stay as they were."""
    write(tmp_path, FILES)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "all")
    carry_out(renaming(tmp_path, "easing-worry", "meeting-worry"))
    assert "R  easing-worry.md -> meeting-worry.md\n" in git(tmp_path, "status", "--short")
    planned = renaming(tmp_path, "meeting-worry", "easing-worry")
    write(tmp_path, {"easing-worry.md": "mine"})
    before = contents(tmp_path)
    with pytest.raises(GitError):
        carry_out(planned)
    assert before == contents(tmp_path)


def test_a_value_that_cannot_be_rewritten_for_sure_stops_it(tmp_path: Path) -> None:
    """As in a file that is not UTF-8; the message says where."""
    bad = program().replace("A Calmer", "\udce9 Calmer").encode("utf-8", "surrogateescape")
    programs = catalogue(tmp_path, {**FILES, "a-calmer-week.md": bad})
    with pytest.raises(ProgramNameError, match=r"a-calmer-week.md:21: this cannot be rewritten for sure"):
        plan_renaming(programs, programs.find("easing-worry"), "meeting-worry")


def test_layout_and_comments_stay(tmp_path: Path) -> None:
    """Quotes, comments, line endings and a byte order mark are the editor's."""
    odd = "\ufeff" + program(
        "relatedpost:\n  program:\n    - {title: 'Easing Worry', slug: \"easing-worry\"} # kept\n"
    ).replace("\n", "\r\n")
    write(tmp_path, {**FILES, "a-calmer-week.md": odd})
    carry_out(renaming(tmp_path, "easing-worry", "meeting-worry"))
    assert odd.replace("easing-worry", "meeting-worry") == contents(tmp_path)["a-calmer-week.md"]


STOPPED = """
import os, signal, sys
from pathlib import Path
from resilify_cli.catalogue import load_catalogue
from resilify_cli.renaming import carry_out, plan_renaming

left = int(sys.argv[1])
programs = load_catalogue(".")
planned = plan_renaming(programs, programs.find("easing-worry"), "meeting-worry", "Meeting Worry")


def count(event, arguments):
    global left
    if event in {"os.rename", "os.link", "os.remove"}:
        left -= 1
        if left == -1:
            MEANWHILE


sys.addaudithook(count)
carry_out(planned)
"""
"""Something happens meanwhile, before one of the steps that give files their names: three are written, one is moved."""


def stopped(folder: Path, steps: int, meanwhile: str) -> subprocess.CompletedProcess[str]:
    """Rename in a process of its own, and let something happen before a step."""
    script = STOPPED.replace("MEANWHILE", meanwhile)
    command = [sys.executable, "-c", script, str(steps)]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("steps", range(6))
def test_a_killed_renaming_is_completed_by_the_next(steps: int, tmp_path: Path) -> None:
    """Wherever it ended; nothing of it stays in the folder."""
    write(tmp_path / "whole", FILES)
    carry_out(renaming(tmp_path / "whole", "easing-worry", "meeting-worry", "Meeting Worry"))
    folder = write(tmp_path / "killed", FILES)
    ended = stopped(folder, steps, "os.kill(os.getpid(), signal.SIGKILL)")
    assert ended.returncode == (-signal.SIGKILL if steps < 5 else 0)
    if steps < 5:
        carry_out(renaming(folder, "easing-worry", "meeting-worry", "Meeting Worry"))
    assert contents(tmp_path / "whole") == contents(folder)
    assert [] == list(folder.glob(".resilify-*"))


PAGE = '<p><a href="/resilify/program/easing-worry/">Worry</a>, <a href="https://example.org/resilify/program/easing-worry">again</a>, and <a href="/resilify/program/easing-worry-two/">not this</a>.</p>'


@pytest.mark.parametrize(
    "field", ["overview: >-\n  {}\n", "overview: '{}'\n", "notes:\n  - a: {{b: '{}'}}\n"]
)
def test_links_to_the_page_are_rewritten(field: str, tmp_path: Path) -> None:
    """In whatever text, in whatever layout; the address of another page stays."""
    text = program(field.format(PAGE))
    write(tmp_path, {**FILES, "a-calmer-week.md": text})
    planned = renaming(tmp_path, "easing-worry", "meeting-worry")
    assert [("/resilify/program/easing-worry", "/resilify/program/meeting-worry")] * 2 == [
        (one.before, one.after) for one in planned.rewritings if "/" in one.after
    ]
    carry_out(planned)
    expected = re.sub("easing-worry(?!-)", "meeting-worry", text)
    assert expected == contents(tmp_path)["a-calmer-week.md"]
    assert () == planned.left


def test_a_link_is_told_where_it_stands(tmp_path: Path) -> None:
    """At the address, not at the text that holds it."""
    write(tmp_path, {**FILES, "a-calmer-week.md": program(f"overview: {PAGE}\n")})
    first = next(
        one for one in renaming(tmp_path, "easing-worry", "easier").rewritings if one.field == "overview"
    )
    assert (7, 11 + PAGE.index("/resilify")) == (first.span.line, first.span.column)


def test_what_cannot_be_rewritten_is_told(tmp_path: Path) -> None:
    """A body, and a file whose YAML is broken; names that only begin like it are others."""
    body = program() + "[Worry](/resilify/program/easing-worry/)\n\nslug: easing-worry-two\n"
    broken = program().replace("title: A Calmer Week", "title: [").replace("sequence: 7", "sequence: 8")
    write(tmp_path, {**FILES, "a-calmer-week.md": body, "broken.md": broken})
    planned = renaming(tmp_path, "easing-worry", "meeting-worry")
    assert [f"{tmp_path}/a-calmer-week.md:30", f"{tmp_path}/broken.md:21"] == sorted(planned.left)
    assert () == renaming(tmp_path, "easing-worry", "easing-worry", "Other").left


def test_one_file_that_cannot_be_put_back_does_not_hold_the_others(tmp_path: Path) -> None:
    """They are put back, and it is named."""
    write(tmp_path, FILES)
    taken = "Path('meeting-worry.md').write_text('mine'); Path('easing-worry.md').write_text('theirs')"
    ended = stopped(tmp_path, 3, taken)
    assert ended.stderr.rstrip().endswith(
        "meeting-worry.md'; what was written already could not be put back: easing-worry.md"
    )
    expected = {**FILES, "easing-worry.md": "theirs", "meeting-worry.md": "mine"}
    assert expected == contents(tmp_path)


def test_a_file_of_two_names_is_rewritten_once(tmp_path: Path) -> None:
    """A link leads to it; a link that is renamed leads where it did."""
    write(tmp_path, FILES)
    (tmp_path / "linked.md").symlink_to("quiet-evenings.md")
    planned = renaming(tmp_path, "easing-worry", "meeting-worry")
    carry_out(planned)
    assert () == planned.left
    assert "slug: meeting-worry" in contents(tmp_path)["linked.md"]
    carry_out(renaming(tmp_path, "linked", "leading"))
    assert Path("quiet-evenings.md") == (tmp_path / "leading.md").readlink()
    assert not (tmp_path / "linked.md").is_symlink()
    with pytest.raises(ProgramNameError, match="has the slug quiet-evenings already"):
        renaming(tmp_path, "leading", "quiet-evenings")


def test_a_number_is_no_slug(tmp_path: Path) -> None:
    """It would hide the program of that sequence."""
    with pytest.raises(ProgramNameError, match="would be taken for a sequence"):
        renaming(write(tmp_path, FILES), "easing-worry", "7")


def test_git_is_asked_about_the_folder_and_the_very_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not about the repository of the hook that runs the command, nor for what a name would match as a pattern."""
    write(
        tmp_path, {**FILES, "easing-[w]orry.md": other("easing-worry").replace("sequence: 2", "sequence: 3")}
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "--literal-pathspecs", "add", "easing-worry.md", "quiet-evenings.md")
    git(tmp_path, "commit", "-qm", "some")
    git(tmp_path, "init", "-q", "elsewhere")
    carry_out(renaming(tmp_path, str(tmp_path / "easing-[w]orry.md"), "patterns"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere" / ".git"))
    carry_out(renaming(tmp_path, "easing-worry", "meeting-worry"))
    monkeypatch.delenv("GIT_DIR")
    assert "R  easing-worry.md -> meeting-worry.md\n" in git(tmp_path, "status", "--short")


def test_names_that_differ_in_case_only_are_one_to_some_disks(tmp_path: Path) -> None:
    """So another program's is taken; a program's own may be put right."""
    write(tmp_path, {**FILES, "Calm.md": program(), "a-calmer-week.md": "No program.\n"})
    with pytest.raises(ProgramNameError, match=r"Calm.md has the slug calm already"):
        renaming(tmp_path, "easing-worry", "calm")
    carry_out(renaming(tmp_path, "Calm", "calm"))
    assert ["calm.md"] == [name for name in contents(tmp_path) if name.casefold() == "calm.md"]


def test_a_file_keeps_its_folder_and_its_ending(tmp_path: Path) -> None:
    """Whatever they are."""
    write(tmp_path, {**FILES, "deep/er/calm.markdown": program("sequence: 9\n")})
    planned = renaming(tmp_path, str(tmp_path / "deep/er/calm.markdown"), "steady")
    assert tmp_path / "deep" / "er" / "steady.markdown" == planned.to
