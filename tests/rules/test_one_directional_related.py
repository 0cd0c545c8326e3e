"""RES904: a program that is not named in turn."""

from __future__ import annotations

from pathlib import Path

from factory import program, small_catalogue
from resilify_cli.diagnostics import Span
from resilify_cli.rules import find_rule
from resilify_cli.rules._runner import ValidateOptions, validate
from rule_findings import MEDIA, SLUG, found, found_by, related

RULE = find_rule("RES904")


def test_it_is_found_where_it_is_asked_for(tmp_path: Path) -> None:
    """At the slug, with the way to put it right; and not by default."""
    text = related(("Quiet Evenings", "quiet-evenings"))
    assert [] == found(text, tmp_path)
    programs = small_catalogue(tmp_path, text)
    tested = [one for one in programs if one.facts.slug == SLUG]
    (finding,) = validate(programs, ValidateOptions((RULE,), MEDIA), only=tested)
    assert Span(21, 13, 21, 27) == finding.span
    assert "quiet-evenings (Quiet Evenings) does not name this program in turn" == finding.message
    hint = "add a-calmer-week to the related programs of quiet-evenings, or remove the entry here"
    assert (hint, "info") == (finding.help, finding.severity)


def test_what_is_named_in_turn_is_fine(tmp_path: Path) -> None:
    """Each names the other."""
    assert [] == found_by(RULE, program(), tmp_path)


def test_what_another_rule_tells_is_left_to_it(tmp_path: Path) -> None:
    """The program itself, and a slug that names none."""
    text = related(("Easing Worry", "easing-worry"), ("A Calmer Week", SLUG), ("Nothing", "nothing"))
    assert [] == found_by(RULE, text, tmp_path)
