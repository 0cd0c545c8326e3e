"""A field stands twice in the same place.

What:
    Two entries of one mapping have the same name. The finding stands at the second.

Why:
    The page does not build. Other tools silently take the last of the two.

Bad:
    title: A Calmer Week
    title: A Calmer Month

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES104", "duplicate-key", Severity.ERROR, from_faults("duplicate-key"))
