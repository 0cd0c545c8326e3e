"""Findings as JSON, one a line."""

from __future__ import annotations

import json

from render.samples import findings, judged
from resilify_cli.findings import FindingsReport


def test_a_diagnostic_is_a_line() -> None:
    """Each diagnostic of the data is a line, in their order."""
    lines = judged(findings(), "ndjson").split("\n")[:-1]
    assert findings().data["diagnostics"] == [json.loads(line) for line in lines]


def test_a_link_is_a_line() -> None:
    """Data that holds links has one a line."""
    report = FindingsReport({"version": 1, "links": [{"url": "a"}, {"url": "b"}]}, (), "")
    assert '{"url":"a"}\n{"url":"b"}\n' == judged(report, "ndjson")
