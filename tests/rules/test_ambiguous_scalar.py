"""RES119: a plain value that is read as something else by another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, told, weighed


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("No", "yes or no"),
        ("on", "yes or no"),
        ("Y", "yes or no"),
        ("OFF", "yes or no"),
        ("0o14", "a number"),
        ("089", "a number"),
        ("=", "a sign of their own"),
    ],
)
def test_a_text_that_others_read_as_something_else_is_found(title: str, what: str, tmp_path: Path) -> None:
    """The site shows it as it is written; the finding says what others make of it."""
    text = program(f"title: {title} # so\n")
    assert [("RES119", Span(3, 8, 3, 8 + len(title)))] == found(text, tmp_path)
    message = f"the site reads the text {title!r}, but other parsers read {what}"
    assert [(message, "put it between quotes")] == told(text, tmp_path)
    assert [("RES119", "warning")] == weighed(text, tmp_path)


def test_the_fix_of_a_text_is_quotes(tmp_path: Path) -> None:
    """To the site it stays the text that it is."""
    text = program("title: No # so\n")
    after = text.replace("No #", '"No" #')
    assert ("puts it between quotes", after, True) == mended(text, tmp_path, "RES119")
    assert [] == found(after, tmp_path)


@pytest.mark.parametrize(
    "field", ["tags:\n  - yes\n", "tags: [yes]\n", "tags: [calm, yes ]\n", "tags:\n  - calm\n  - yes # so\n"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_it_is_found_wherever_it_stands(field: str, newline: str, tmp_path: Path) -> None:
    """In a list, between brackets, with CR LF."""
    assert ["RES119"] == [code for code, _ in found(program(field).replace("\n", newline), tmp_path)]


@pytest.mark.parametrize(
    "fields",
    [
        "title: 'No'\n",
        "title: Noon\n",
        "title: No news\n",
        "title: |-\n  No\n",
        "title: nO\n",
        "title: 1.2.3\n",
        "date: 2022-02-31\n",
        "parent: no\n",
        "title: A Calmer Week # no\n",
        "overview: <p>Is that so? - No\n  no</p>\n",
        "sequence: +7\n",
    ],
)
def test_what_everyone_reads_alike_is_fine(fields: str, tmp_path: Path) -> None:
    """Quotes, longer texts, another case; and fields that nothing shows."""
    assert [] == found(program(fields), tmp_path)


@pytest.mark.parametrize(
    ("written", "read", "meant", "is_safe"),
    [
        ("0132", 90, 132, False),
        ("007", 7, 7, True),
        ("0x1F", 31, 31, True),
        ("0b11", 3, 3, True),
        ("1_000", 1000, 1000, True),
        ("1e3", 1000, 1000, True),
        ("12.0", 12, 12, True),
    ],
)
def test_a_sequence_in_other_than_plain_digits_is_found(
    written: str, read: int, meant: int, *, is_safe: bool, tmp_path: Path
) -> None:
    """The number that is read is told; what was meant by a leading zero is a guess."""
    text = program(f"sequence: {written}\n")
    assert [("RES119", Span(6, 11, 6, 11 + len(written)))] == found(text, tmp_path)
    message = f"the site reads {written} as {read}; other parsers may not"
    assert [(message, f"write {meant}")] == told(text, tmp_path)
    after = program(f"sequence: {meant}\n")
    assert (f"writes {meant}", after, is_safe) == mended(text, tmp_path, "RES119")


def test_what_a_time_of_day_means_nobody_knows(tmp_path: Path) -> None:
    """`1:30` is 90 to the site, and anything to the one who wrote it."""
    text = program("sequence: 1:30\n")
    [finding] = findings(text, tmp_path)
    assert ("RES119", None) == (finding.code, finding.fix)
    assert "the site reads 1:30 as 90; other parsers may not" == finding.message


def test_what_the_site_reads_as_no_text_is_told_once(tmp_path: Path) -> None:
    """Where the page would break, the wrong type is the finding."""
    for title in ("012", "true", "2022-02-14", "1e3"):
        assert ["RES203"] == [code for code, _ in found(program(f"title: {title}\n"), tmp_path)]


@given(st.from_regex(r"[-+]?[0-9a-fA-FoxbeE_:.]{1,6}|(?i:yes|no|on|off|y|n)", fullmatch=True))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_safe_fix_leaves_nothing_to_say(tmp_path: Path, written: str) -> None:
    """Whatever is written for a title, the fix of this rule ends it."""
    text = program(f"title: {written}\n")
    if "RES119" in {code for code, _ in found(text, tmp_path)}:
        assert [] == found(mended(text, tmp_path, "RES119")[1], tmp_path)
