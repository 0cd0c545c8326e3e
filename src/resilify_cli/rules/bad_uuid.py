"""The programId is not a UUID.

What:
    The `programId` does not have the form of a UUID: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.

Why:
    The deep link into the app leads nowhere.

Bad:
    programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6zz

Good:
    programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES205", "bad-uuid", Severity.ERROR, from_faults("bad-uuid"))
