"""A merge left the marker of a conflict.

What:
    A line of the front matter or of the body begins with seven `<` or `>`, as git writes them into a file that two people changed; the seven `=` between the two sides count as well. A row of equals signs alone underlines a heading in Markdown, and is fine. One finding for each conflict.

Why:
    In the front matter the page does not build; in the body a reader sees both versions and the marker. What stands on our side of the conflict is examined all the same.

Bad:
    ---
    templateKey: resilify-program
    <<<<<<< HEAD
    title: A Calmer Week
    =======
    title: A Calmer Month
    >>>>>>> months
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

RULE: Final = Rule("RES118", "conflict-marker", Severity.ERROR, from_faults("conflict-marker"))
