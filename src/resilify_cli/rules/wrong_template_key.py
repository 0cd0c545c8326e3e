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

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Fault, Severity
from resilify_cli.facts import TEMPLATE_KEY, is_nearly_template_key
from resilify_cli.rules._base import Repair, Rule, Subject, from_faults

_REPAIR: Final = Repair(f"writes {TEMPLATE_KEY}", (SetText(("templateKey",), TEMPLATE_KEY),), is_safe=False)


def _repair(subject: Subject, _fault: Fault) -> Repair | None:
    return _REPAIR if is_nearly_template_key(subject.facts.template_key or "") else None


RULE: Final = Rule("RES206", "wrong-template-key", Severity.ERROR, from_faults("wrong-template-key", _repair))
