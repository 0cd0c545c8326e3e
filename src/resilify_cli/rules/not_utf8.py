"""The file is not UTF-8.

What:
    A byte of the file is no part of a UTF-8 character. The finding stands at the first.

Why:
    The reader sees a replacement character in the place of a letter.

Bad:
    title: A Calmer Caf<byte E9>

Good:
    title: A Calmer Café
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES110", "not-utf8", Severity.ERROR, from_faults("not-utf8"))
