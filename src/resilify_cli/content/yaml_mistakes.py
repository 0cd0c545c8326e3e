"""Where a mistake in YAML began, and what it is in plain words: the parser says where it gave up, often far below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from resilify_cli.diagnostics import Fault

if TYPE_CHECKING:
    import yaml

Written: TypeAlias = tuple[int, int, str]
"""A value that was read before the mistake: where it starts and ends, and the quote or bracket that opens it."""

_QUOTES: Final = frozenset("\"'")
_KEY_LINE: Final = re.compile(r"^(?P<indent> *)(?:- |[A-Za-z_][\w-]*:(?:[ \t]|\r?$))", re.MULTILINE)
_NAME_ALONE: Final = re.compile(r"[ \t]*(?:- +)?(?P<name>[A-Za-z_][\w-]*)[ \t]*")
_NO_SPACE: Final = re.compile(r"[A-Za-z_][\w-]*(?P<colon>:)\S")
_ENDS: Final = "; the page does not build"
_INSIDE: Final = {
    "'": "write '' for an apostrophe, or put the value between double quotes",
    '"': 'write \\" for a quote within the text, or put the value between single quotes',
}
_WORDS: Final = (
    (
        "mapping values are not allowed",
        "a second colon with a space behind it makes this a field inside a value",
        "put the value between quotes",
    ),
    ("could not find expected ':'", "a colon is missing behind a field name", "write `name: value`"),
    (
        "did not find expected key",
        "this line does not fit the fields around it",
        "check the indentation and the quotes",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list around it",
        "check the indentation",
    ),
    ("block sequence entries are not allowed", "a list cannot begin here", "begin it on a line of its own"),
    (
        "expected alphabetic or numeric",
        "this sign cannot begin a text in YAML",
        "put the value between quotes",
    ),
    (
        "did not find expected comment or line break",
        "text stands on the line of a sign that begins a block of text",
        "begin the text on the next line, or put it between quotes",
    ),
    ("expected ',' or", "a comma is missing here", "put a comma between two items"),
    (
        "found unknown escape character",
        "this is no escape that YAML knows",
        "write \\\\ for a backslash, or use single quotes",
    ),
    ("cannot start any token", "this character cannot begin a value", "put the value between quotes"),
)
# The parser gave up behind these; they began where its context says.
_FROM_THE_CONTEXT: Final = ("could not find expected ':'", "expected alphabetic", "expected comment or line")


def mistake(error: yaml.MarkedYAMLError, text: str, written: Sequence[Written]) -> Fault:
    """Return the fault behind an error of the parser; `written` are the values before it, in their order."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    gave_up = min(mark.index if mark else 0, len(text))
    context = min(error.context_mark.index, gave_up) if error.context_mark else gave_up
    swallowed = next((start for start, end, style in written if _swallows(text, start, end, style)), None)
    if swallowed is not None or "scanning a quoted scalar" in (error.context or ""):
        at = context if swallowed is None else swallowed
        return _fault(at, text, "the quote that opens here is never closed", "close it, or remove it")
    if "flow" in (error.context or "") and "\n" in text[context:gave_up]:
        message = f"the {text[context : context + 1]} that opens here is never closed"
        return _fault(context, text, message, "close it, or put the value between quotes")
    return (
        _behind_a_value(gave_up, text, written)
        or _special(problem, gave_up, context, text)
        or _by_words(problem, context if any(p in problem for p in _FROM_THE_CONTEXT) else gave_up, text)
    )


def _swallows(text: str, start: int, end: int, style: str) -> bool:
    """Tell whether a text between quotes runs over lines that are fields or items as far left as its own.

    Then it is not the quote at its end that closes it: that one opens another value.
    """
    if style not in _QUOTES:
        return False
    before = text[text.rfind("\n", 0, start) + 1 : start]
    column = len(before) - len(before.lstrip(" -"))
    first = text.find("\n", start, end)
    lines = _KEY_LINE.finditer(text, first + 1, end) if first != -1 else ()
    return any(len(line["indent"]) <= column for line in lines)


def _behind_a_value(at: int, text: str, written: Sequence[Written]) -> Fault | None:
    """Text behind what looked like a whole value: behind a quote within a text, or behind a bracket."""
    start, end, style = max((w for w in written if w[1] <= at), key=lambda w: w[1], default=(0, -1, ""))
    if end == -1 or text[end:at].strip(" \t") or at >= len(text):
        return None
    if style in _QUOTES:
        return _fault(end - 1, text, "the value ends at this quote, but more text follows", _INSIDE[style])
    message = f"a value that begins with {style} is a {'list' if style == '[' else 'mapping'}, and text follows its end"
    return _fault(start, text, message, "put the value between quotes")


def _special(problem: str, gave_up: int, context: int, text: str) -> Fault | None:
    """What reads otherwise in one place than in another."""
    if text[gave_up : gave_up + 1] == "\t":
        # The site's own parser puts up with some of these, and reads the line into another field.
        message = "a tab stands where YAML wants spaces; parsers refuse the file, or misread it"
        return Fault("yaml-syntax", message, extent=(gave_up, gave_up + 1), help="indent with spaces")
    if "could not find expected ':'" in problem and (match := _NO_SPACE.match(text, context)):
        return _fault(
            match.start("colon"), text, "a space is missing behind this colon", "write `name: value`"
        )
    line_start = text.rfind("\n", 0, gave_up) + 1
    alone = _NAME_ALONE.fullmatch(text, line_start, gave_up)
    if "mapping values are not allowed" in problem and alone and alone.start("name") == line_start:
        above = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
        return _fault(above, text, "a colon is missing behind a field name", "write `name: value`")
    if "mapping values are not allowed" in problem and alone:
        message = "this line is indented as part of the value above it, which can hold no field"
        hint = "begin it below the name of the field above, or put that value between quotes"
        return _fault(alone.start("name"), text, message, hint)
    return None


def _by_words(problem: str, at: int, text: str) -> Fault:
    for phrase, message, hint in _WORDS:
        if phrase in problem:
            return _fault(at, text, message, hint)
    return _fault(at, text, f"the front matter is not YAML ({problem})", None)


def _fault(at: int, text: str, message: str, hint: str | None) -> Fault:
    extent = (at, min(at + 1, len(text)))
    return Fault("yaml-syntax", message + _ENDS, extent=extent, help=hint)
