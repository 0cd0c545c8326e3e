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

from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Severity
from resilify_cli.facts import TEMPLATE_KEY, is_nearly_template_key
from resilify_cli.rules._base import Finding, Repair, Rule, Subject, finding_of

_REPAIR: Final = Repair(f"writes {TEMPLATE_KEY}", (SetText(("templateKey",), TEMPLATE_KEY),), is_safe=False)


def _check(subject: Subject) -> Iterator[Finding]:
    nearly = is_nearly_template_key(subject.facts.template_key or "")
    for fault in subject.faults:
        if fault.kind == "wrong-template-key":
            yield finding_of(fault, repair=_REPAIR if nearly else None)


RULE: Final = Rule("RES206", "wrong-template-key", Severity.ERROR, _check)
