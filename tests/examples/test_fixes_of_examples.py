"""Every fix that the broken examples call for does what it says, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import frontmatter
import pytest
import yaml

from resilify_cli.catalogue import Catalogue, load_catalogue
from resilify_cli.content.edits import edited
from resilify_cli.diagnostics import Diagnostic
from resilify_cli.fixes import mend
from resilify_cli.references.media import load_media
from resilify_cli.rules import ValidateOptions, validate

BROKEN = Path(__file__).parents[2] / "examples" / "broken"
OPTIONS = ValidateOptions(media=load_media(BROKEN / "static" / "img"))
CATALOGUE = load_catalogue(BROKEN / "content")
FIXABLE = [finding for finding in validate(CATALOGUE, OPTIONS) if finding.fix]


def check(catalogue: Catalogue) -> list[Diagnostic]:
    """Find what is wrong."""
    return validate(catalogue, OPTIONS)


def text_of(path: str) -> str:
    """Return the text of a file as it is."""
    return Path(path).read_bytes().decode("utf-8")


def leaves(text: str) -> dict[str, str]:
    """Read a file with PyYAML's own loader, every scalar as text, by its path."""
    block, _ = frontmatter.default_handlers.YAMLHandler().split(text.removeprefix("\ufeff"))
    found: dict[str, str] = {}
    waiting: list[tuple[str, Any]] = [("", yaml.load(block, Loader=yaml.BaseLoader))]  # noqa: S506 - it makes texts alone
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}", item) for key, item in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}[{index}]", item) for index, item in enumerate(value)]
        else:
            found[path] = value
    return found


def test_there_are_many_fixes() -> None:
    """Safe ones and guesses, of a dozen rules."""
    assert len({finding.code for finding in FIXABLE}) > 15
    assert {True, False} == {finding.fix.safe for finding in FIXABLE if finding.fix}


@pytest.mark.parametrize("finding", FIXABLE, ids=lambda f: f"{f.code}-{Path(f.path).stem}-{f.span.line}")
def test_outside_the_edits_everything_stays(finding: Diagnostic) -> None:
    """Character for character; and another parser sees no more changes than there are declared ones."""
    assert finding.fix
    before = text_of(finding.path)
    edits = [(edit.extent, edit.content) for edit in finding.fix.edits]
    after = edited(before, edits)
    assert before != after
    kept_before, kept_after, shift, at = "", "", 0, 0
    for (start, end), content in sorted(edits):
        kept_before += before[at:start]
        kept_after += after[at + shift : start + shift]
        shift += len(content) - (end - start)
        at = end
    assert kept_before + before[at:] == kept_after + after[at + shift :]
    is_readable = "\t" not in before  # PyYAML refuses tabs that the site reads
    if is_readable and not any(value is None for _, value in finding.fix.changes):
        old, new = leaves(before), leaves(after)
        differ = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
        assert len(differ) <= len({path for path, _ in finding.fix.changes})


def test_after_all_fixes_none_is_left() -> None:
    """Nothing that could be fixed is left, and no fix calls forth another kind of finding."""
    mended = mend(CATALOGUE, check, unsafe=True)
    assert mended.is_settled
    assert [] == [finding.code for finding in mended.left if finding.fix]
    assert {finding.code for finding in mended.left} <= {finding.code for finding in check(CATALOGUE)}
