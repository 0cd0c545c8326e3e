"""A link names a part that its page does not have.

What:
    The page opens, and nothing in its HTML has the id or name that stands behind the `#` of the link. Found by `resilify link-check --fragments`.

Why:
    The reader lands at the top of the page, and looks in vain for what was promised.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES458", "missing-fragment", Severity.ERROR, answered_by_the_web)
