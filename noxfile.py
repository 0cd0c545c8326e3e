"""The gate: `nox` runs all of it, as CI does. What it needs is in the `dev` extra."""

from __future__ import annotations

import os
import shutil
import sys
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
    folder = Path(session.create_tmp()).resolve()
    shutil.rmtree(folder / "dist", ignore_errors=True)
    session.run(
        PYTHON,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder / "dist"),
        ".",
        external=True,
    )
    (built,) = (folder / "dist").glob("*.whl")
    session.install(f"{built}[dev]")
    _run_tests_away_from_source(session, folder)


@nox.session(venv_backend="venv")
def lowest(session: nox.Session) -> None:
    """The tests with the oldest versions that the dependencies' lower bounds allow."""
    session.install("--constraint", "tests/lowest.txt", ".[dev]")
    _run_tests_away_from_source(session, Path(session.create_tmp()).resolve())


def _run_tests_away_from_source(session: nox.Session, folder: Path) -> None:
    """The tests need themselves, the examples and the documents; everything else must come with the package."""
    away = folder / "away"
    shutil.rmtree(away, ignore_errors=True)
    for name in ("tests", "examples", "docs"):
        shutil.copytree(name, away / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        shutil.copy(name, away / name)
    session.chdir(away)
    session.run("python", "-m", "pytest", "-n", str(os.cpu_count() or 1), "-p", "no:cacheprovider")
