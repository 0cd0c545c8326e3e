"""A category is a slip of another one.

What:
    The category of a program differs from one that more programs have only in case, spaces or hyphens; or in a single letter, and many times as many programs have the other.

Why:
    The site groups programs by the exact text of the category, and shows a filter tab of its own for the slip. Readers who choose the right tab do not see the program.

Bad:
    categories:
      category:
        - title: mental  health

Good:
    categories:
      category:
        - title: Mental Health
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Severity, quoted
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._once import once_per_catalogue

# Of short words too many are one letter apart and both right: Mood and Food.
_SHORTEST: Final = 6
_TIMES: Final = 5
_JOINTS: Final = re.compile(r"[\s\-\u2010-\u2015]+")
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Meant:
    title: str
    is_sure: bool


def _check(subject: Subject) -> Iterator[Finding]:
    slips = _slips(subject.catalogue)
    for category in subject.facts.categories:
        meant = slips.get(category.title)
        if meant is not None:
            how = "the same as" if meant.is_sure else "nearly"
            message = (
                f"the category {quoted(category.title)} is {how} {quoted(meant.title)}, which more programs have; "
                "the site shows a tab of its own for it"
            )
            at = (*category.at, "title")
            repair = Repair(f"writes {meant.title}", (SetText(at, meant.title),), is_safe=meant.is_sure)
            yield Finding(message, at, help=f"write {meant.title}", repair=repair)


@once_per_catalogue
def _slips(catalogue: Catalogue) -> Mapping[str, _Meant]:
    """Return what each misspelt category of a catalogue was meant to be."""
    counts = Counter(title for program in catalogue for title in {c.title for c in program.facts.categories})
    counts = Counter({title: count for title, count in counts.items() if title.strip()})
    by_key: dict[str, list[str]] = {}
    for title in counts:  # in display order, so that of two as frequent the first is right
        by_key.setdefault(_key(title), []).append(title)
    best = {
        key: _tidy(max(titles, key=lambda title: (title == _tidy(title), counts[title])))
        for key, titles in by_key.items()
    }
    several = {key: titles for key, titles in by_key.items() if len(titles) > 1}
    slips = {
        t: _Meant(best[k], is_sure=True) for k, titles in several.items() for t in titles if t != best[k]
    }
    sums = {key: sum(counts[title] for title in titles) for key, titles in by_key.items()}
    for key, meant in _one_letter_off(sums).items():
        slips |= {title: _Meant(best[meant], is_sure=False) for title in by_key[key]}
    return slips


def _tidy(title: str) -> str:
    """Leave out white space that other rules tell of: to lead to it would be undone by their fixes, for ever."""
    return " ".join(title.split())


def _key(title: str) -> str:
    """What is left of a title where case, spaces and hyphens do not count."""
    return _JOINTS.sub(" ", title.casefold()).strip()


def _one_letter_off(sums: Mapping[str, int]) -> dict[str, str]:
    """Return for each rare name the frequent one from which it differs in one letter, or two changed about."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where categories are compared
    from rapidfuzz.process import extract  # noqa: PLC0415

    long = {name: count for name, count in sums.items() if len(name) >= _SHORTEST}
    frequent = [name for name, count in long.items() if count >= _TIMES]
    found = {}
    for name, count in sums.items():
        near = extract(name, frequent, scorer=OSA.distance, score_cutoff=1, limit=None)
        likely = [
            other for other, _, _ in near if sums[other] >= _TIMES * count and _may_be_a_slip(name, other)
        ]
        if likely:
            found[name] = max(likely, key=lambda other: (sums[other], other))
    return found


def _may_be_a_slip(name: str, other: str) -> bool:
    """A digit is no slip of another."""
    return name != other and _DIGIT.findall(name) == _DIGIT.findall(other)


RULE: Final = Rule("RES217", "misspelt-category", Severity.WARNING, _check)
