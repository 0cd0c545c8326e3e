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

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from resilify_cli.content.edits import SetNumber, SetText
from resilify_cli.diagnostics import FieldPath, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject, finding_of

if TYPE_CHECKING:
    from resilify_cli.content.document import Document

_PLAIN_DIGITS: Final = re.compile(r"\s*(?P<digits>0|[1-9][0-9]{0,14})\s*")
_SEQUENCE: Final[FieldPath] = ("sequence",)


def _check(subject: Subject) -> Iterator[Finding]:
    for fault in subject.faults:
        if fault.kind == "wrong-type":
            yield finding_of(fault, repair=_repair(subject.program.document, fault.at))


def _repair(document: Document, at: FieldPath) -> Repair | None:
    """Quotes keep a plain value as it is written, which changes what it is read as; a number loses its own."""
    value = document.value(at)
    if at == _SEQUENCE:
        match = _PLAIN_DIGITS.fullmatch(value) if isinstance(value, str) else None
        return Repair(f"writes {match['digits']}", (SetNumber(at, int(match["digits"])),)) if match else None
    if isinstance(value, str | list | dict) or value is None:
        return None
    start, end = document.extent(at)
    return Repair("puts it between quotes", (SetText(at, document.text[start:end]),), is_safe=False)


RULE: Final = Rule("RES203", "wrong-type", Severity.ERROR, _check)
