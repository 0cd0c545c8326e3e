"""Two files give the same slug.

What:
    Two program files have the same name in different folders, or names that differ only in their ending.

Why:
    Both want the same page; only one of them is shown.

Bad:
    <also quiet-evenings.md in another folder>

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._twins import seen_from, twins


def _slug(facts: Facts) -> str:
    return facts.slug


def _check(subject: Subject) -> Iterator[Finding]:
    for other in twins(subject, _slug):
        name = seen_from(subject, other)
        message = f"{name} gives the slug {other.facts.slug} too; only one of the two pages is shown"
        yield Finding(message, help="rename one of the files")


RULE: Final = Rule("RES214", "duplicate-slug", Severity.ERROR, _check)
