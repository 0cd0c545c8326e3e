"""RES217: a category is a slip of another one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factory import catalogue, program
from resilify_cli.diagnostics import Diagnostic
from resilify_cli.rules._registry import find_rule
from resilify_cli.rules._runner import ValidateOptions, validate


def findings(categories: dict[str, int], folder: Path) -> list[Diagnostic]:
    """Return what the rule finds in a catalogue where so many programs have each category."""
    titles = [title for title, count in categories.items() for _ in range(count)]
    files = {
        f"p{index:04}.md": program(f"sequence: {index + 1}\ncategories:\n  category:\n    - title: {title}\n")
        for index, title in enumerate(titles)
    }
    return validate(catalogue(folder, files), ValidateOptions((find_rule("RES217"),)))


def found(categories: dict[str, int], folder: Path) -> list[tuple[str, str | None]]:
    """Return the category that is found, and what to write instead."""
    return [(finding.source.split("title: ")[1], finding.help) for finding in findings(categories, folder)]


@pytest.mark.parametrize(
    "slip",
    ["Mental Heath", "Mental Healthh", "Mentall Health", "Mentla Health", "Mental Heslth", "ental Health"],
)
def test_a_slip_of_a_frequent_category_is_found(slip: str, tmp_path: Path) -> None:
    """One letter missing, too many, another, or two changed about."""
    [finding] = findings({"Mental Health": 5, slip: 1}, tmp_path)
    assert (10, 14, 14 + len(slip)) == (finding.span.line, finding.span.column, finding.span.end_column)
    message = (
        f"the category {slip!r} is nearly 'Mental Health', which more programs have; "
        "the site shows a tab of its own for it"
    )
    assert (message, "write Mental Health", "warning") == (
        finding.message,
        finding.help,
        finding.severity.value,
    )
    assert finding.fix is not None
    assert ("writes Mental Health", False) == (finding.fix.message, finding.fix.safe)


@pytest.mark.parametrize(
    "slip", ["mental health", "MENTAL HEALTH", "Mental  Health", "Mental-Health", "'Mental Health '"]
)
def test_case_spaces_and_hyphens_make_a_tab_of_their_own(slip: str, tmp_path: Path) -> None:
    """The two are the same to everyone but the site, so that the fix is safe; two to one is enough."""
    [finding] = findings({"Mental Health": 2, slip: 1}, tmp_path)
    assert "is the same as 'Mental Health', which more programs have" in finding.message
    assert finding.fix is not None
    assert ("writes Mental Health", True) == (finding.fix.message, finding.fix.safe)


def test_of_two_as_frequent_the_first_is_right(tmp_path: Path) -> None:
    """One of them must go, and the fix always chooses the same one."""
    assert [("mental health", "write Mental Health")] == found(
        {"Mental Health": 1, "mental health": 1}, tmp_path
    )


def test_a_slip_in_another_case_is_led_to_the_right_one(tmp_path: Path) -> None:
    """What is frequent counts over all ways to write it."""
    categories = {"Mental Health": 4, "mental health": 1, "mental heath": 1}
    expected = [("mental health", "write Mental Health"), ("mental heath", "write Mental Health")]
    assert expected == found(categories, tmp_path)


@pytest.mark.parametrize(
    ("frequent", "rare"),
    [
        ({"Mental Health": 4}, "Mental Heath"),
        ({"Mental Health": 9}, "Mental Wealths"),
        ({"Family": 9}, "Families"),
        ({"Mood": 9}, "Food"),
        ({"Grief": 9}, "Brief"),
        ({"Phase 1": 9}, "Phase 2"),
        ({"Resilience": 9}, "Relationship"),
    ],
)
def test_two_categories_that_may_both_be_right_are_fine(
    frequent: dict[str, int], rare: str, tmp_path: Path
) -> None:
    """Not frequent enough, two letters apart, short words, another number."""
    assert [] == found({**frequent, rare: 1}, tmp_path)


def test_two_frequent_ones_are_both_meant(tmp_path: Path) -> None:
    """Nobody makes the same slip every third time."""
    assert [] == found({"Relationship": 9, "Relationships": 3}, tmp_path)
    assert [("Relationships", "write Relationship")] * 3 == found(
        {"Relationship": 15, "Relationships": 3}, tmp_path
    )


def test_many_different_categories_take_no_time(tmp_path: Path) -> None:
    """Names are looked up by their shortened forms, not compared two by two."""
    titles = [f"{'x' * 60}{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(200)]
    lists = "".join(f"    - title: {title}\n" for title in titles)
    files = {f"p{i}.md": program(f"sequence: {i}\ncategories:\n  category:\n{lists}") for i in range(1, 7)}
    programs = catalogue(tmp_path, files)
    start = time.perf_counter()
    assert [] == validate(programs, ValidateOptions((find_rule("RES217"),)))
    assert time.perf_counter() - start < 5


def test_nothing_is_led_to_a_title_with_stray_spaces(tmp_path: Path) -> None:
    """Another rule would take them away again, though more programs have them."""
    slip = "'Mental Health '"
    assert [(slip, "write Mental Health")] * 2 == found({slip: 2, "Mental Health": 1}, tmp_path)
    assert [] == found({slip: 2}, tmp_path / "alone")
