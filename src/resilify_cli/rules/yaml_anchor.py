"""A value carries a YAML anchor.

What:
    An anchor such as `&intro` stands before a value.

Why:
    The CMS writes none, and loses it with the next save. More often it is a text that begins with an ampersand and wants quotes.

Bad:
    title: &calm A Calmer Week

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES106", "yaml-anchor", Severity.ERROR, from_faults("yaml-anchor"))
