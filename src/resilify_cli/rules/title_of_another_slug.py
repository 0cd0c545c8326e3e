"""The title is that of another program's file.

What:
    The title makes the name of another program's file, and not of this one: this file is called `rest.md`, its title is Quiet Nights, and there is a `quiet-nights.md` with another title. Where both have the title, `duplicate-title` says so.

Why:
    Whoever looks for the program by its title opens the other file. Mostly the file was copied, and one of the two keeps a title that it should not have.

Bad:
    <also quiet-nights.md in another folder>
    title: Quiet Nights

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.slugs import slugify


def _check(subject: Subject) -> Iterator[Finding]:
    made = slugify(subject.facts.title or "")
    other = subject.catalogue.by_slug.get(made)
    if not made or other is None or other is subject.program or slugify(other.facts.title or "") == made:
        return
    if made != subject.facts.slug:
        message = f"the title makes the name of another program's file, {other.label}"
        hint = "give the program a title of its own, or rename the files"
        yield Finding(message, ("title",), help=hint)


RULE: Final = Rule("RES216", "title-of-another-slug", Severity.WARNING, _check)
