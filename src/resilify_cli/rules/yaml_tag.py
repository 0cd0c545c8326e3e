"""A value carries a YAML tag.

What:
    A tag such as `!!str` or `!include` stands before a value.

Why:
    The CMS writes none. The site refuses unknown tags, so that the page does not build, and known ones change what a value means.

Bad:
    title: !!str A Calmer Week

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES105", "yaml-tag", Severity.ERROR, from_faults("yaml-tag"))
