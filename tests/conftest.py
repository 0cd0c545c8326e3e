"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import OTHERS, other, program, write
from program import Program, make_program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a working folder with a content folder of three sound programs and a blog post."""
    files = {f"content/{slug}.md": other(slug) for slug in OTHERS}
    post = "---\ntemplateKey: blog-post\ntitle: News\n---\nHello\n"
    # An empty configuration, so that none above the temporary folder is found.
    files |= {"content/a-calmer-week.md": program(), "content/post.md": post, "resilify.toml": ""}
    return write(tmp_path, files)


@pytest.fixture
def resilify(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Program:
    """Return the program, to be run in that folder."""
    return make_program(monkeypatch, folder)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whole screens be written anew."""
    parser.addoption(
        "--write-screens", action="store_true", help="write the screens of tests/cli/screens anew"
    )
