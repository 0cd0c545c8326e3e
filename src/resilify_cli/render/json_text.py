r"""JSON as text: UTF-8 as it is, and by JSON's own escapes what must not be written as it is.

Reading it gives the very data back, with one exception that JSON itself makes: a high surrogate followed by a low
one is read as the one character that the pair stands for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from resilify_cli.render.escape import HIDDEN_IN_LINE
from resilify_cli.report import Json


def pretty(data: Json) -> str:
    """Return the data as indented JSON."""
    return _hide(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def lines(items: Iterable[Json]) -> str:
    """Return each item as JSON on a line of its own."""
    return "".join(
        f"{_hide(json.dumps(item, ensure_ascii=False, separators=(',', ':')))}\n" for item in items
    )


def _hide(document: str) -> str:
    # The encoder escapes C0, so that line feeds stand between values; what is left lies within a string.
    return HIDDEN_IN_LINE.sub(lambda match: f"\\u{ord(match[0]):04x}", document)
