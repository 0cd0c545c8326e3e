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
from resilify_cli.facts import Facts
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._twins import groups
from resilify_cli.slugs import slugify


def _title(facts: Facts) -> str | None:
    return slugify(facts.title or "") or None


def _check(subject: Subject) -> Iterator[Finding]:
    by_title = groups(subject.catalogue, _title)
    for related in subject.facts.related:
        named = by_title.get(slugify(related.title or ""), [])
        slug = related.slug or ""
        if (
            not named
            or slug not in subject.catalogue.by_slug
            or any(program.facts.slug == slug for program in named)
        ):
            continue
        linked = subject.catalogue.by_slug[slug]
        message = f"the title is that of {named[0].label}, but the slug leads to {linked.label}"
        hint = f"write the slug {named[0].facts.slug}, or the title {linked.facts.title}"
        yield Finding(message, (*related.at, "slug"), help=hint)


RULE: Final = Rule("RES303", "related-title-of-another", Severity.ERROR, _check)
