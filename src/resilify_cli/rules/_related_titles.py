"""The titles of related programs, as two rules look at them."""

from __future__ import annotations

from resilify_cli.catalogue import ProgramFile
from resilify_cli.facts import Facts, RelatedFacts
from resilify_cli.rules._base import Subject
from resilify_cli.rules._twins import groups
from resilify_cli.slugs import slugify


def _title(facts: Facts) -> str | None:
    return slugify(facts.title or "") or None


def named_by_title(subject: Subject, related: RelatedFacts) -> ProgramFile | None:
    """Return the program whose title an entry has, where its slug leads to another one; else None."""
    if related.slug not in subject.catalogue.by_slug:
        return None
    named = groups(subject.catalogue, _title).get(slugify(related.title or ""), [])
    return None if any(program.facts.slug == related.slug for program in named) else next(iter(named), None)
