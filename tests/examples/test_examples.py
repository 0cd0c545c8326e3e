"""The two example catalogues: one with nothing to say about, one with every mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from resilify_cli.catalogue import load_catalogue
from resilify_cli.diagnostics import Diagnostic
from resilify_cli.references.media import find_media, load_media
from resilify_cli.rules import Rule, ValidateOptions, all_rules, validate

if TYPE_CHECKING:
    import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
CONTENT = Path("content")


def found(
    folder: Path, monkeypatch: pytest.MonkeyPatch, rules: tuple[Rule, ...] | None = None
) -> list[Diagnostic]:
    """Return what rules find in the content of a folder, seen from that folder, with its own images."""
    monkeypatch.chdir(folder)
    media = find_media(CONTENT)
    assert media is not None
    assert folder / "static" / "img" == media
    return validate(load_catalogue(CONTENT), ValidateOptions(rules, load_media(media)))


def test_of_the_good_examples_there_is_nothing_to_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """The good catalogue has no error, no warning and no remark."""
    assert [] == found(EXAMPLES, monkeypatch)


def test_of_the_broken_examples_exactly_the_expected_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken catalogue yields the lines that stand beside it, in their order, and no other."""
    expected = (EXAMPLES / "broken" / "expected.txt").read_text("utf-8")
    lines = (
        f"{finding.path}:{finding.span.line}:{finding.span.column}: {finding.code} {finding.message}\n"
        for finding in found(EXAMPLES / "broken", monkeypatch)
    )
    assert expected == "".join(lines)


def test_every_rule_has_its_broken_example(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what no file of a folder can show is missing: a file that cannot be read, and links as they answer."""
    shown = {finding.code for finding in found(EXAMPLES / "broken", monkeypatch)}
    codes = {rule.code for rule in all_rules() if rule.by_default}
    assert {"RES114"} == {code for code in codes - shown if not code.startswith("RES45")}


def test_every_rule_has_a_file_that_calls_for_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that each mistake can be looked at by itself."""
    by_path: dict[str, set[str]] = {}
    for finding in found(EXAMPLES / "broken", monkeypatch):
        by_path.setdefault(finding.path, set()).add(finding.code)
    alone = {code for codes in by_path.values() if len(codes) == 1 for code in codes}
    assert set().union(*by_path.values()) == alone


def test_what_is_off_by_default_is_shown_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that is a matter of taste has a file of its name, which calls for it, and of which nothing else is told."""
    usual = {finding.program for finding in found(EXAMPLES / "broken", monkeypatch)}
    tastes = [rule for rule in all_rules() if not rule.by_default]
    assert tastes
    for rule in tastes:
        assert rule.name in {finding.program for finding in found(EXAMPLES / "broken", monkeypatch, (rule,))}
    assert usual.isdisjoint(rule.name for rule in tastes)


def test_sound_programs_stand_among_the_broken_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the broken files lead to is whole, so that each has its own mistake alone."""
    findings = found(EXAMPLES / "broken", monkeypatch)
    assert {"calm-mornings", "evening-rest", "rest"}.isdisjoint(finding.program for finding in findings)
