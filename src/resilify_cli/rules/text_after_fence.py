"""Something stands behind the closing fence.

What:
    The closing `---` is followed by text on its own line.

Why:
    The text is cut from the front matter and shown as the body of the page.

Bad:
    ---
    templateKey: resilify-program
    title: A Calmer Week
    --- image: calm.png

Good:
    ---
    templateKey: resilify-program
    title: A Calmer Week
    ---
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES112", "text-after-fence", Severity.ERROR, from_faults("text-after-fence"))
