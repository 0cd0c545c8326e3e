"""A link has moved.

What:
    The address redirects to another one. Where every step is permanent, the new address is named. Found by `resilify link-check`.

Why:
    The link works today; old addresses are forgotten one day.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES455", "redirected-link", Severity.INFO, answered_by_the_web)
