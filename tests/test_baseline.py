"""A baseline keeps what is known, and nothing new."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, small_catalogue, write
from resilify_cli.baseline import Baseline, load_baseline
from resilify_cli.catalogue import load_catalogue
from resilify_cli.diagnostics import Diagnostic
from resilify_cli.errors import ConfigurationError
from resilify_cli.rules import ValidateOptions, select_rules, validate

TWO = "references:\n  - title: A\n    reference: doi:10.1000/1\n    image: x\n  - title: B\n    reference: doi:10.1000/2\n    image: x\n"


def findings(folder: Path, text: str) -> list[Diagnostic]:
    """Return the DOIs without a link in one file."""
    return validate(small_catalogue(folder, text), ValidateOptions(select_rules(["RES412"])))


def test_known_findings_are_left_out_wherever_they_stand(tmp_path: Path) -> None:
    """Ten lines above, another reference before them: only the new one is told."""
    known = Baseline.of(findings(tmp_path, program(TWO)), tmp_path)
    (tmp_path / "known.json").write_text(known.to_json(), "utf-8")
    shifted = TWO.replace(
        ":\n  - title: A",
        ":\n" + "  # x\n" * 10 + "  - title: C\n    reference: doi:10.1000/3\n    image: x\n  - title: A",
    )
    new = load_baseline(tmp_path / "known.json").unknown(findings(tmp_path, program(shifted)))
    assert ["10.1000/3"] == [finding.message.split()[4] for finding in new]


def test_findings_alike_are_counted(tmp_path: Path) -> None:
    """One more of a kind is new."""
    one = TWO[: TWO.index("  - title: B")]
    twice = one + one.removeprefix("references:\n")
    known = Baseline.of(findings(tmp_path, program(one)), tmp_path)
    assert 1 == len(known.unknown(findings(tmp_path, program(twice))))


def test_numbers_of_items_are_left_out_of_messages(tmp_path: Path) -> None:
    """An item inserted above is nothing new."""
    options = ValidateOptions(select_rules(["RES201"]))
    text = program("references:\n  - title: A\n    image: x\n")
    known = Baseline.of(validate(small_catalogue(tmp_path, text), options), tmp_path)
    (tmp_path / "known.json").write_text(known.to_json(), "utf-8")
    above = "references:\n  - title: B\n    reference: x\n    image: x\n"
    shifted = text.replace("references:\n", above)
    found = validate(small_catalogue(tmp_path, shifted), options)
    assert ["references[1]"] == [finding.message.split()[2].removesuffix(".reference") for finding in found]
    assert [] == load_baseline(tmp_path / "known.json").unknown(found)


def test_a_baseline_is_the_same_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for what names another file, and through a link."""
    (tmp_path / "link").symlink_to("content")
    (tmp_path / "elsewhere").mkdir()
    content = {f"{folder}{name}.md": program() for folder in ("", "archive/") for name in ("one", "One")}
    write(tmp_path / "content", content)
    options = ValidateOptions(select_rules(["RES211", "RES214", "RES215"]))
    written = set()
    for here, root, folder in (
        (".", "content", "."),
        ("content", ".", ".."),
        ("elsewhere", "../content", "../link/.."),
        (".", tmp_path / "link", tmp_path),
    ):
        monkeypatch.chdir(tmp_path / here)
        found = validate(load_catalogue(root), options)
        assert {"RES211", "RES214", "RES215"} == {finding.code for finding in found}
        written.add(Baseline.of(found, Path(folder)).to_json())
    assert 1 == len(written)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"findings": [{}]}', '{"findings": 1}', '{"version": 2, "findings": []}', "\xff"],
)
def test_what_is_no_baseline_is_told(text: str, tmp_path: Path) -> None:
    """Not a traceback, but how to make one."""
    (tmp_path / "x.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigurationError, match="--write-baseline"):
        load_baseline(tmp_path / "x.json")


def test_a_missing_baseline_is_told(tmp_path: Path) -> None:
    """With the way to make one."""
    with pytest.raises(ConfigurationError, match="--write-baseline makes one"):
        load_baseline(tmp_path / "x.json")
