"""A word stands twice in a row.

What:
    An article, a preposition or another small word stands twice in a row, as in `the the`. What may well stand twice is left alone: `had had`, `that that`, `log in in`, `very very`, names such as `Bora Bora`.

Why:
    A reader stumbles over it.

Bad:
    title: Rest for the the Tired

Good:
    title: Rest for the Tired
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import finding, matches

# Not among them are words that a sentence may need twice (that, had, is, in, on, you, her, what, do, so, no, very), and
# names (An, Will, May, He). Nouns and verbs meet by right, too: `what you plan plan well`.
_WORD: Final = re.compile(
    r"a|the|and|or|of|to|for|with|from|by|at|as|are|was|were|be|been|it|we|"
    r"they|our|your|their|this|these|those|my|its|his|if|but|than|then|into|"
    r"about|through|when|how|which|would|should|could|have|has|also|because|while"
)
_ARTICLES: Final = frozenset(("a", "the"))
_TWICE: Final = re.compile(r"(?<![\w'’-])(?P<word>[a-z]+)(?P<again> +(?P=word))(?![\w'’-])", re.IGNORECASE)

# Quick to look for, where the other is slow.
_PAIR: Final = re.compile(r"[\s(\"“‘]([a-z]{1,7}+) ++\1(?![a-z])")


def _check(subject: Subject) -> Iterator[Finding]:
    if not any(_WORD.fullmatch(pair[1]) for pair in _PAIR.finditer("\n" + subject.text.lower())):
        return
    for passage, match in matches(subject, _TWICE):
        if _is_a_slip(passage, match):
            word = match["word"].lower()
            yield finding(
                passage,
                match.span("again"),
                f"the word {word!r} stands twice in a row",
                "write it once",
                "",
                does=f"removes the second {word}",
                is_safe=False,
            )


def _is_a_slip(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a word stands twice by mistake; an author may be called To To, a band The The, a vitamin A."""
    first, second = match["word"], match["again"].lstrip()
    is_name = second[0].isupper() and (passage.genre is Genre.CITATION or second.lower() in _ARTICLES)
    return bool(_WORD.fullmatch(second.lower())) and not is_name and first != "A"


RULE: Final = Rule("RES514", "repeated-word", Severity.WARNING, _check)
