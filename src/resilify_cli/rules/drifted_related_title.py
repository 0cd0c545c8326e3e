"""The title of a related program is not the one that the program has.

What:
    The slug leads to a program with another title. Where only case, spaces, hyphens or other marks differ, it is worth a look; other words are a warning.

Why:
    The card shows the program's own title, so that readers see nothing of it; but the next editor, who reads the list in the CMS, takes it for another program.

Bad:
    relatedpost:
      program:
        - title: Silent Evenings
          slug: quiet-evenings

Good:
    relatedpost:
      program:
        - title: Quiet Evenings
          slug: quiet-evenings
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Severity, quoted
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._related_titles import named_by_title

_MARKS: Final = re.compile(r"[\W_]+")


def _check(subject: Subject) -> Iterator[Finding]:
    for related in subject.facts.related:
        target = subject.catalogue.by_slug.get(related.slug or "")
        title = target.facts.title if target else None
        if not title or not (related.title or "").strip() or related.title == title:
            continue
        if named_by_title(subject, related) is not None:  # which is told as that
            continue
        is_near = _letters(related.title or "") == _letters(title)
        yield Finding(
            f"the program {related.slug} is called {quoted(title)}",
            (*related.at, "title"),
            help=f"write {title}",
            severity=Severity.INFO if is_near else None,
            repair=Repair(f"writes {title}", (SetText((*related.at, "title"), title),), is_safe=False),
        )


def _letters(title: str) -> str:
    return _MARKS.sub("", title).casefold()


RULE: Final = Rule("RES306", "drifted-related-title", Severity.WARNING, _check)
