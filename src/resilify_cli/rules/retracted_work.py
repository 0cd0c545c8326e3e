"""A reference cites a work that was retracted.

What:
    The registry of the DOI says that the work was retracted or withdrawn, or its title does. Found by `resilify link-check --metadata`.

Why:
    Readers are given as evidence what its authors or publisher have taken back.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES456", "retracted-work", Severity.WARNING, answered_by_the_web)
