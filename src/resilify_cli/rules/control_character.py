"""A control character stands in the front matter.

What:
    An unprintable character, such as a bell or a NUL, stands in the front matter as it is.

Why:
    The site's YAML parser refuses it: the page does not build.

Bad:
    title: A Calmer<U+0007> Week

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES109", "control-character", Severity.ERROR, from_faults("control-character"))
