"""A program names another as related, but is not named by it.

What:
    The related program does not have this one in its own list.

Why:
    A reader finds the way from here to there, but none back.

Bad:
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evenings

Good:
    relatedpost:
      program:
        - title: Easing Worry
          slug: easing-worry
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject


def _check(subject: Subject) -> Iterator[Finding]:
    own = subject.facts.slug
    for related in subject.facts.related:
        target = subject.catalogue.by_slug.get(related.slug or "")
        if target and own not in {back.slug for back in target.facts.related} and own != related.slug:
            yield Finding(
                f"{target.label} does not name this program in turn",
                (*related.at, "slug"),
                help=f"add {own} to the related programs of {related.slug}, or remove the entry here",
            )


RULE: Final = Rule("RES904", "one-directional-related", Severity.INFO, _check, by_default=False)
