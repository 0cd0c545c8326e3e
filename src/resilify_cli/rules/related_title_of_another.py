"""Title and slug of a related program name two different programs.

What:
    The title is that of one program, the slug that of another. The site goes by the slug, and never shows the title.

Why:
    The reader is led to another program than the editor chose.

Bad:
    relatedpost:
      program:
        - title: Easing Worry
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

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._related_titles import named_by_title


def _check(subject: Subject) -> Iterator[Finding]:
    for related in subject.facts.related:
        named = named_by_title(subject, related)
        if named is not None and related.slug is not None:
            linked = subject.catalogue.by_slug[related.slug]
            message = f"the title is that of {named.label}, but the slug leads to {linked.label}"
            hint = f"write the slug {named.facts.slug}, or the title {linked.facts.title}"
            yield Finding(message, (*related.at, "slug"), help=hint)


RULE: Final = Rule("RES303", "related-title-of-another", Severity.ERROR, _check)
