"""A word is misspelt.

What:
    A word stands in the list of common misspellings that comes with the tool. Citations are left alone, since names are spelt as they please; so are addresses. British and American spelling are both right. The fix keeps capitals as they are. It is safe, for no word of the list is a word, and each has one right answer; but unsafe in the title of a cited work, which may be cited just as it was printed.

Why:
    A reader trips over it, trusts the rest less, and does not find it by searching.

Bad:
    title: Living with Anxeity

Good:
    title: Living with Anxiety
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._once import once_per_catalogue
from resilify_cli.rules._text import finding
from resilify_cli.rules._words import OWN, common_misspellings, standing, vocabulary


def _check(subject: Subject) -> Iterator[Finding]:
    right = _misspelt(subject.catalogue)
    for passage, match in standing(subject, right, OWN | {Genre.WORK}):
        yield finding(
            passage,
            match.span(),
            f"{match[0]!r} is misspelt",
            f"write {right[match[0]]}",
            right[match[0]],
            does=f"writes {right[match[0]]}",
            is_safe=passage.genre is not Genre.WORK,
        )


@once_per_catalogue
def _misspelt(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the misspellings that stand in a catalogue, each with what to write."""
    right = common_misspellings()
    return {wrong: right[wrong] for wrong in right.keys() & vocabulary(catalogue).keys()}


RULE: Final = Rule("RES531", "misspelt-word", Severity.WARNING, _check)
