"""Something stands behind the opening fence.

What:
    The site takes a word behind the first `---` for the language of the front matter, and knows `yaml`.

Why:
    The page does not build.

Bad:
    --- title: A Calmer Week
    templateKey: resilify-program
    ---

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

RULE: Final = Rule(
    "RES111", "unknown-front-matter-language", Severity.ERROR, from_faults("unknown-front-matter-language")
)
