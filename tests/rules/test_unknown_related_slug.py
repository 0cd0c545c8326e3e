"""RES301: a related slug names no program."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, related, told, weighed


def test_an_unknown_slug_is_found_with_the_one_that_was_meant(tmp_path: Path) -> None:
    """A related slug that names no program is reported at its own value, with the nearest."""
    text = related(("Quiet Evenings", "quiet-evnings"))
    assert [("RES301", Span(21, 13, 21, 26))] == found(text, tmp_path)
    message = "no program has the slug 'quiet-evnings'; the site drops this card"
    assert [(message, "did you mean quiet-evenings (Quiet Evenings)?")] == told(text, tmp_path)
    assert [("RES301", "error")] == weighed(text, tmp_path)


def test_the_title_may_say_what_was_meant(tmp_path: Path) -> None:
    """A slug like none is told by the title beside it; where that helps neither, the list is named."""
    text = related(("Easing Worry", "cbt-1"), ("Pottery", "clay-and-glaze"))
    assert [("RES301", Span(21, 13, 21, 18)), ("RES301", Span(23, 13, 23, 27))] == found(text, tmp_path)
    hints = ["did you mean easing-worry (Easing Worry)?", "`resilify list` shows all slugs"]
    assert hints == [hint for _, hint in told(text, tmp_path)]


@pytest.mark.parametrize(
    "slug", ["Quiet-Evenings", '"quiet-evenings "', "quiet_evenings", "quiet-evenings.md"]
)
def test_slugs_are_compared_letter_by_letter(slug: str, tmp_path: Path) -> None:
    """Capitals, blanks, other joints and an ending find no page."""
    text = related(("Quiet Evenings", slug))
    assert ["RES301"] == [code for code, _ in found(text, tmp_path)]
    assert ["did you mean quiet-evenings (Quiet Evenings)?"] == [hint for _, hint in told(text, tmp_path)]


def test_the_program_itself_is_not_what_was_meant(tmp_path: Path) -> None:
    """A slug like the program's own is not led back to it."""
    assert ["`resilify list` shows all slugs"] == [
        hint for _, hint in told(related(("Calmer Weeks", "a-calmer-weeks")), tmp_path)
    ]


def test_known_slugs_are_fine_and_empty_ones_are_empty(tmp_path: Path) -> None:
    """A slug that a program has is no finding; one without letters is a fault of shape."""
    text = related(("Quiet Evenings", "quiet-evenings"), ("Easing Worry", "' '"))
    assert [("RES202", Span(23, 13, 23, 16))] == found(text, tmp_path)


def test_a_folded_slug_is_found_over_its_lines(tmp_path: Path) -> None:
    """A slug that was broken in two holds a space, and is reported from its first line to its last."""
    text = program(
        "relatedpost:\n  program:\n    - title: Quiet Evenings\n      slug: quiet-\n        evenings\n"
    )
    assert [("RES301", Span(21, 13, 22, 17))] == found(text.replace("\n", "\r\n"), tmp_path)


def test_the_fix_writes_the_one_program_that_was_meant(tmp_path: Path) -> None:
    """As a good guess; where two are as near, there is none."""
    text = related(("Quiet Evenings", "quiet-evnings"))
    after = related(("Quiet Evenings", "quiet-evenings"))
    assert ("writes quiet-evenings", after, False) == mended(text, tmp_path, "RES301")
    assert [None] == [finding.fix for finding in findings(related(("Zebra", "zz-top")), tmp_path)]
