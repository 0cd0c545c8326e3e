"""Findings as JSON."""

from __future__ import annotations

import json

from render.samples import findings, judged


def test_json_is_the_callers_data() -> None:
    """The data reads back exactly, and is indented."""
    document = judged(findings(), "json")
    assert findings().data == json.loads(document)
    assert document.startswith('{\n  "version": 1,\n')
