"""A link can open for no reader.

What:
    The address is none, or leads to a place that only its author can reach, such as a private network. Found by `resilify link-check`.

Why:
    The reader's click opens nothing.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES454", "invalid-link", Severity.ERROR, answered_by_the_web)
