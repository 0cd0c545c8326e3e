"""A script stands in the HTML of an overview.

What:
    The overview holds a `<script>` element.

Why:
    The site puts the overview into the page as it is, so that the script may run for every reader, with the rights of the page.

Bad:
    overview: <p>Rest.</p><script>alert(1)</script>

Good:
    overview: <p>Rest.</p>
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule
from resilify_cli.rules._html import unwanted

_check = unwanted(
    {"script"},
    lambda _: "a script stands in the overview, and may run on the page of every reader",
    "remove it",
)

RULE: Final = Rule("RES702", "script-in-html", Severity.ERROR, _check)
