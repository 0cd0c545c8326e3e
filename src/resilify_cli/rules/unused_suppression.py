"""A comment that silences findings has nothing to silence.

What:
    A comment such as `# resilify: ignore[RES301]` stands where no such finding is, or names no rule.

Why:
    It reads as if something were wrong there, and would hide the next mistake on its line.

Bad:
    sequence: 7  # resilify: ignore[RES212]

Good:
    sequence: 7
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, known_at_the_end

RULE: Final = Rule("RES120", "unused-suppression", Severity.WARNING, known_at_the_end)
