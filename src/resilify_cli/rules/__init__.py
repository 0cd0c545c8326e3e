"""What can be wrong with a catalogue: one file per rule. `validate` runs them all."""

from __future__ import annotations

from resilify_cli.rules._base import Rule, finding_of
from resilify_cli.rules._registry import all_rules, find_rule, select_rules
from resilify_cli.rules._runner import PerFileIgnore, ValidateOptions, place, place_all, validate

__all__ = [
    "PerFileIgnore",
    "Rule",
    "ValidateOptions",
    "all_rules",
    "find_rule",
    "finding_of",
    "place",
    "place_all",
    "select_rules",
    "validate",
]
