"""Reading a folder of programs, and finding one in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factory import catalogue, program, write
from resilify_cli import Catalogue, load_catalogue
from resilify_cli.errors import ContentNotFoundError, ProgramNotFoundError


def named(title: str, sequence: int, identity: str = "0") -> str:
    """Return a program of a title and a sequence."""
    return program(
        f"title: {title}\nsequence: {sequence}\nprogramId: {identity * 8}-1111-4111-8111-111111111111\n"
    )


@pytest.fixture
def small(tmp_path: Path) -> Catalogue:
    """Return a catalogue of four programs, one of them broken, and a blog post."""
    files = {
        "worry.md": named("Easing Everyday Worry", 12, "a"),
        "sleep/quiet-evenings.md": named("Quiet Evenings", 3, "b"),
        "quiet-mornings.markdown": named("Slow Starts", 3, "c"),
        "broken.mdx": "---\ntemplateKey: resilify-program\ntitle: Still Here\nsequence: many\n---\n",
        "post.md": "---\ntemplateKey: blog-post\n---\n",
        "notes.txt": named("Not Markdown", 1),
    }
    return catalogue(tmp_path, files)


def test_programs_come_in_display_order(small: Catalogue) -> None:
    """By sequence, then by slug; one without a sequence comes last, and is there."""
    assert ["quiet-evenings", "quiet-mornings", "worry", "broken"] == [p.facts.slug for p in small]
    assert (4, 1) == (len(small), small.skipped)


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("worry", "worry"),
        ("BBBBBBBB-1111-4111-8111-111111111111", "quiet-evenings"),
        ("12", "worry"),
        ("012", "worry"),
        ("Slow starts", "quiet-mornings"),
        ("slow-starts", "quiet-mornings"),
        ("eas", "worry"),
        ("quiet-e", "quiet-evenings"),
        ("Still", "broken"),
    ],
)
def test_a_key_finds_its_program(small: Catalogue, key: str, slug: str) -> None:
    """Slug, id, sequence, title, or the beginning of a slug or a title."""
    assert slug == small.find(key).facts.slug


def test_the_path_of_a_file_is_a_key(small: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """As given from the working folder, or in full."""
    monkeypatch.chdir(small.root / "sleep")
    assert "quiet-evenings" == small.find("quiet-evenings.md").facts.slug
    assert "worry" == small.find(str(small.root / "worry.md")).facts.slug


def test_a_slug_wins_over_the_beginning_of_others(tmp_path: Path) -> None:
    """What fits exactly is meant."""
    found = catalogue(tmp_path, {"calm.md": named("A", 1), "calm-more.md": named("B", 2)}).find("calm")
    assert "calm" == found.facts.slug


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("quiet", "'quiet' names 2 programs; say which: quiet-evenings, quiet-mornings"),
        ("3", "'3' names 2 programs; say which: quiet-evenings, quiet-mornings"),
        ("quiet-evnings", "no program answers to 'quiet-evnings'; did you mean quiet-evenings?"),
        ("zzz", "no program answers to 'zzz'; `resilify list` shows all programs"),
        ("", "no program answers to ''; `resilify list` shows all programs"),
        ("a\0b", "no program answers to 'a\\x00b'; `resilify list` shows all programs"),
    ],
)
def test_a_key_that_names_none_or_several_is_told(small: Catalogue, key: str, message: str) -> None:
    """With the candidates, or with what was probably meant."""
    with pytest.raises(ProgramNotFoundError) as caught:
        small.find(key)
    assert message == str(caught.value)


def test_two_files_of_one_stem_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    """Their slugs alone would not help."""
    both = catalogue(tmp_path, {"a/calm.md": named("A", 1), "b/calm.md": named("B", 2)})
    with pytest.raises(ProgramNotFoundError, match=r"a/calm\.md, .*b/calm\.md"):
        both.find("calm")
    assert "A" == both.by_slug["calm"].facts.title


def test_a_folder_without_programs_is_an_error(tmp_path: Path) -> None:
    """So that a mistyped path does not pass for a clean catalogue."""
    write(tmp_path, {"post.md": "---\ntemplateKey: blog-post\n---\n"})
    with pytest.raises(ContentNotFoundError, match="1 Markdown file, but no program"):
        load_catalogue(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ContentNotFoundError, match="no Markdown file"):
        load_catalogue(tmp_path / "empty")
    with pytest.raises(ContentNotFoundError, match="no such folder"):
        load_catalogue(tmp_path / "nowhere")


def test_hidden_generated_and_excluded_folders_are_left_out(tmp_path: Path) -> None:
    """Nothing of a build or of drafts is a program."""
    names = [
        "kept.md",
        ".hidden.md",
        ".git/a.md",
        "node_modules/b.md",
        "public/c.md",
        ".cache/d.md",
        "drafts/e.md",
        "x/f.draft.md",
    ]
    write(tmp_path, {name: named(name, 1) for name in names})
    found = load_catalogue(tmp_path, exclude=["drafts", "*.draft.md"])
    assert ["kept"] == [p.facts.slug for p in found]


def test_a_loop_of_symbolic_links_is_survived(tmp_path: Path) -> None:
    """Each folder is entered once, however it is reached."""
    write(tmp_path, {"a/calm.md": named("A", 1)})
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "dead.md").symlink_to(tmp_path / "nowhere.md")
    assert ["calm"] == [p.facts.slug for p in load_catalogue(tmp_path)]


def test_a_named_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    """And not twice, where it is part of the folder already."""
    write(tmp_path, {"calm.md": named("A", 1), "odd.txt": named("Odd", 2)})
    found = load_catalogue(tmp_path, extra=[tmp_path / "odd.txt", tmp_path / "calm.md"])
    assert ["calm", "odd"] == [p.facts.slug for p in found]


def test_a_named_file_that_cannot_be_read_is_part_of_the_catalogue(tmp_path: Path) -> None:
    """Its fault says why; one too large to be a program is not read at all."""
    write(tmp_path, {"calm.md": named("A", 1), "huge.md": b"x" * (4 * 1024 * 1024 + 1)})
    found = load_catalogue(tmp_path, extra=[tmp_path / "gone.md", tmp_path / "huge.md"])
    told = {p.facts.slug: p.document.faults[0].message for p in found if not p.facts.is_sound}
    assert {
        "gone": "the file cannot be read: No such file or directory",
        "huge": "the file cannot be read: it is larger than 4,194,304 bytes",
    } == told


def test_what_is_no_regular_file_is_passed_by(tmp_path: Path) -> None:
    """A pipe would never end, a device might not, and a link to itself leads nowhere."""
    write(tmp_path, {"calm.md": named("A", 1)})
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "folder.md").mkdir()
    assert ["calm"] == [p.facts.slug for p in load_catalogue(tmp_path)]
    told = load_catalogue(tmp_path, extra=[tmp_path / "pipe.md"]).find("pipe").document.faults[0].message
    assert "the file cannot be read: it is no regular file" == told


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (named("A", 1).encode("utf-16"), "not-utf8"),
        (named("A", 1).replace("\n", "\r").encode(), "unknown-front-matter-language"),
        (b"---\n- templateKey: resilify-program\n---\n", "yaml-syntax"),
    ],
)
def test_a_program_in_an_odd_shape_is_still_a_program(tmp_path: Path, data: bytes, kind: str) -> None:
    """It is told of, not taken for something else."""
    (program_file,) = catalogue(tmp_path, {"calm.md": data})
    assert kind == program_file.document.faults[0].kind


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    """A file is a finding; a folder stops the run, for nothing of it can be said."""
    write(tmp_path, {"calm.md": named("A", 1), "shut/b.md": named("B", 2), "c.md": named("C", 3)})
    (tmp_path / "c.md").chmod(0)
    (tmp_path / "shut").chmod(0)
    with pytest.raises(ContentNotFoundError, match="cannot read the folder"):
        load_catalogue(tmp_path)
    (tmp_path / "shut").chmod(0o700)
    told = [p.facts.slug for p in load_catalogue(tmp_path) if p.document.faults]
    assert ["c"] == told
