"""A program is related to itself.

What:
    The slug of a related program is the program's own. Where the title is that of another one, `related-title-of-another` tells so, since that one is meant.

Why:
    The reader finds a card that leads to the page that is open.

Bad:
    relatedpost:
      program:
        - title: A Calmer Week
          slug: a-calmer-week

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
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._related_titles import named_by_title


def _check(subject: Subject) -> Iterator[Finding]:
    for related in subject.facts.related:
        if related.slug == subject.facts.slug and named_by_title(subject, related) is None:
            yield Finding(
                "the program is related to itself",
                (*related.at, "slug"),
                help="remove the entry",
                repair=Repair("removes the entry", (Remove(related.at),), is_safe=False),
            )


RULE: Final = Rule("RES304", "self-related", Severity.WARNING, _check)
