"""Two words run together.

What:
    A capital letter in the middle of a word, where the space before a word has been lost: `anxietyThis`, `CBTfor`, `Resilify'sCBT`. That is told where both halves stand as words of their own elsewhere in the catalogue, so that names and brands (`YouTube`, `DeRubeis`, `iPhone`) are left alone. The authors of citations are not looked at.

Why:
    A reader stumbles, and a search finds neither word.

Bad:
    title: Rest for MentalHealth

Good:
    title: Rest for Mental Health
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.rules._text import finding, matches

# Where the letters of a word change from small to capital, or back behind an acronym; then the word around that place.
_SEAM: Final = re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=[A-Z].)(?=[a-z]))[^\W\d_]{0,40}+(?![\w-])")
_LETTERS_BEFORE: Final = re.compile(r"(?<![\w'’-])(?:[^\W\d_]{2,40}['’])?[^\W\d_]{1,40}\Z")
_LONGEST: Final = 82
_POSSESSIVE: Final = re.compile(r"([^\W\d_]{2,}['’]s)([A-Z].*)")
_ACRONYM_FIRST: Final = re.compile(
    r"([A-Z]{2,})(and|are|as|by|can|for|from|has|helps|in|is|of|on|or|the|to|was|with)"
)
_PARTS: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
_BEGINNINGS_OF_NAMES: Final = re.compile(r"del|den|der|des|fitz|las|los|mac|saint|san|van|von")
_SHORTEST: Final = 3


def _check(subject: Subject) -> Iterator[Finding]:
    for passage, seam in matches(subject, _SEAM):
        before = _LETTERS_BEFORE.search(passage.text, max(seam.start() - _LONGEST, 0), seam.start())
        if before is None:
            continue
        run = before[0] + seam[0]
        owned = _POSSESSIVE.fullmatch(run)
        if owned:
            words = owned.groups()
        elif passage.genre is Genre.CITATION:
            continue
        else:
            words = _words(run, subject.catalogue)
        if words:
            proposed = " ".join(words)
            yield finding(
                passage,
                (before.start(), seam.end()),
                f"{run} is {len(words)} words run together",
                f"write {proposed}",
                proposed,
                does=f"writes {proposed}",
                is_safe=owned is not None,
            )


def _words(run: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words that have run together; none where it may be a name."""
    led = _ACRONYM_FIRST.fullmatch(run)
    words = led.groups() if led else tuple(_PARTS.findall(run))
    first = words[0]
    is_name = _BEGINNINGS_OF_NAMES.fullmatch(first) or any(len(word) == 1 for word in words)
    if is_name or not all(_stands(catalogue, word) for word in words):
        return ()
    is_sure = led or (first.islower() and len(first) >= _SHORTEST)
    # Names are made of words with capitals, which are never neighbours: BetterHelp, FaceTime, OpenBSD.
    return words if is_sure or all(_stands(catalogue, *pair) for pair in itertools.pairwise(words)) else ()


@once_per_catalogue
def _known(_catalogue: Catalogue) -> dict[tuple[str, ...], bool]:
    """What has been asked of `_stands` already."""
    return {}


def _stands(catalogue: Catalogue, *words: str) -> bool:
    """Tell whether words stand, side by side, anywhere in the files of a catalogue, apart from other letters."""
    known = _known(catalogue)
    if words not in known:
        text = r"\s+\(?".join(map(re.escape, words))
        flags = re.NOFLAG if all(map(str.isupper, words)) else re.IGNORECASE
        pattern = re.compile(rf"(?<![\w'’]){text}(?!\w)", flags)
        forms = [{word, word.lower(), word.capitalize()} for word in words]
        texts = (program.document.text for program in catalogue)
        # The pattern is slow, and most files have none of the words.
        known[words] = any(
            pattern.search(text)
            for text in texts
            if all(any(form in text for form in any_of) for any_of in forms)
        )
    return known[words]


RULE: Final = Rule("RES506", "words-run-together", Severity.WARNING, _check)
