"""Code Quality reports for GitLab."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given

from render.samples import QUICK, UNKNOWN_SLUG, findings, hostile_texts, judged, steers
from resilify_cli.diagnostics import Diagnostic, Span
from resilify_cli.findings import FindingsReport
from resilify_cli.render.escape import visible

FIRST = {
    "type": "issue",
    "description": (
        'RES301 unknown-related-slug: no program has the slug "quiet-evnings"; the site drops this card'
        " (help: did you mean quiet-evenings (Quiet Evenings)?)"
    ),
    "check_name": "RES301",
    "fingerprint": "@",
    "severity": "major",
    "location": {
        "path": "content/easing-everyday-worry.md",
        "positions": {"begin": {"line": 49, "column": 13}, "end": {"line": 49, "column": 26}},
    },
}


def issues(*found: Diagnostic) -> list[dict[str, Any]]:
    """Return the issues of a report of these findings."""
    document: list[dict[str, Any]] = json.loads(judged(FindingsReport({}, found, ""), "gitlab"))
    return document


def fingerprints(*found: Diagnostic) -> list[str]:
    """Return the fingerprints of these findings."""
    return [issue["fingerprint"] for issue in issues(*found)]


def test_a_finding_is_an_issue() -> None:
    """An issue says what is wrong and where, and how gravely in GitLab's own words."""
    (first, *rest) = issues(*findings().findings)
    assert len(first["fingerprint"]) == 64
    assert {**first, "fingerprint": "@"} == FIRST
    assert ["minor", "info", "major", "major"] == [issue["severity"] for issue in rest]
    assert "RES412 doi-without-link: the citation holds" in rest[0]["description"]


def test_without_findings_there_is_an_empty_list() -> None:
    """A report without findings is an empty list, which GitLab needs to see that all is put right."""
    assert "[]\n" == judged(FindingsReport({}, (), ""), "gitlab")


def test_a_fingerprint_survives_shifted_lines() -> None:
    """Where a finding stands in its file, and how grave it is, does not change its fingerprint."""
    moved = replace(UNKNOWN_SLUG, span=Span(59, 13, 59, 26), source="")
    assert fingerprints(UNKNOWN_SLUG) == fingerprints(moved)


def test_a_fingerprint_tells_findings_apart() -> None:
    """Path, code, field, message, and the order among equals give another fingerprint each."""
    one = UNKNOWN_SLUG
    others = (
        replace(one, path="b.md"),
        replace(one, code="RES302"),
        replace(one, field="a"),
        replace(one, message="m"),
    )
    assert 6 == len(set(fingerprints(one, one, *others)))
    assert fingerprints(one, one) == fingerprints(one, others[0], one)[::2]


@QUICK
@given(hostile_texts, hostile_texts)
def test_any_text_comes_through(path: str, message: str) -> None:
    """A message is shown as text that no reader refuses, and a path is the very path wherever UTF-8 can hold it."""
    finding = replace(UNKNOWN_SLUG, path=path, message=message, help=None)
    (issue,) = issues(finding)
    assert f"RES301 unknown-related-slug: {visible(message)}" == issue["description"]
    assert path.encode(errors="backslashreplace").decode() == issue["location"]["path"]
    assert not steers(judged(FindingsReport({}, (finding,), ""), "gitlab").replace("\n", ""))
