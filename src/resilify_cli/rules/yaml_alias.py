"""A YAML alias stands in the place of a value.

What:
    An alias such as `*intro` refers to another value.

Why:
    Where nothing has that anchor, the page does not build. Nested aliases can blow a small file up to gigabytes. A text that begins with an asterisk wants quotes.

Bad:
    title: *calm

Good:
    title: '*calm'
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES107", "yaml-alias", Severity.ERROR, from_faults("yaml-alias"))
