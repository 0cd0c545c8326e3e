"""Title and slug of a related program name two different programs.

What:
    The title is that of one program, the slug that of another. The site goes by the slug, and never shows the title. Which of the two was meant nobody can know; only where the slug is the program's own, or stands in the list before, the fix follows the title.

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
from itertools import takewhile
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Severity
from resilify_cli.facts import RelatedFacts
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._related_titles import named_by_title


def _check(subject: Subject) -> Iterator[Finding]:
    listed = [related.slug for related in subject.facts.related]
    for related in subject.facts.related:
        named = named_by_title(subject, related)
        if named is not None and related.slug is not None:
            linked = subject.catalogue.by_slug[related.slug]
            message = f"the title is that of {named.label}, but the slug leads to {linked.label}"
            hint = f"write the slug {named.facts.slug}, or the title {linked.facts.title}"
            repair = None
            if _is_stray(subject, related) and named.facts.slug not in (subject.facts.slug, *listed):
                hint = f"write the slug {named.facts.slug}"
                step = SetText((*related.at, "slug"), named.facts.slug)
                repair = Repair(f"writes {named.facts.slug}", (step,), is_safe=False)
            yield Finding(message, (*related.at, "slug"), help=hint, repair=repair)


def _is_stray(subject: Subject, related: RelatedFacts) -> bool:
    """Tell whether a slug has no business there in any case: it is the program's own, or stands in the list before."""
    earlier = takewhile(lambda other: other is not related, subject.facts.related)
    return related.slug == subject.facts.slug or related.slug in {other.slug for other in earlier}


RULE: Final = Rule("RES303", "related-title-of-another", Severity.ERROR, _check)
