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
from typing import Final

from resilify_cli.content.edits import SetNumber, SetText
from resilify_cli.diagnostics import Fault, FieldPath, Severity
from resilify_cli.rules._base import Repair, Rule, Subject, from_faults

_PLAIN_DIGITS: Final = re.compile(r"\s*(?P<digits>0|[1-9][0-9]{0,14})\s*")
_SEQUENCE: Final[FieldPath] = ("sequence",)


def _repair(subject: Subject, fault: Fault) -> Repair | None:
    """Quotes keep a plain value as it is written, which changes what it is read as; a number loses its own."""
    document, at = subject.program.document, fault.at
    value = document.value(at)
    if at == _SEQUENCE:
        match = _PLAIN_DIGITS.fullmatch(value) if isinstance(value, str) else None
        return Repair(f"writes {match['digits']}", (SetNumber(at, int(match["digits"])),)) if match else None
    if isinstance(value, str | list | dict) or value is None:
        return None
    start, end = document.extent(at)
    return Repair("puts it between quotes", (SetText(at, document.text[start:end]),), is_safe=False)


RULE: Final = Rule("RES203", "wrong-type", Severity.ERROR, from_faults("wrong-type", _repair))
