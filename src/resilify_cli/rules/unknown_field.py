"""A field has a name that nothing reads.

What:
    A field stands in a place where the site knows none of that name.

Why:
    What it holds is shown nowhere. Mostly its name is mistyped.

Bad:
    sessions:
      session:
        - title: Looking at a week
          activity_overview: Note down three worries.

Good:
    sessions:
      session:
        - title: Looking at a week
          activityOverview: Note down three worries.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES204", "unknown-field", Severity.WARNING, from_faults("unknown-field"))
