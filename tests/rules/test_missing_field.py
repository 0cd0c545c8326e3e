"""RES201: a required field is missing."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, reference, told, weighed


def test_a_missing_field_is_found_at_the_fence(tmp_path: Path) -> None:
    """A field that the file lacks has no place of its own; the finding stands at the opening fence and names it."""
    text = program(without=("title", "overview"))
    assert [("RES201", Span(1, 1, 1, 4)), ("RES201", Span(1, 1, 1, 4))] == found(text, tmp_path)
    expected = [("the field overview is missing", None), ("the field title is missing", None)]
    assert expected == told(text, tmp_path)
    assert ["overview", "title"] == [finding.field for finding in findings(text, tmp_path)]


def test_a_field_missing_inside_is_found_around(tmp_path: Path) -> None:
    """What a session lacks is reported at the session's first line; what a wrapper lacks, at the wrapper's name."""
    session = program(
        "sessions:\n  session:\n    - overview: How it went.\n      activityOverview: Look back.\n"
    )
    assert [("RES201", Span(13, 7, 13, 29))] == found(session, tmp_path)
    assert [("the field sessions.session[0].title is missing", None)] == told(session, tmp_path)
    assert [("RES201", Span(11, 1, 11, 9))] == found(program("sessions: {}\n"), tmp_path)


def test_a_mistyped_name_is_suggested(tmp_path: Path) -> None:
    """A missing field that stands there under another name is told with it."""
    text = program("titel: A Calmer Week\n", without=("title",))
    assert ("the field title is missing", "is it 'titel'?") in told(text, tmp_path)


def test_the_lack_of_references_and_tags_weighs_less(tmp_path: Path) -> None:
    """Missing references, or a part of one, are a warning, missing tags only worth a look, all else an error."""
    text = program(without=("image", "references", "tags"))
    assert [("RES201", "error"), ("RES201", "warning"), ("RES201", "info")] == weighed(text, tmp_path)
    part = reference("link: https://example.org/sleep", "image: /img/card-1.png")
    assert [("RES201", "warning")] == weighed(part, tmp_path)


def test_of_a_reference_it_is_told_what_its_card_lacks(tmp_path: Path) -> None:
    """Without a picture, a heading or a citation the card is shown all the same, with a gap."""
    text = reference("link: https://example.org/sleep")
    expected = [
        ("the field references[0].image is missing; its card shows no picture", None),
        ("the field references[0].reference is missing; its card shows no citation", None),
    ]
    assert expected == sorted(told(text, tmp_path))
    text = program("references:\n  - reference: Doe, J. (2010).\n    image: /img/card-1.png\n")
    assert [("the field references[0].title is missing; its card has no heading", None)] == told(
        text, tmp_path
    )


def test_what_may_be_left_out_is_not_missing(tmp_path: Path) -> None:
    """A session without one of its texts and a reference without a link are whole."""
    session = "sessions:\n  session:\n    - title: Letting go\n      overview: What becomes of it.\n"
    assert [] == found(program(session), tmp_path)
    assert [] == found(reference("reference: Doe, J. (2010).", "image: /img/card-1.png"), tmp_path)
