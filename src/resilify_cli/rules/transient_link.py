"""A link does not answer now.

What:
    The address answers with a server's error, too late or not at all, also after all tries. Found by `resilify link-check`.

Why:
    It may come back; if it does not, the reader's click ends on an error page.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES453", "transient-link", Severity.WARNING, answered_by_the_web)
