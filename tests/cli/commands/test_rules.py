"""`resilify rules`."""

from __future__ import annotations

import pytest

from program import Program
from resilify_cli.rules import all_rules


def test_every_rule_is_listed(resilify: Program) -> None:
    """By code, with its name, its severity and what it finds."""
    outcome = resilify("rules")
    assert [rule.code for rule in all_rules()] == [row[0] for row in outcome.rows]
    assert ["RES205", "bad-uuid", "error", "The programId is not a UUID."] in outcome.rows
    assert f"{len(all_rules())} rules\n" == outcome.err


@pytest.mark.parametrize("wanted", ["RES205", "res205", "bad-uuid"])
def test_a_rule_is_explained_by_code_or_name(resilify: Program, wanted: str) -> None:
    """What it finds, what a reader would see, a bad sample and a good one, as written."""
    assert (
        "RES205 bad-uuid\n"
        "Severity: error\n"
        "\n"
        "The programId is not a UUID.\n"
        "\n"
        "What\n"
        "  The `programId` does not have the form of a UUID: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.\n"
        "\n"
        "Why\n"
        "  The deep link into the app leads nowhere.\n"
        "\n"
        "Bad\n"
        "  programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6zz\n"
        "\n"
        "Good\n"
        "  programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0\n"
    ) == resilify("rules", wanted).out


def test_it_says_which_rules_are_off_by_default(resilify: Program) -> None:
    """In the list, where one is explained, and as data; and how to turn it on."""
    off = {rule.code for rule in all_rules() if not rule.by_default}
    assert off == {row[0] for row in resilify("rules").rows if row[3].endswith(" Off by default.")}
    assert off == {one["code"] for one in resilify("rules", "--format", "json").data if not one["by_default"]}
    assert "Off by default; --extend-select RES902 turns it on.\n" in resilify("rules", "RES902").out
    assert "Off by default" not in resilify("rules", "RES205").out


def test_json_has_all_of_it(resilify: Program) -> None:
    """One rule is an object, all of them a list; what only the web can answer has no samples."""
    one = resilify("rules", "RES304", "--format", "json").data
    assert {"code", "name", "severity", "by_default", "summary", "what", "why", "bad", "good"} == set(one)
    assert one in resilify("rules", "--format", "json").data
    assert None is resilify("rules", "broken-link", "--format", "json").data["bad"]


def test_markdown_has_samples_as_code(resilify: Program) -> None:
    """So that their indentation stays."""
    out = resilify("rules", "RES304", "--format", "markdown").out
    assert (
        "```\nrelatedpost:\n  program:\n    - title: A Calmer Week\n      slug: a-calmer-week\n```\n" in out
    )


def test_an_unknown_rule_is_told_with_the_nearest(resilify: Program) -> None:
    """Status 2."""
    outcome = resilify("rules", "bad-uid")
    assert (2, "error: no rule is called 'bad-uid'; did you mean bad-uuid?\n") == (
        outcome.status,
        outcome.err,
    )
