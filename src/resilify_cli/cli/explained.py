"""Rules as data: what is told of each, and which of them some findings name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from resilify_cli.report import Json

if TYPE_CHECKING:
    from resilify_cli.diagnostics import Diagnostic
    from resilify_cli.rules import Rule


def rule_data(rule: Rule) -> dict[str, Json]:
    """Return everything that is told of a rule."""
    sections = {name.lower(): text for name, text in rule.sections().items()}
    told = {name: sections.get(name) for name in ("summary", "what", "why", "bad", "good")}
    about = {"code": rule.code, "name": rule.name, "severity": rule.severity.value}
    return {**about, "by_default": rule.by_default, **told}


def rules_of(findings: Iterable[Diagnostic]) -> tuple[dict[str, Json], ...]:
    """Return the data of the rules that findings name, by code."""
    codes = sorted({finding.code for finding in findings})
    if not codes:
        return ()
    from resilify_cli.rules import find_rule  # noqa: PLC0415 - forty modules

    return tuple(rule_data(find_rule(code)) for code in codes)
