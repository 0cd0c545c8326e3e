"""The template key is nearly the right one.

What:
    The file has sessions or a `programId`, but its `templateKey` is not `resilify-program`.

Why:
    The site does not take the file for a program, and shows it nowhere.

Bad:
    templateKey: resilify-progam

Good:
    templateKey: resilify-program
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES206", "wrong-template-key", Severity.ERROR, from_faults("wrong-template-key"))
