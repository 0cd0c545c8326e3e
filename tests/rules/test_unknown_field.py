"""RES204: a field has a name that nothing reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, reference, told, weighed


def test_an_unknown_field_is_found_at_its_name(tmp_path: Path) -> None:
    """A name that is nearly right is told with the right one, and is a warning."""
    text = program("sessions:\n  session:\n    - title: Letting go\n      activity_overview: Note it.\n")
    assert [("RES204", Span(14, 7, 14, 24))] == found(text, tmp_path)
    message = "the field 'activity_overview' is unknown, and is shown nowhere"
    assert [(message, "did you mean activityOverview?")] == told(text, tmp_path)
    assert [("RES204", "warning")] == weighed(text, tmp_path)


def test_without_a_near_name_all_are_told(tmp_path: Path) -> None:
    """A name like none is told with those that its place knows."""
    text = reference("reference: Doe, J. (2010).", "image: /img/card-1.png", "year: 2010")
    assert [("RES204", Span(26, 5, 26, 9))] == found(text, tmp_path)
    message = "the field 'year' is unknown, and is shown nowhere"
    assert [(message, "the fields here are title, reference, image, link")] == told(text, tmp_path)


def test_a_name_that_is_taken_is_not_suggested(tmp_path: Path) -> None:
    """Where the right field stands already, it is not what was meant."""
    [(_, hint)] = told(program("titles: x\n"), tmp_path)
    assert hint is not None
    assert hint.startswith("the fields here are templateKey, title,")


def test_names_depend_on_case(tmp_path: Path) -> None:
    """The site reads `programId`, and not `programid`."""
    text = program("programid: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0\n", without=("programId",))
    assert ("RES204", Span(28, 1, 28, 10)) in found(text, tmp_path)
    assert "did you mean programId?" in [hint for _, hint in told(text, tmp_path)]


def test_fields_that_are_only_carried_along_are_known(tmp_path: Path) -> None:
    """A date and a parent are of no use, and no mistake, whatever they hold."""
    assert [] == found(program("date: 2022-02-14\nparent: {slug: home}\n"), tmp_path)


def test_the_fix_renames_the_field(tmp_path: Path) -> None:
    """Its value stays as it is, folds and all; it is a guess."""
    session = "sessions:\n  session:\n    - title: Letting go\n      {}: Note\n        it.\n"
    text = program(session.format("activity_overview"))
    after = program(session.format("activityOverview"))
    assert ("renames it to activityOverview", after, False) == mended(text, tmp_path, "RES204")
    assert [] == found(after, tmp_path)


@pytest.mark.parametrize(
    "fields", ["titles: x\n", "colour: red\n", "dates: a\ndatee: b\n", "paren: a\nparent: b\n", "parnet:\n"]
)
def test_a_name_that_may_mean_another_is_left(fields: str, tmp_path: Path) -> None:
    """Where the right field stands already, where two names mean one, where none is near, or where there is nothing to keep."""
    text = program(fields)
    assert {None} == {d.fix for d in findings(text, tmp_path) if d.code == "RES204"}


def test_a_name_that_is_only_like_another_is_left(tmp_path: Path) -> None:
    """It is asked whether that is meant, and no more."""
    [finding] = [d for d in findings(program("sections: x\n", ("sessions",)), tmp_path) if d.code == "RES204"]
    assert ("did you mean sessions?", None) == (finding.help, finding.fix)
