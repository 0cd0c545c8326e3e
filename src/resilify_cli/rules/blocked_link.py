"""A link refuses robots.

What:
    The address answers 401, 403, 429 or 451, or stands behind a wall against robots. It may well open for a person. Found by `resilify link-check`.

Why:
    Nothing is known to be wrong; open it by hand now and then.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES452", "blocked-link", Severity.INFO, answered_by_the_web)
