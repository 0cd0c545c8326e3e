"""A related slug shows another program than the one it names.

What:
    The site shows the first program, in order of `sequence`, whose page address contains the related slug. So a slug that is part of another's shows whichever comes first; and a short one shows a program that it does not name in full. Where that is the program of the related title, it is only a warning.

Why:
    The reader is led to another program than the editor chose.

Bad:
    relatedpost:
      program:
        - title: Easing Worry
          slug: evenings

Good:
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evenings
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity, quoted
from resilify_cli.relations import label
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.slugs import slugify


def _check(subject: Subject) -> Iterator[Finding]:
    for related in subject.facts.related:
        if not related.slug or not related.slug.strip():
            continue
        shown = subject.catalogue.relations.resolve(related.slug).target
        if shown is None or shown.slug == related.slug:
            continue
        message = f"for the slug {quoted(related.slug)} the site shows {label(shown)}, which contains it and comes first"
        meant = bool(shown.title) and slugify(related.title or "") == slugify(shown.title or "")
        severity = Severity.WARNING if meant else None
        if meant or related.slug not in subject.catalogue.by_slug:
            hint = f"write {shown.slug}"
        else:
            hint = f"give one of the two files another name, or write {shown.slug} if that is meant"
        yield Finding(message, (*related.at, "slug"), help=hint, severity=severity)


RULE: Final = Rule("RES302", "another-program-shown", Severity.ERROR, _check)
