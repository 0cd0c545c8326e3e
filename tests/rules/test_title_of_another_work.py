"""RES457: title of another work."""

from __future__ import annotations

from pathlib import Path

from resilify_cli.rules._registry import find_rule
from rule_findings import found_by, reference


def test_only_the_web_can_answer(tmp_path: Path) -> None:
    """The rule finds nothing in the files alone, and explains what `link-check` finds."""
    rule = find_rule("title-of-another-work")
    assert ("RES457", "warning") == (rule.code, rule.severity.value)
    assert [] == found_by(rule, reference("link: http://127.0.0.1:1/"), tmp_path)
    assert "The DOI of a reference is that of another work." == rule.sections()["Summary"]
    assert "Found by `resilify link-check --metadata`." in rule.sections()["What"]
