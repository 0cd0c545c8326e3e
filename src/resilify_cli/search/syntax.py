"""What a person typed, taken apart: words, phrases, what is not wanted, where to look. Any text at all is a query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from resilify_cli.search.words import fold, with_whole_acronyms, words_of

MAX_LENGTH: Final = 1000
"""Characters that are read of what was typed: more is a pasted text, and its beginning tells enough."""

MAX_ITEMS: Final = 64
"""How many things are looked up, likewise."""

GROUPS: Final = {
    "title": "title",
    "overview": "overview",
    "session": "sessions",
    "sessions": "sessions",
    "category": "categories",
    "categories": "categories",
    "tag": "tags",
    "tags": "tags",
    "ref": "references",
    "reference": "references",
    "references": "references",
    "body": "body",
}
"""What may stand before a colon, and the fields that it means."""

# Any other sign parts two words, so that the full-text engine never sees its own operators.
_ITEM: Final = re.compile(
    rf"""
    (?P<no>(?<!\S)[-−])?
    (?:(?<!\w)(?P<field>{"|".join(GROUPS)}):[ ]*(?=["“”„\w]))?
    (?:["“”„](?P<phrase>[^"“”„]*)["“”„] | (?P<word>[^\W_]+(?:['’ʼ][^\W_]+)*) (?P<star>\*)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said: a word, or a phrase of several; `typed` is folded.

    A phrase, what stands after a field's name or a minus, and the beginning of a word that ends in `*` are meant
    as they are: a program must hold them, or with `is_unwanted` must not. All else may be rewritten.
    """

    typed: str
    is_phrase: bool = False
    is_unwanted: bool = False
    is_beginning: bool = False
    group: str | None = None

    @property
    def is_free(self) -> bool:
        """Tell whether it is a mere word, which may be rewritten."""
        return not (self.is_phrase or self.is_unwanted or self.is_beginning or self.group)

    @property
    def phrase(self) -> str:
        """The words as the full-text engine cuts them, with single spaces between them."""
        return " ".join(words_of(self.typed))


def parse(typed: str) -> list[Item]:
    """Take a query apart, in the order typed."""
    return list(_items(with_whole_acronyms(fold(typed[:MAX_LENGTH]))))[:MAX_ITEMS]


def _items(text: str) -> Iterator[Item]:
    for match in _ITEM.finditer(text):
        item = Item(
            match["word"] if match["phrase"] is None else match["phrase"],
            is_phrase=match["phrase"] is not None,
            is_unwanted=match["no"] is not None,
            is_beginning=match["star"] is not None,
            group=GROUPS[match["field"]] if match["field"] else None,
        )
        if item.phrase:
            yield item
