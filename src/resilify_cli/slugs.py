"""Slugs: a program is known by its file's stem, and by what its title makes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINT: Final = re.compile(r"[^\w]+|_+")


def slugify(title: str) -> str:
    """Return the slug that a title makes: lower case, ASCII where letters have a base form, words joined by hyphens."""
    folded = title.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded.replace("ß", "ss"))
        folded = "".join(char for char in parts if not unicodedata.combining(char)).replace("’", "")
    return _JOINT.sub("-", folded.replace("'", "")).strip("-")
