"""The front matter is too deep or too large.

What:
    Lists or mappings nest more than 40 levels deep, or there are more than 100,000 values. Reading stops there.

Why:
    No real program comes near; such a file is broken, or made to break tools.

Bad:
    tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Good:
    tags: [calm]
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES113", "yaml-too-large", Severity.ERROR, from_faults("yaml-too-large"))
