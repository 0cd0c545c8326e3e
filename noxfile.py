"""The gate: `nox` runs all of it, as CI does. What it needs is in the `dev` extra."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import nox

nox.options.sessions = ["style", "types", "layers", "docs", "tests", "wheel", "lowest"]
nox.options.error_on_missing_interpreters = True

PYTHON = sys.executable


@nox.session(venv_backend="none")
def style(session: nox.Session) -> None:
    """Formatting and lint."""
    session.run(PYTHON, "-m", "ruff", "format", "--check", ".")
    session.run(PYTHON, "-m", "ruff", "check", ".")


@nox.session(venv_backend="none")
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.run(PYTHON, "-m", "mypy")


@nox.session(venv_backend="none")
def layers(session: nox.Session) -> None:
    """Which part may know which, and which outside package."""
    session.run(str(Path(PYTHON).with_name("lint-imports")))


@nox.session(venv_backend="none")
def docs(session: nox.Session) -> None:
    """The generated documentation is current."""
    session.run(PYTHON, "scripts/make_docs.py", "--check")


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """The tests, with branch coverage."""
    session.run(PYTHON, "-m", "pytest", "-n", "auto", "--cov", "--cov-report=term", *session.posargs)


@nox.session(venv_backend="venv")
def wheel(session: nox.Session) -> None:
    """The tests against the built wheel, from a folder where the source is not to be seen."""
    with tempfile.TemporaryDirectory() as folder:
        session.run(
            PYTHON, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ".", external=True
        )
        (built,) = Path(folder).glob("*.whl")
        session.install(f"{built}[dev]")
        _run_tests_away_from_source(session, Path(folder))


@nox.session(venv_backend="venv")
def lowest(session: nox.Session) -> None:
    """The tests with the oldest versions that the dependencies' lower bounds allow."""
    with tempfile.TemporaryDirectory() as folder:
        session.install("--constraint", "tests/lowest.txt", ".[dev]")
        _run_tests_away_from_source(session, Path(folder))


def _run_tests_away_from_source(session: nox.Session, away: Path) -> None:
    """The tests need themselves and the examples; everything else must come with the package."""
    for name in ("tests", "examples"):
        shutil.copytree(name, away / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy("pyproject.toml", away)
    session.chdir(away)
    session.run("python", "-m", "pytest", "-n", str(os.cpu_count() or 1), "-p", "no:cacheprovider")
