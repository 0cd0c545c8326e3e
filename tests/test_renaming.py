"""A program gets another name everywhere, or nowhere."""

from __future__ import annotations

import subprocess
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
