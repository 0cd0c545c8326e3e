"""A link is gone.

What:
    The address answers that there is nothing (404, 410 and the like), its host does not exist, it redirects in a circle or to a place that no reader can reach, or no such DOI is registered. Found by `resilify link-check`.

Why:
    The reader's click ends on an error page.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES451", "broken-link", Severity.ERROR, answered_by_the_web)
