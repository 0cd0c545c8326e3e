"""RES120, and the comments that silence findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, small_catalogue
from resilify_cli.diagnostics import Span
from resilify_cli.rules import PerFileIgnore, ValidateOptions, select_rules, validate
from rule_findings import found, mended, told

BAD = "programId: none"
AT = ("RES205", Span(5, 12, 5, 16))


@pytest.mark.parametrize(
    "comment", ["[RES205]", "[RES2]", "[bad-uuid]", "[RES301, RES205]", "", "[res205] because it is old"]
)
def test_a_comment_on_the_line_silences(comment: str, tmp_path: Path) -> None:
    """By code, by the beginning of one, by name, or everything; a reason may follow."""
    text = program(f"{BAD}  # resilify: ignore{comment}\n")
    assert AT not in found(text, tmp_path)


def test_a_comment_above_silences_the_next_line(tmp_path: Path) -> None:
    """Also with another comment between them; but not the line after that."""
    above = "# resilify: ignore[RES205]\n# the app never had one\n"
    text = program().replace("programId: 5d", f"{above}programId: x5d")
    assert [] == found(text, tmp_path)
    text = program().replace(
        "image: calm.png\nprogramId: 5d", "# resilify: ignore[RES205]\nimage: a.png\nprogramId: x"
    )
    assert ["RES120", "RES205"] == [code for code, _ in found(text, tmp_path)]


def test_a_comment_for_the_file_silences_everywhere(tmp_path: Path) -> None:
    """`ignore-file` may stand on any line of the front matter."""
    text = program("programId: none\ntags:\n  - calm\n  # resilify: ignore-file[RES205]\n")
    assert [] == found(text, tmp_path)


def test_what_stands_within_a_value_is_no_comment(tmp_path: Path) -> None:
    """A `#` inside a quoted, folded or block text silences nothing."""
    for value in ('"x # resilify: ignore-file"', ">-\n  x\n  # resilify: ignore-file"):
        assert ["RES205"] == [code for code, _ in found(program(f"{BAD}\nimage: {value}\n"), tmp_path)], value


def test_a_comment_behind_the_mark_of_a_block_is_one(tmp_path: Path) -> None:
    """The first line of a block text may end in a comment."""
    text = program(f"{BAD}\nimage: >- # resilify: ignore-file[RES205]\n  x\n")
    assert [] == found(text, tmp_path)


@pytest.mark.parametrize(
    "value",
    [
        "# resilify: ignore[RES502]\ntitle: >-\n  A\n  Calmer  Week\n  Now\n",
        "title: >- # resilify: ignore[RES502]\n  A\n  Calmer  Week\n  Now\n",
        "title: 'A\n  Calmer  Week\n  Now'  # resilify: ignore[RES502]\n",
        "# resilify: ignore[RES502]\ntitle: A\n  Calmer  Week\n  Now\n",
    ],
)
def test_a_value_on_several_lines_counts_as_one(value: str, tmp_path: Path) -> None:
    """No comment can stand within it; what begins behind it is not meant."""
    text = program().replace("title: A Calmer Week\n", value, 1)
    assert "RES502" in [code for code, _ in found(text.replace("# resilify", "# x"), tmp_path)]
    assert [] == found(text, tmp_path)
    text = text.replace("image: calm.png", "image: calm  down.png")
    text = text.replace("    - title: Letting go", "    - title: Letting  go")
    assert ["RES502"] == [code for code, _ in found(text, tmp_path)]


def test_behind_a_mistake_nothing_is_a_comment(tmp_path: Path) -> None:
    """What looks like one there may stand within the value that is not closed; before it, it is one."""
    text = program('title: "A Calmer Week # resilify: ignore-file\n')
    assert ["RES103"] == [code for code, _ in found(text, tmp_path)]
    assert [] == found(text.replace("title:", "# resilify: ignore[RES103]\ntitle:", 1), tmp_path)


def test_an_unused_comment_is_told_and_removed(tmp_path: Path) -> None:
    """With the spaces before it, or with the line that it has alone."""
    text = program("sequence: 7  # resilify: ignore[RES212]\n")
    assert [("RES120", Span(6, 14, 6, 40))] == found(text, tmp_path)
    message = "this comment silences RES212, of which there is nothing here"
    assert [(message, "remove it")] == told(text, tmp_path)
    assert ("removes the comment", program(), True) == mended(text, tmp_path, "RES120")
    alone = program().replace("sequence:", "# resilify: ignore[RES212]\nsequence:")
    assert ("removes the comment", program(), True) == mended(alone, tmp_path, "RES120")


def test_a_comment_that_names_no_rule_is_told(tmp_path: Path) -> None:
    """It silences nothing."""
    text = program("sequence: 7  # resilify: ignore[RES999]\n")
    message = "no rule is called 'RES999', so that this comment silences nothing"
    assert [(message, "remove it")] == told(text, tmp_path)


def test_of_rules_that_did_not_run_nothing_is_known(tmp_path: Path) -> None:
    """A comment for another rule than those selected is not called unused."""
    catalogue = small_catalogue(tmp_path, program("sequence: 7  # resilify: ignore[RES212]\n"))
    rules = select_rules(["RES205", "RES120"])
    assert [] == validate(catalogue, ValidateOptions(rules))


def test_without_a_media_folder_nothing_is_known_of_images(tmp_path: Path) -> None:
    """A comment about one is not called unused where the run knows no images, and removed by --fix."""
    text = program().replace("/img/card-1.png", "/img/none.png  # resilify: ignore[RES431]")
    assert [] == found(text, tmp_path) == found(text, tmp_path, media=None)
    text = text.replace("none.png", "card-1.png")
    assert ["RES120"] == [code for code, _ in found(text, tmp_path)]
    assert [] == found(text, tmp_path, media=None)


def test_rules_may_be_left_out_for_some_files(tmp_path: Path) -> None:
    """By a glob of the path below a folder, or of the name."""
    catalogue = small_catalogue(tmp_path, program(BAD + "\n"))
    here = tmp_path.name
    for glob, count in (
        ("a-*.md", 0),
        ("*/a-calmer-week.md", 0),
        (f"{here}/a*.md", 0),
        (here, 0),
        (f"{here}/", 0),
        ("b-*", 1),
        ("", 1),
    ):
        ignores = (PerFileIgnore(glob, select_rules(["RES205"]), tmp_path.parent),)
        found = validate(catalogue, ValidateOptions(select_rules(["RES205"]), per_file=ignores))
        assert count == len(found), glob


def test_a_glob_means_a_folder_whatever_it_is_called(tmp_path: Path) -> None:
    """A link to it leads to the same files."""
    (tmp_path / "link").symlink_to("content")
    (tmp_path / "content").mkdir()
    catalogue = small_catalogue(tmp_path / "link", program(BAD + "\n"))
    rules = select_rules(["RES205"])
    for base in (tmp_path, tmp_path / "link" / ".."):
        options = ValidateOptions(rules, per_file=(PerFileIgnore("content/a-*.md", rules, base),))
        assert [] == validate(catalogue, options)
