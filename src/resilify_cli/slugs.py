"""Slugs: a program is known by its file's stem, and by what its title makes."""

from __future__ import annotations

import re
import unicodedata


def slugify(title: str) -> str:
    """Return the slug that a title makes: lower case, ASCII where letters have a base form, words joined by hyphens."""
    folded = unicodedata.normalize("NFKD", title.casefold().replace("ß", "ss"))
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"[^\w]+|_+", "-", re.sub(r"['’]", "", kept)).strip("-")
