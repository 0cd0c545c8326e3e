"""The program as a whole: its options, its ends, its manners."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import resilify_cli
from factory import write
from program import Program
from resilify_cli.cli.app import command_names, load_command

COMMANDS = sorted(command_names())


def test_the_version_is_told(resilify: Program) -> None:
    """From the one place where it stands."""
    outcome = resilify("--version")
    assert (0, f"resilify {resilify_cli.__version__}\n") == (outcome.status, outcome.out)


def test_the_commands_have_the_names_that_scripts_use() -> None:
    """Each stands in the file of its name."""
    assert [
        "link-check",
        "list",
        "new",
        "rename",
        "rules",
        "schema",
        "search",
        "show",
        "stats",
        "validate",
    ] == COMMANDS
    assert COMMANDS == [load_command(name).name for name in COMMANDS]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_ends_with_examples_that_run(resilify: Program, command: str) -> None:
    """Two or three of them, each beginning with the program's name."""
    outcome = resilify(*filter(None, [command]), "--help", COLUMNS="200")
    examples = [line.strip() for line in outcome.out.partition("Examples:")[2].splitlines() if line.strip()]
    assert outcome.status == 0
    assert 2 <= len(examples) <= 3
    assert all(example.startswith(f"$ resilify {command}".rstrip()) for example in examples)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_the_shared_options(resilify: Program, command: str) -> None:
    """Before and after its name."""
    out = resilify(*filter(None, [command]), "--help", COLUMNS="200").out
    assert all(option in out for option in ("--content", "--color", "--quiet"))


def test_without_arguments_there_is_help(resilify: Program) -> None:
    """All commands are shown."""
    outcome = resilify()
    assert all(command in outcome.out + outcome.err for command in COMMANDS)


def test_a_mistyped_command_is_told_with_the_right_one(resilify: Program) -> None:
    """Status 2."""
    outcome = resilify("validat")
    assert (2, True) == (outcome.status, "validate" in outcome.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--frmat"),
        ("list", "--format", "tabel"),
        ("list", "--limit", "0"),
        ("--color", "red", "list"),
        ("show",),
    ],
)
def test_wrong_usage_is_status_2(resilify: Program, arguments: tuple[str, ...]) -> None:
    """With nothing on standard output."""
    outcome = resilify(*arguments)
    assert (2, "", True) == (outcome.status, outcome.out, bool(outcome.err))


def test_a_mistyped_format_is_told_with_the_right_one(resilify: Program) -> None:
    """For rows and for findings."""
    assert "did you mean table?" in resilify("list", "--format", "tabel", COLUMNS="200").err
    assert "did you mean json?" in resilify("validate", "--format", "jsn", COLUMNS="200").err


@pytest.mark.parametrize(
    "arguments", [("-C", "other", "list"), ("list", "-C", "other"), ("-C", "nowhere", "list", "-C", "other")]
)
def test_the_content_option_stands_before_or_after(
    resilify: Program, folder: Path, arguments: tuple[str, ...]
) -> None:
    """The one behind the subcommand wins."""
    (folder / "content").rename(folder / "other")
    assert 3 == len(resilify(*arguments).rows)


def test_options_win_over_the_environment_and_that_over_the_configuration(
    resilify: Program, folder: Path
) -> None:
    """Each names a folder that does not exist, so that the message tells which was taken."""
    write(folder, {"resilify.toml": 'content = "configured"\n'})
    told = [
        resilify("list", *extra, **env).err
        for extra, env in (
            (("-C", "given"), {"RESILIFY_CONTENT": "named"}),
            ((), {"RESILIFY_CONTENT": "named"}),
            ((), {}),
        )
    ]
    assert [
        "error: no such folder: given\n",
        "error: no such folder: named\n",
        "error: no such folder: configured\n",
    ] == told


def test_without_any_content_folder_the_ways_to_give_one_are_told(resilify: Program, folder: Path) -> None:
    """All of them."""
    (folder / "content").rename(folder / "elsewhere")
    outcome = resilify("list")
    assert 2 == outcome.status
    assert all(
        way in outcome.err
        for way in (
            "--content",
            "RESILIFY_CONTENT",
            "resilify.toml",
            "pyproject.toml",
            "src/pages/resilify/program",
        )
    )
    (folder / "elsewhere").rename(folder / "x")
    (folder / "src" / "pages" / "resilify").mkdir(parents=True)
    (folder / "x").rename(folder / "src" / "pages" / "resilify" / "program")
    assert 3 == len(resilify("list").rows)


def test_color_is_as_wanted(resilify: Program) -> None:
    """The option over NO_COLOR over FORCE_COLOR."""
    colored = [
        "\x1b[" in resilify("list", "--format", "table", *extra, **env).out
        for extra, env in (
            ((), {}),
            ((), {"FORCE_COLOR": "1"}),
            ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}),
            (("--color", "always"), {"NO_COLOR": "1"}),
            (("--color", "never"), {"FORCE_COLOR": "1"}),
        )
    ]
    assert [False, True, False, True, False] == colored
    assert "\x1b[1;31merror: \x1b[0mno program" in resilify("--color=always", "show", "zzz").err
    assert "\x1b[" in resilify("--color", "always", "-C", "nowhere", "list").err


def test_a_reader_that_has_enough_ends_nothing_badly(folder: Path) -> None:
    """`resilify list | head -1`: no traceback, no complaint."""
    script = f"{sys.executable} -m resilify_cli list | true"
    ended = subprocess.run(
        ["bash", "-o", "pipefail", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (0, "") == (ended.returncode, ended.stderr.replace("3 programs\n", ""))


def test_without_libyaml_there_is_a_notice(resilify: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading still works, and takes longer."""
    monkeypatch.setattr("resilify_cli.content.yaml_events.HAS_LIBYAML", False)
    outcome = resilify("list")
    assert (0, True) == (outcome.status, "lacks libyaml" in outcome.err)


def in_shell(folder: Path, script: str) -> tuple[int, str, str]:
    """Run a line of shell in which `$R` is the program."""
    command = ["bash", "-c", script.replace("$R", f"{sys.executable} -m resilify_cli")]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("$R list >&-", 0),
        ("$R list 2>&-", 0),
        ("$R list 2>/dev/full", 0),
        ("$R list >/dev/full", 2),
        ("$R show 7 --raw >/dev/full", 2),
        ("mkdir gone; cd gone; rmdir ../gone; $R -C /nowhere list", 2),
        ("COLUMNS=99999999999999999999 $R --help", 0),
        ("COLUMNS=abc $R list --help", 0),
    ],
)
def test_odd_surroundings_are_put_up_with(folder: Path, script: str, status: int) -> None:
    """Closed streams, a full disk, a folder that is gone, a width that is none: no traceback, and a true status."""
    code, _, err = in_shell(folder, script)
    assert (status, False) == (code, "Traceback" in err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", ""),
        ("validate", "--media", ""),
        ("validate", "--select", ""),
        ("validate", "--select", ","),
        ("validate", "--fail-on", ""),
    ],
)
def test_an_empty_value_is_wrong_usage(resilify: Program, arguments: tuple[str, ...]) -> None:
    """An unset variable in CI does not mean the working folder, or every rule."""
    outcome = resilify(*arguments)
    assert (2, "") == (outcome.status, outcome.out)


def test_a_name_cannot_forge_a_line(resilify: Program) -> None:
    """Its line feed is shown, not obeyed."""
    assert "error: no such folder: a\\n::error::b\n" == resilify("list", "-C", "a\n::error::b").err


def imported(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a run of the program loads."""
    script = "import sys; sys.argv[0] = 'resilify'\nfrom resilify_cli.cli.app import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    environment = {
        name: value for name, value in os.environ.items() if name not in {"COLUMNS", "FORCE_COLOR"}
    }
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    return set(ended.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (
            ("--version",),
            {
                "yaml",
                "frontmatter",
                "pydantic",
                "aiohttp",
                "rich",
                "sqlite3",
                "tomllib",
                "resilify_cli.catalogue",
            },
        ),
        (
            ("list",),
            {
                "pydantic",
                "aiohttp",
                "rich",
                "sqlite3",
                "html.parser",
                "resilify_cli.rules",
                "resilify_cli.links",
                "resilify_cli.cli.commands.show",
            },
        ),
        (("list", "--format", "json"), {"pydantic", "aiohttp", "rich", "sqlite3", "csv"}),
        (("list", "--format", "table"), {"pydantic", "aiohttp", "sqlite3"}),
        (("show", "a-calmer-week"), {"pydantic", "aiohttp", "rich.console", "sqlite3"}),
        (("search", "worry"), {"pydantic", "aiohttp", "rich"}),
        (
            ("schema",),
            {"aiohttp", "rich", "sqlite3", "frontmatter", "resilify_cli.rules", "resilify_cli.catalogue"},
        ),
        (("schema", "--help"), {"pydantic"}),
        (("validate",), {"aiohttp", "rich", "sqlite3"}),
        (("link-check", "--offline"), {"aiohttp", "rich", "sqlite3"}),
    ],
)
def test_no_command_imports_what_it_does_not_use(
    folder: Path, arguments: tuple[str, ...], unwanted: set[str]
) -> None:
    """Start-up is most of what a short command costs."""
    loaded = imported(folder, *arguments)
    assert "resilify_cli.cli.app" in loaded
    assert set() == loaded & unwanted
