"""RES306: the title of a related program is not the one that it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import found, mended, related, told, weighed


def test_other_words_are_a_warning(tmp_path: Path) -> None:
    """At the title, which the fix writes as the program has it."""
    text = related(("Silent Evenings", "quiet-evenings"))
    assert [("RES306", Span(20, 14, 20, 29))] == found(text, tmp_path)
    assert [("the program quiet-evenings is called 'Quiet Evenings'", "write Quiet Evenings")] == told(
        text, tmp_path
    )
    assert [("RES306", "warning")] == weighed(text, tmp_path)
    after = related(("Quiet Evenings", "quiet-evenings"))
    assert ("writes Quiet Evenings", after, False) == mended(text, tmp_path, "RES306")


@pytest.mark.parametrize("title", ["Quiet evenings", "Quiet-Evenings", "Quiet  Evenings", "Quiet Evenings!"])
def test_marks_and_case_are_worth_a_look(title: str, tmp_path: Path) -> None:
    """Where all letters are the same, it is an info."""
    assert [("RES306", "info")] == weighed(related((title, "quiet-evenings")), tmp_path)


@pytest.mark.parametrize(
    ("title", "slug", "codes"),
    [
        ("Quiet Evenings", "quiet-evenings", []),
        ("Easing Worry", "quiet-evenings", ["RES303"]),
        ("Anything", "no-such-program", ["RES301"]),
    ],
)
def test_what_others_report_is_told_once(title: str, slug: str, codes: list[str], tmp_path: Path) -> None:
    """Equal titles are fine; the title of another program, and an unknown slug, have rules of their own."""
    assert codes == [code for code, _ in found(related((title, slug)), tmp_path)]
