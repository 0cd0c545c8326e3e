"""Configuration files."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import write
from program import Program
from resilify_cli.cli.settings import load_settings
from resilify_cli.errors import ConfigurationError


def test_the_nearest_file_above_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`resilify.toml` before `pyproject.toml`; one without our table is passed by."""
    write(
        tmp_path,
        {
            "resilify.toml": 'content = "far"\n',
            "a/pyproject.toml": '[tool.resilify]\ncontent = "near"\n',
            "a/b/pyproject.toml": "[project]\n",
        },
    )
    (tmp_path / "a" / "b" / "c").mkdir()
    monkeypatch.chdir(tmp_path / "a" / "b" / "c")
    settings = load_settings(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "near", None, []) == (
        settings.path("content"),
        settings.path("media"),
        settings.texts("exclude"),
    )
    monkeypatch.chdir(tmp_path)
    assert Path("far") == load_settings(tmp_path).path("content")


def test_sections_are_read(tmp_path: Path) -> None:
    """Both spellings of TOML mean the same."""
    write(
        tmp_path,
        {"resilify.toml": '[validate]\nselect = ["RES3"]\nfail-on = "info"\n[link-check]\ntimeout = 2\n'},
    )
    settings = load_settings(tmp_path)
    assert (["RES3"], "info", 2) == (
        settings.texts("validate.select"),
        settings.get("validate.fail-on"),
        settings.get("link-check.timeout"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('contnt = "x"\n', ":1: unknown key 'contnt'; did you mean content?"),
        (
            '\n[validate]\nselekt = ["x"]\n',
            ":3: unknown key 'validate.selekt'; did you mean validate.select?",
        ),
        ("zzzzzz = 1\n", ":1: unknown key 'zzzzzz'; the keys are content, media, exclude,"),
        ("content = 1\n", ':1: content must be text, as in `content = "content/programs"`'),
        ('exclude = "x"\n', ":1: exclude must be a list of texts, as in"),
        ("exclude = [1]\n", ":1: exclude must be a list of texts, as in"),
        ('validate = "x"\n', ":1: unknown key 'validate'"),
        (
            '[validate]\nfail-on = "never"\n',
            ":2: validate.fail-on must be one of error, warning, info, as in",
        ),
        ("[link-check]\ntimeout = 0\n", ":2: link-check.timeout must be a number above 0, as in"),
        ("[link-check]\nper-host = 1.5\n", ":2: link-check.per-host must be a whole number above 0, as in"),
        ("[link-check]\nconcurrency = true\n", ":2: link-check.concurrency must be a whole number above 0"),
        ("content = \n", " is not TOML: "),
        ("content = " + "[" * 5000, " is not TOML: "),
        ('content = ""\n', ":1: content must be text, as in"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    """And with what to write."""
    write(tmp_path, {"resilify.toml": text})
    with pytest.raises(ConfigurationError) as caught:
        load_settings(tmp_path)
    assert message in str(caught.value)
    assert "resilify.toml" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '[tool]\nresilify = {content = "x"}\n',
        '[ tool . resilify ]\ncontent = "x"\n',
        '[tool."resilify"]\ncontent = "x"\n',
    ],
)
def test_every_spelling_of_the_table_is_read(tmp_path: Path, text: str) -> None:
    """TOML has several for one thing."""
    write(tmp_path, {"pyproject.toml": text})
    assert "x" == load_settings(tmp_path).get("content")


def test_a_table_that_is_none_is_told(tmp_path: Path) -> None:
    """It is not passed by."""
    write(tmp_path, {"pyproject.toml": "[tool]\nresilify = 3\n"})
    with pytest.raises(ConfigurationError, match=r"tool\.resilify must be a table"):
        load_settings(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """It is not passed by in silence."""
    write(tmp_path, {"resilify.toml": b"content = \xff"})
    with pytest.raises(ConfigurationError, match=r"cannot read .*resilify\.toml"):
        load_settings(tmp_path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """Some editors write one."""
    write(tmp_path, {"resilify.toml": b"\xef\xbb\xbfcontent = 'x'\n"})
    assert "x" == load_settings(tmp_path).get("content")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[validate]\nselect = ["bad-uid"]\n', "validate.select"),
        ('[validate]\nextend-select = ["bad-uid"]\n', "validate.extend-select"),
        ('[validate]\nignore = ["bad-uid"]\n', "validate.ignore"),
        ('[validate.per-file-ignores]\n"x" = ["bad-uid"]\n', "validate.per-file-ignores"),
    ],
)
def test_an_unknown_rule_is_told_with_its_place(
    resilify: Program, folder: Path, text: str, name: str
) -> None:
    """Who did not write it on the command line looks for it."""
    write(folder, {"resilify.toml": text})
    outcome = resilify("validate")
    told = f"error: {folder / 'resilify.toml'}: {name}: no rule is called 'bad-uid'; did you mean bad-uuid?\n"
    assert (2, told) == (outcome.status, outcome.err)


def test_a_wrong_configuration_stops_the_run(resilify: Program, folder: Path) -> None:
    """Status 2, one line."""
    write(folder, {"resilify.toml": 'contnt = "x"\n'})
    outcome = resilify("list")
    assert (2, "", 1) == (outcome.status, outcome.out, outcome.err.count("\n"))


def test_the_configuration_says_what_to_read(resilify: Program, folder: Path) -> None:
    """Content, media and what to leave out, relative to its own folder; paths are printed from the working folder."""
    (folder / "content").rename(folder / "programs")
    write(
        folder,
        {
            "resilify.toml": 'content = "programs"\nmedia = "media.txt"\nexclude = ["quiet*"]\n[validate]\nignore = ["RES30"]\n',
            "media.txt": "img/a.png\n",
        },
    )
    assert ["programs/easing-worry.md", "programs/a-calmer-week.md"] == [
        row[0] for row in resilify("list", "--columns", "path").rows
    ]
    assert {"RES431"} == {line.split()[1] for line in resilify("validate").out.splitlines()}
    write(folder, {"else/calm.md": (folder / "programs" / "a-calmer-week.md").read_text("utf-8")})
    assert "RES431" not in resilify("validate", "else").out
