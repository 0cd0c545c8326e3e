"""The DOI of a reference is that of another work.

What:
    The title that the registry has for the DOI stands neither in the title of the reference nor in its citation; case, punctuation and subtitles do not count. Found by `resilify link-check --metadata`.

Why:
    The reader's click opens a work that is not the one which is cited.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, answered_by_the_web

RULE: Final = Rule("RES457", "title-of-another-work", Severity.WARNING, answered_by_the_web)
