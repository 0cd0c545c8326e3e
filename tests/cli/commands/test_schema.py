"""`resilify schema`."""

from __future__ import annotations

import json

from program import Program
from resilify_cli.model.schema import program_schema


def test_the_schema_is_printed_as_json(resilify: Program) -> None:
    """Indented and without colour, on a terminal and in a pipe alike."""
    outcome = resilify("schema")
    assert (0, "") == (outcome.status, outcome.err)
    assert json.dumps(program_schema(), indent=2) + "\n" == outcome.out
    assert outcome == resilify("schema", "--color", "always", terminal=40)


def test_no_content_is_needed(resilify: Program) -> None:
    """The schema is the same wherever it is asked for."""
    assert 0 == resilify("schema", "-C", "nowhere").status
