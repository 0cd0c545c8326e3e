"""Two programs have the same title.

What:
    Another program has the same title, case and punctuation aside. Both are reported, each naming the other.

Why:
    Two cards look alike, and a reader cannot tell which is which.

Bad:
    title: Quiet evenings

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._twins import have, twins
from resilify_cli.slugs import slugify


def _title(facts: Facts) -> str | None:
    return slugify(facts.title or "") or None


def _check(subject: Subject) -> Iterator[Finding]:
    others = twins(subject, _title)
    if others:
        yield Finding(
            f"{have(others)} the same title", ("title",), help="give each program a title of its own"
        )


RULE: Final = Rule("RES213", "duplicate-title", Severity.WARNING, _check)
