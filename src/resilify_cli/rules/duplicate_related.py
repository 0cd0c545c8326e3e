"""A related program stands twice in the list.

What:
    An earlier entry of the list has the same slug. The finding stands at the later one. Where its title is that of another program, `related-title-of-another` tells so, since that one is meant.

Why:
    The reader finds the same card twice.

Bad:
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evenings
        - title: Quiet Evenings
          slug: quiet-evenings

Good:
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evenings
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import Remove
from resilify_cli.diagnostics import Severity, quoted
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._related_titles import named_by_title


def _check(subject: Subject) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, related in enumerate(subject.facts.related, 1):
        if not related.slug or named_by_title(subject, related) is not None:
            continue
        if related.slug in seen:
            message = (
                f"the slug {quoted(related.slug)} stands in the list already, as number {seen[related.slug]}"
            )
            yield Finding(
                message,
                (*related.at, "slug"),
                help="remove one of the two entries",
                repair=Repair("removes the later entry", (Remove(related.at),), is_safe=False),
            )
        seen.setdefault(related.slug, number)


RULE: Final = Rule("RES305", "duplicate-related", Severity.WARNING, _check)
