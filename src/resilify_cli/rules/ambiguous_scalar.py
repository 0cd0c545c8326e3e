"""A plain value that one parser reads as something else than another, or than a person.

What:
    A text without quotes that other YAML parsers read as yes or no (`No`, `on`, `y`) or as a number (`0o14`, `089`), while the site reads it as text; or a `sequence` that is not written in plain digits: `012` is 10, `0x1F` is 31, `1:30` is 90.
    Where the site itself reads another kind of value than a text field wants, `wrong-type` says so.

Why:
    The site, the app and the tools of an editor may show different things, or a card stands in another place than the number says.

Bad:
    sequence: 012

Good:
    sequence: 12
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from resilify_cli.content.edits import Rewrite, SetNumber
from resilify_cli.content.scalars import read_elsewhere
from resilify_cli.diagnostics import FieldPath, Severity, quoted
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._scalars import scalars

if TYPE_CHECKING:
    from resilify_cli.content.document import Document

# Most files hold nothing of the kind, which one look tells.
_ANYTHING: Final = re.compile(
    r"[:\-,\[\n][ \t]*(?:[yYnN]|[yY][eE][sS]|[nN][oO]|[oO][nN]|[oO][fF][fF]|=|[-+]?0o[0-7]+|[-+]?0\d+)"
    r"[ \t]*(?:[,\]}#\r]|$)",
    re.MULTILINE,
)
_SEQUENCE: Final[FieldPath] = ("sequence",)
_PLAIN_NUMBER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_LEADING_ZERO: Final = re.compile(r"0[0-9]{1,14}")
_NOT_SHOWN: Final = frozenset(("date", "parent"))


def _check(subject: Subject) -> Iterator[Finding]:
    document = subject.program.document
    yield from _sequence(document)
    start, end = document.block
    if not _ANYTHING.search(
        document.text, max(start - 1, 0), end
    ):  # from the line feed before the first field on
        return
    for at, node in scalars(document):
        if not node.style and isinstance(node.value, str) and at and at[0] not in _NOT_SHOWN:
            what = read_elsewhere(node.value)
            if what is not None:
                extent = document.extent(at)
                repair = Repair("puts it between quotes", (Rewrite(extent, f'"{node.value}"'),))
                message = f"the site reads the text {quoted(node.value)}, but other parsers read {what}"
                yield Finding(message, at, help="put it between quotes", repair=repair)


def _sequence(document: Document) -> Iterator[Finding]:
    number = document.value(_SEQUENCE)
    if type(number) is not int:
        return
    start, end = document.extent(_SEQUENCE)
    written = document.text[start:end]
    if _PLAIN_NUMBER.fullmatch(written) or document.style(_SEQUENCE):
        return
    hint, repair = _meant(written, number)
    message = f"the site reads {written} as {number}; other parsers may not"
    yield Finding(message, _SEQUENCE, help=hint, repair=repair)


def _meant(written: str, number: int) -> tuple[str, Repair | None]:
    """Digits behind a zero mean themselves; a time of day means nobody knows what; else the number that is read."""
    if _LEADING_ZERO.fullmatch(written):
        meant = int(written)
        return f"write {meant}", Repair(
            f"writes {meant}", (SetNumber(_SEQUENCE, meant),), is_safe=meant == number
        )
    if ":" in written:
        return "write the number in plain digits", None
    return f"write {number}", Repair(f"writes {number}", (SetNumber(_SEQUENCE, number),))


RULE: Final = Rule("RES119", "ambiguous-scalar", Severity.WARNING, _check)
