"""Another page is embedded in an overview.

What:
    The overview holds an `<iframe>`, `<frame>`, `<object>` or `<embed>`.

Why:
    Somebody else decides what readers see there, and learns who reads; the app cannot show it.

Bad:
    overview: <p>Rest.</p><iframe src="https://example.org"></iframe>

Good:
    overview: <p>Rest. <a href="https://example.org">More</a></p>
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule
from resilify_cli.rules._html import unwanted

_check = unwanted(
    {"iframe", "frame", "frameset", "object", "embed", "applet"},
    lambda name: f"<{name}> embeds another page in the overview",
    "link to it instead",
)

RULE: Final = Rule("RES705", "embedded-frame", Severity.ERROR, _check)
