"""A field holds another kind of value than it must.

What:
    A text, a whole number, a list or a mapping is wanted, and something else is there. Plain scalars are read as the site reads them: `2022-02-14` is a date and `1:30` the number 90, while `No` is text.

Why:
    The site shows another value than the one in the file, or the page does not build.

Bad:
    sequence: 12.5

Good:
    sequence: 12
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES203", "wrong-type", Severity.ERROR, from_faults("wrong-type"))
