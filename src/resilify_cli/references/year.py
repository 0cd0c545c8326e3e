"""The year in which a cited work appeared."""

from __future__ import annotations

import re
from typing import Final

# Within addresses and DOIs digits are no years, and neither is the day on which somebody looked at a page.
_OTHER: Final = re.compile(
    r"(?:https?://|www\.|doi:\s*|\b10\.\d{4,9}/)\S+|\b(?:accessed|retrieved|viewed|cited)\b[^.;)\]]*",
    re.IGNORECASE,
)
_YEAR: Final = r"(?<![\d.,–-])(?P<year>1[5-9]\d\d|20\d\d)(?![\d–-])[a-z]?\b"
_IN_BRACKETS: Final = re.compile(rf"\([^()]*{_YEAR}[^()]*\)")
_ANYWHERE: Final = re.compile(_YEAR)


def year_of(citation: str) -> int | None:
    """Return the year that a citation gives, the one in brackets before any other; None where it gives none."""
    told = _OTHER.sub(" ", citation)
    found = _IN_BRACKETS.search(told) or _ANYWHERE.search(told)
    return int(found["year"]) if found else None
