"""Every fix that the broken examples call for does what it says, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from fix_laws import holds
from resilify_cli.catalogue import Catalogue, load_catalogue
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


def test_there_are_many_fixes() -> None:
    """Safe ones and guesses, of a dozen rules."""
    assert len({finding.code for finding in FIXABLE}) > 15
    assert {True, False} == {finding.fix.safe for finding in FIXABLE if finding.fix}


@pytest.mark.parametrize("finding", FIXABLE, ids=lambda f: f"{f.code}-{Path(f.path).stem}-{f.span.line}")
def test_outside_the_edits_everything_stays(finding: Diagnostic) -> None:
    """Character for character and value for value, as this parser and another one see them."""
    assert finding.fix
    holds(text_of(finding.path), finding.fix)


def test_after_all_fixes_none_is_left() -> None:
    """Nothing that could be fixed is left, and no fix calls forth another kind of finding."""
    mended = mend(CATALOGUE, check, unsafe=True)
    assert mended.is_settled
    assert [] == [finding.code for finding in mended.left if finding.fix]
    assert {finding.code for finding in mended.left} <= {finding.code for finding in check(CATALOGUE)}
