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
import weakref
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from resilify_cli.catalogue import Catalogue
from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject

# Of short words too many are one letter apart and both right: Mood and Food.
_SHORTEST: Final = 6
_LONGEST: Final = 80
_TIMES: Final = 5
_JOINTS: Final = re.compile(r"[\s\-\u2010-\u2015]+")
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Meant:
    title: str
    is_sure: bool


_INDEXES: Final[weakref.WeakKeyDictionary[Catalogue, Mapping[str, _Meant]]] = weakref.WeakKeyDictionary()


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.catalogue not in _INDEXES:
        _INDEXES[subject.catalogue] = _slips(subject.catalogue)
    slips = _INDEXES[subject.catalogue]
    for category in subject.facts.categories:
        meant = slips.get(category.title)
        if meant is not None:
            how = "the same as" if meant.is_sure else "nearly"
            message = (
                f"the category {category.title!r} is {how} {meant.title!r}, which more programs have; "
                "the site shows a tab of its own for it"
            )
            at = (*category.at, "title")
            repair = Repair(f"writes {meant.title}", (SetText(at, meant.title),), is_safe=meant.is_sure)
            yield Finding(message, at, help=f"write {meant.title}", repair=repair)


def _slips(catalogue: Catalogue) -> Mapping[str, _Meant]:
    """Return what each misspelt category of a catalogue was meant to be."""
    counts = Counter(title for program in catalogue for title in {c.title for c in program.facts.categories})
    counts = Counter({title: count for title, count in counts.items() if title.strip()})
    by_key: dict[str, list[str]] = {}
    for title in counts:  # in display order, so that of two as frequent the first is right
        by_key.setdefault(_key(title), []).append(title)
    best = {key: max(titles, key=lambda title: counts[title]) for key, titles in by_key.items()}
    slips = {t: _Meant(best[k], is_sure=True) for k, titles in by_key.items() for t in titles if t != best[k]}
    sums = {key: sum(counts[title] for title in titles) for key, titles in by_key.items()}
    for key, meant in _one_letter_off(sums).items():
        slips |= {title: _Meant(best[meant], is_sure=False) for title in by_key[key]}
    return slips


def _key(title: str) -> str:
    """What is left of a title where case, spaces and hyphens do not count."""
    return _JOINTS.sub(" ", title.casefold()).strip()


def _one_letter_off(sums: Mapping[str, int]) -> dict[str, str]:
    """Return for each rare name the frequent one from which it differs in one letter.

    Two names one slip apart become the same when one letter is taken out of either, or out of both: so all the
    shortened forms of the frequent ones are looked up, rather than every pair compared.
    """
    shortened: dict[str, list[str]] = {}
    for name, count in sums.items():
        if count >= _TIMES and _SHORTEST <= len(name) <= _LONGEST:
            for form in _shortened(name):
                shortened.setdefault(form, []).append(name)
    found = {}
    for name, count in sums.items():
        near = (
            {other for form in _shortened(name) for other in shortened.get(form, ())} if shortened else set()
        )
        likely = [o for o in near if sums[o] >= _TIMES * count and _is_slip(name, o)]
        if likely:
            found[name] = max(likely, key=lambda other: (sums[other], other))
    return found


def _shortened(name: str) -> set[str]:
    if len(name) > _LONGEST + 1:
        return set()
    return {name, *(name[:index] + name[index + 1 :] for index in range(len(name)))}


def _is_slip(name: str, other: str) -> bool:
    """One letter too many, too few or another, or two changed about; a digit is no slip of another."""
    if name == other or _DIGIT.findall(name) != _DIGIT.findall(other):
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), min(len(name), len(other))
    )
    rest, others = name[start:], other[start:]
    return (
        rest[1:] == others
        or rest == others[1:]
        or rest[1:] == others[1:]
        or (rest[:2] == others[:2][::-1] and rest[2:] == others[2:])
    )


RULE: Final = Rule("RES217", "misspelt-category", Severity.WARNING, _check)
