"""The names of two files differ only in the case of their letters.

What:
    Another program file has the same name, its folder and ending aside, but for capital and small letters.

Why:
    On macOS and Windows both names mean one file, so that one of the two pages overwrites the other; a link in the wrong case works on one machine and not on the next.

Bad:
    <also Quiet-Evenings.md in another folder>

Good:
    title: A Calmer Week
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._twins import seen_from, twins


def _slug(facts: Facts) -> str:
    return unicodedata.normalize("NFC", facts.slug).casefold()


def _check(subject: Subject) -> Iterator[Finding]:
    for other in twins(subject, _slug):
        if other.facts.slug != subject.facts.slug:
            message = (
                f"{seen_from(subject, other)} has the same name but for the case of its letters; "
                "on macOS and Windows only one of the two pages is kept"
            )
            yield Finding(message, help="rename one of the files")


RULE: Final = Rule("RES215", "slug-differs-in-case", Severity.WARNING, _check)
