"""The front matter does not begin on the first line.

What:
    The file has front matter, but a blank line, a longer fence or none stands where `---` must be the very first thing.

Why:
    The site finds no front matter at all: the program is on no page and in no list.

Bad:
    <blank line>
    ---
    templateKey: resilify-program
    title: A Calmer Week
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

RULE: Final = Rule("RES101", "front-matter-not-first", Severity.ERROR, from_faults("front-matter-not-first"))
