"""The front matter is never closed.

What:
    No line after the first begins with `---`.

Why:
    The site reads everything to the end of the file as YAML. Where that fails the page does not build; where it does not, the body is lost.

Bad:
    ---
    templateKey: resilify-program
    title: A Calmer Week

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

RULE: Final = Rule("RES102", "unclosed-front-matter", Severity.ERROR, from_faults("unclosed-front-matter"))
