"""The file cannot be read.

What:
    The file may not be read, is larger than four megabytes, or is no regular file; or it was named on the command
    line and is not there.

Why:
    Nothing in it could be checked.

Bad:
    <no file>

Good:
    ---
    templateKey: resilify-program
    ---
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES114", "unreadable-file", Severity.ERROR, from_faults("unreadable-file"))
