"""What `list` and `show` say is what stands in the files, read by somebody else."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from program import make_program

ROOT = Path(__file__).parents[2]
CATALOGUES = [ROOT / "examples" / "content", ROOT.parent / "shared" / "corpus" / "programs"]
PRESENT = [folder for folder in CATALOGUES if folder.is_dir()]


def programs(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Read the front matter of every program with PyYAML, every scalar as text."""
    for path in folder.glob("*.md"):
        block = re.split(r"^---$", path.read_text("utf-8"), flags=re.MULTILINE)[1]
        values = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings alone
        if values["templateKey"] == "resilify-program":
            yield path, values


def items(values: dict[str, Any], outer: str, inner: str) -> list[dict[str, Any]]:
    """Return the items of a list that stands in a field of its own."""
    return list(values[outer][inner])


def words(values: dict[str, Any]) -> int:
    """Count the words of a program as a browser would show them."""
    parted = re.sub(r"</?(?:p|ul|ol|li|br|h\d|div|blockquote)\b[^>]*>", " ", values["overview"])
    text = html.unescape(re.sub(r"<[^>]*>", "", parted))
    for session in items(values, "sessions", "session"):
        text += " ".join([""] + [session.get(name, "") for name in ("title", "overview", "activityOverview")])
    return len(text.split())


def listed(path: Path, values: dict[str, Any], every: list[tuple[Path, dict[str, Any]]]) -> dict[str, Any]:
    """Return what `list` should say of a program."""
    naming = [
        other.stem
        for other, fields in every
        if other != path and path.stem in {item["slug"] for item in items(fields, "relatedpost", "program")}
    ]
    return {
        "slug": path.stem,
        "title": values["title"],
        "sequence": int(values["sequence"]),
        "programId": values["programId"],
        "categories": [item["title"] for item in items(values, "categories", "category")],
        "sessions": len(items(values, "sessions", "session")),
        "related": len(items(values, "relatedpost", "program")),
        "references": len(values.get("references", [])),
        "backlinks": len(naming),
        "tags": values.get("tags", []),
        "words": words(values),
        "path": path.as_posix(),
    }


@pytest.mark.parametrize("folder", PRESENT, ids=lambda folder: folder.name)
def test_every_cell_of_a_list_is_what_the_file_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In order of sequence, then of slug."""
    every = list(programs(folder))
    expected = sorted(
        (listed(path, values, every) for path, values in every),
        key=lambda told: (told["sequence"], told["slug"]),
    )
    rows = make_program(monkeypatch, tmp_path)("list", "--format", "json", "-C", folder).data
    assert expected == [{name: value for name, value in row.items() if name != "status"} for row in rows]


@pytest.mark.parametrize("folder", PRESENT, ids=lambda folder: folder.name)
def test_everything_shown_of_a_program_is_what_the_file_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Texts, sessions, related programs and references, in the file's order."""
    every = list(programs(folder))
    slugs = {path.stem for path, _ in every}
    resilify = make_program(monkeypatch, tmp_path)
    for path, values in every:
        told = resilify("show", path.stem, "--format", "json", "-C", folder).data
        assert values["overview"] == told["overview"]["html"]
        assert [
            (s["title"], s.get("overview"), s.get("activityOverview"))
            for s in items(values, "sessions", "session")
        ] == [
            (session["title"], session["overview"], session["activityOverview"])
            for session in told["sessions"]
        ]
        assert [
            (r["title"], r["slug"], r["slug"] in slugs) for r in items(values, "relatedpost", "program")
        ] == [(related["title"], related["slug"], related["resolved"]) for related in told["related"]]
        names = ("title", "reference", "link", "image")
        assert [[reference.get(name) for name in names] for reference in values.get("references", [])] == [
            [reference[name] for name in names] for reference in told["references"]
        ]
        for name in ("title", "image", "programId"):
            assert values[name] == told[name]
