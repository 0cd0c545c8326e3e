"""An overview changes how the whole page looks or works.

What:
    The overview holds a `<style>`, `<link>`, `<base>` or `<meta>` element.

Why:
    It does not stay within the overview: colours, fonts and links of the whole page change.

Bad:
    overview: <style>p { color:red }</style><p>Rest.</p>

Good:
    overview: <p>Rest.</p>
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule
from resilify_cli.rules._html import unwanted

_check = unwanted(
    {"style", "link", "base", "meta"},
    lambda name: f"<{name}> changes the whole page, not only the overview",
    "remove it",
)

RULE: Final = Rule("RES706", "style-element", Severity.ERROR, _check)
