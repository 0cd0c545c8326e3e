"""Formats are found by listing a folder, and only the one that is wanted is imported."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from render.samples import COLORED
from resilify_cli import render
from resilify_cli.errors import FilterError
from resilify_cli.render import Kind, Renderer, Screen, finding_formats, load_renderer, row_formats

KINDS: tuple[Kind, ...] = ("rows", "findings")
FILES = [
    (kind, path.stem)
    for kind in KINDS
    for path in sorted((Path(render.__file__).parent / kind).glob("*.py"))
    if path.stem != "__init__"
]

LIGHT = {
    "rows": ["tsv", "csv", "json", "ndjson", "records", "text", "markdown", "yaml"],
    "findings": ["text", "concise", "json", "ndjson", "github", "gitlab", "sarif", "junit", "markdown"],
}

IMPORTS = """
import io, sys
from resilify_cli.render.console import screen_of, write
from resilify_cli.render.progress import progress
from resilify_cli.findings import FindingsReport
from resilify_cli.page import Heading, Paragraph, Run
from resilify_cli.report import Column, Report, Table
from resilify_cli.diagnostics import Diagnostic, Severity, Span

table = Table((Column("a", "A"),), (("calm",),))
finding = Diagnostic("RES1", "a", Severity.ERROR, "m", "p.md", Span(1, 1, 1, 2), source="source")
kind, name = sys.argv[1:]
reports = {
    "rows": [Report([{"a": 1}], table), Report({}, table, page=(Heading("A", 1), Paragraph((Run("calm"),))))],
    "findings": [FindingsReport({"diagnostics": []}, (finding,), "1 error")],
}
with progress(3, screen_of(io.StringIO())) as advance:
    advance("a")
for report in reports[kind]:
    write(report, name, screen_of(io.StringIO()), io.StringIO())
print(",".join(sorted({module.split(".")[0] for module in sys.modules} & {"rich", "yaml", "json", "csv"})))
"""


def test_formats_have_the_names_of_their_files() -> None:
    """Each file is a format, called as the file without the underscore that keeps it from a standard name."""
    assert (
        "csv",
        "json",
        "markdown",
        "ndjson",
        "records",
        "spreadsheet",
        "table",
        "text",
        "tsv",
        "yaml",
    ) == row_formats()
    assert (
        "concise",
        "github",
        "gitlab",
        "json",
        "junit",
        "markdown",
        "ndjson",
        "sarif",
        "text",
    ) == finding_formats()


@pytest.mark.parametrize(("kind", "module"), FILES)
def test_each_file_is_a_documented_format(kind: Kind, module: str) -> None:
    """A file has a docstring and a renderer of its name with a line about it, and a test of its own."""
    loaded = importlib.import_module(f"resilify_cli.render.{kind}.{module}")
    renderer = loaded.RENDERER
    assert isinstance(renderer, Renderer)
    assert module.rstrip("_") == renderer.name
    assert renderer.description
    assert loaded.__doc__
    assert (Path(__file__).parent / kind / f"test_{module}.py").is_file()


def test_an_unknown_format_is_refused() -> None:
    """The message names what is wrong and what there is."""
    with pytest.raises(FilterError, match="no format is called 'xml'; choose one of concise, github"):
        load_renderer("findings", "xml")


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in KINDS for name in LIGHT[kind]])
def test_what_is_piped_does_without_rich(kind: str, name: str) -> None:
    """In a pipe no format but the table imports Rich, and each only what it is made with."""
    run = subprocess.run(
        [sys.executable, "-c", IMPORTS, kind, name], capture_output=True, text=True, check=True
    )
    needed = {"gitlab": "json", "ndjson": "json", "sarif": "json"}.get(name, name)
    needed = needed if needed in {"csv", "json", "yaml"} else ""
    assert f"{needed}\n" == run.stdout


def test_formats_are_named_without_importing_them() -> None:
    """To complete a format's name, none is imported."""
    code = "import sys; from resilify_cli.render import row_formats; row_formats(); print('resilify_cli.render.rows' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "False\n" == run.stdout


def test_a_pipe_is_the_plainest_screen() -> None:
    """Without being told more, a screen is a pipe in UTF-8."""
    assert Screen(None, is_terminal=False, color=False, utf8=True, redraws=False) == Screen()
    assert "…" == COLORED.ellipsis
