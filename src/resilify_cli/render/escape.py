r"""Content is data: what would steer a terminal, or hide in a text, is shown as a backslash escape.

`\t`, `\n`, `\r`, `\x1b` and `\u202e` stand for the characters that Python writes so. Escaped are the C0 and C1
control characters, DEL, the line and paragraph separators, the controls that reorder bidirectional text, the
invisible space, joiner and byte-order mark, and lone surrogates, which no encoding can carry. The joiners U+200C
and U+200D stay: scripts and emoji are made with them.
"""

from __future__ import annotations

import re
from typing import Final

_HIDDEN_CLASS: Final = r"\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
HIDDEN: Final = re.compile(f"[{_HIDDEN_CLASS}]")
"""One character that must not be written as it is."""

HIDDEN_IN_LINE: Final = re.compile(rf"(?!\n)[{_HIDDEN_CLASS}]")
"""The same, but for the line feeds of a document that has lines."""

_HIDDEN_OR_BACKSLASH: Final = re.compile(rf"[\\{_HIDDEN_CLASS}]")
_ESCAPE: Final = re.compile(r"\\(?:[\\tnr]|x([0-9a-f]{2})|u([0-9a-f]{4}))")
_SHORT: Final = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "\\": r"\\"}
_LONG: Final = {short: character for character, short in _SHORT.items()}
_BYTE: Final = 0x100


def visible(text: str) -> str:
    r"""Return the text with each hidden character as an escape: for people, who may take a `\t` of the text for one."""
    return HIDDEN.sub(_escaped, text)


def reversible(text: str) -> str:
    r"""Return the text with hidden characters and backslashes as escapes (`\\`), so that `unescape` gives it back."""
    return _HIDDEN_OR_BACKSLASH.sub(_escaped, text)


def unescape(text: str) -> str:
    """Return the very text that `reversible` was given: how to read a cell of TSV or CSV."""
    return _ESCAPE.sub(_unescaped, text)


def visible_lines(text: str) -> list[str]:
    """Return the lines of a text that line feeds structure, each made visible."""
    return [visible(line) for line in text.replace("\r\n", "\n").split("\n")]


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}")


def _unescaped(match: re.Match[str]) -> str:
    digits = match[1] or match[2]
    return chr(int(digits, 16)) if digits else _LONG[match[0]]
