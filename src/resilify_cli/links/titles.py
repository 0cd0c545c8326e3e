"""Whether a work is the one that is cited: titles compared as a lenient reader would.

A citation may shorten a title, leave its subtitle out, write it in other letters, or hold a slip; only a text that has
hardly anything of the title cites another work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_ALIKE: Final = 80.0
_SHARED: Final = 0.75
_FEWEST_WORDS: Final = 3
_LATIN: Final = re.compile(r"[a-z]")
_SUBTITLE: Final = re.compile(r"\s*[:?!.;—–]\s+|\s+-\s+")
_MARK: Final = re.compile(r"\W*(?:retracted|withdrawn)\b(?:\s+article)?\s*[:\])—–-]\s*", re.IGNORECASE)


def is_cited(titles: Iterable[str], texts: Iterable[str]) -> bool | None:
    """Tell whether any of a work's titles is one that any of the texts cites; None where nothing can be compared."""
    wanted = [plain for title in titles for plain in _forms(title)]
    had = [plain for plain in map(_plain, texts) if plain]
    if not wanted or not had:
        return None
    return any(_is_alike(title, text) for title in wanted for text in had)


def _forms(title: str) -> list[str]:
    """A title, and its main part without the subtitle; none that is in other letters than a citation could be."""
    title = _MARK.sub("", title, count=1)
    main = _SUBTITLE.split(title, maxsplit=1)[0]
    forms = [_plain(title)]
    if len(_plain(main).split()) >= _FEWEST_WORDS:
        forms.append(_plain(main))
    return [form for form in forms if _LATIN.search(form)]


def _is_alike(title: str, text: str) -> bool:
    from rapidfuzz.fuzz import partial_ratio  # noqa: PLC0415 - only where registries were asked

    if f" {title} " in f" {text} ":
        return True
    if len(text.split()) >= _FEWEST_WORDS and f" {text} " in f" {title} ":
        return True
    words, have = set(title.split()), set(text.split())
    return len(words & have) >= _SHARED * len(words) or partial_ratio(title, text) >= _ALIKE


def _plain(text: str) -> str:
    """The words of a text, without case, accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", kept))
