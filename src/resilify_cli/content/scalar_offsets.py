"""Which characters of the file make each character of a scalar's value.

A YAML scalar is rarely written as it reads: lines fold, quotes escape, blocks lose their indentation. PyYAML
says where a scalar begins and ends, and no more. These functions decode the source once more as libyaml does
(`yaml_parser_scan_flow_scalar`, `…_plain_scalar`, `…_block_scalar`), keeping for every character of the
value the range of source characters that it came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from typing import Final, TypeAlias

from resilify_cli.diagnostics import Extent

Piece: TypeAlias = tuple[str, int, int]
"""One character of the value, and the start and end of what it was written as."""

_BREAK: Final = re.compile("\r\n|[\n\r]")  # the other breaks of YAML 1.1 are content to the site
_BLOCK_HEADER: Final = re.compile(r"[|>](?:[-+]?(?P<indent>[1-9])?[-+]?)[ \t]*(?:#[^\n\r]*)?")
_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
SURROGATES: Final = re.compile(
    r"\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})(?:\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2}))?"
    r"|\\u(?P<alone>[dD][c-fC-F][0-9a-fA-F]{2})"
)
"""Escapes of UTF-16 surrogates, as JSON writes characters beyond the first 65,536: two that make a pair, or one."""

_HEX_DIGITS: Final = {"x": 2, "u": 4, "U": 8}
_DEEPEST_INDENT: Final = 100


def offsets(source: str, style: str | None, value: str) -> list[Extent] | None:
    """Return, for each character of `value`, its range in `source`, the scalar as it is written.

    None where decoding the source does not give the value; the caller then points at the whole scalar.
    """
    for pieces in _decodings(source, style):
        if "".join(char for char, _, _ in pieces) == value:
            return [(start, end) for _, start, end in pieces]
    return None


def _decodings(source: str, style: str | None) -> Iterator[list[Piece]]:
    if style in {"|", ">"}:
        # How deep the parent stands is not to be seen here, so that an explicit indentation may mean any depth.
        header = _BLOCK_HEADER.match(source)
        if header is None:
            return
        depths = range(1, _DEEPEST_INDENT) if header["indent"] else (None,)
        for depth in depths:
            yield _block(source, depth, literal=style == "|")
    elif style == '"':
        yield list(_flow(source, 1, len(source) - 1, _double_quoted))
    elif style == "'":
        yield list(_flow(source, 1, len(source) - 1, _single_quoted))
    else:
        yield list(_flow(source, 0, len(source), _as_written))


_Unit: TypeAlias = Callable[[str, int], Piece]


def _as_written(source: str, at: int) -> Piece:
    return source[at], at, at + 1


def _single_quoted(source: str, at: int) -> Piece:
    return source[at], at, at + (2 if source.startswith("''", at) else 1)


def _double_quoted(source: str, at: int) -> Piece:
    if source[at] != "\\":
        return _as_written(source, at)
    if match := SURROGATES.match(source, at):
        return surrogates(match), at, match.end()
    name = source[at + 1 : at + 2]
    if name in _HEX_DIGITS:
        end = at + 2 + _HEX_DIGITS[name]
        return chr(int(source[at + 2 : end], 16)), at, end
    return _ESCAPES.get(name, ""), at, at + 2


def surrogates(match: re.Match[str]) -> str:
    """Return the character that escapes of surrogates make: of a pair the one that it means, else the surrogate."""
    if match["low"] is None:
        return chr(int(match["high"] or match["alone"], 16))
    return chr(0x10000 + ((int(match["high"], 16) - 0xD800) << 10) + int(match["low"], 16) - 0xDC00)


def _flow(source: str, at: int, end: int, unit: _Unit) -> Iterator[Piece]:
    """Decode a plain or quoted scalar, whose line breaks fold."""
    while at < end:
        escaped = unit is _double_quoted and source[at] == "\\" and _BREAK.match(source, at + 1)
        if escaped or source[at] in " \t" or _BREAK.match(source, at):
            at = yield from _white_space(source, at, end, escaped_break=bool(escaped))
        else:
            piece = unit(source, at)
            yield piece
            at = piece[2]


def _white_space(source: str, at: int, end: int, *, escaped_break: bool) -> Generator[Piece, None, int]:
    """Yield what a run of white space becomes: itself within a line; a space or line feeds where lines end."""
    start, blanks, breaks = at, [], []
    broken = escaped_break
    if escaped_break:
        at += 1
        at = _after_break(source, at)
    while at < end:
        if match := _BREAK.match(source, at):
            breaks.append(("\n", at, match.end()))
            at, broken = match.end(), True
        elif source[at] in " \t":
            if not broken:
                blanks.append((source[at], at, at + 1))
            at += 1
        else:
            break
    if not broken:
        yield from blanks
    elif escaped_break:
        yield from breaks
    elif len(breaks) == 1:
        yield " ", start, at
    else:
        yield from breaks[1:]
    return at


def _block(source: str, indent: int | None, *, literal: bool) -> list[Piece]:
    """Decode a literal or folded block scalar; `indent` None: as deep as its first line."""
    header = _BLOCK_HEADER.match(source)
    at = _after_break(source, header.end() if header else 0)
    chomping = "-" if "-" in source[: header.end() if header else 0].split("#", maxsplit=1)[0] else ""
    chomping = "+" if "+" in source[: header.end() if header else 0].split("#", maxsplit=1)[0] else chomping
    depth = indent or _first_indent(source, at)
    pieces: list[Piece] = []
    leading: Piece | None = None
    at, trailing = _skip_indent(source, at, depth)
    led_by_blank = False
    while at < len(source) and _column(source, at) == depth:
        starts_blank = source[at] in " \t"
        folds = (
            not literal
            and leading is not None
            and leading[0] == "\n"
            and not led_by_blank
            and not starts_blank
        )
        if leading is not None and not folds:
            pieces.append(leading)
        elif leading is not None and not trailing:
            pieces.append((" ", leading[1], at))
        pieces += trailing
        led_by_blank = starts_blank
        stop = _BREAK.search(source, at)
        line_end = stop.start() if stop else len(source)
        pieces += [(source[i], i, i + 1) for i in range(at, line_end)]
        leading = ("\n", stop.start(), stop.end()) if stop else None
        at, trailing = _skip_indent(source, stop.end() if stop else line_end, depth)
    if chomping != "-" and leading is not None:
        pieces.append(leading)
    if chomping == "+":
        pieces += trailing
    return pieces


def _after_break(source: str, at: int) -> int:
    match = _BREAK.match(source, at)
    return match.end() if match else at


def _first_indent(source: str, at: int) -> int:
    """libyaml: the depth of the first line with content, or of the deepest blank line before it."""
    deepest = 0
    while at < len(source):
        start = at
        while source[at : at + 1] == " ":
            at += 1
        deepest = max(deepest, at - start)
        match = _BREAK.match(source, at)
        if match is None:
            break
        at = match.end()
    return max(deepest, 1)


def _skip_indent(source: str, at: int, depth: int) -> tuple[int, list[Piece]]:
    """Pass over indentation and blank lines; the breaks of those lines are part of the value."""
    breaks: list[Piece] = []
    while True:
        start = at
        while at - start < depth and source[at : at + 1] == " ":
            at += 1
        match = _BREAK.match(source, at)
        if match is None:
            return at, breaks
        breaks.append(("\n", at, match.end()))
        at = match.end()


def _column(source: str, at: int) -> int:
    """The column of an offset; a block's content never stands on the scalar's own first line."""
    start = max(source.rfind(char, 0, at) for char in "\n\r")
    return at - start - 1
