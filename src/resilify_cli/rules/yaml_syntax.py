"""The front matter is not YAML.

What:
    The YAML parser cannot read the front matter. The finding stands where the mistake began: an unclosed quote is reported at the quote.

Why:
    The page does not build.

Bad:
    ---
    templateKey: resilify-program
    title: Worry: a Calmer Week
    ---

Good:
    ---
    templateKey: resilify-program
    title: "Worry: a Calmer Week"
    ---
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES103", "yaml-syntax", Severity.ERROR, from_faults("yaml-syntax"))
