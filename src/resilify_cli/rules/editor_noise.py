"""An editor left in the overview what no reader sees.

What:
    Attributes and elements that come along when text is pasted: `font-weight: 400` where nothing is bold, `aria-level`, `dir="ltr"`, the classes and marks of Word, Google Docs and others, `<span>` without an attribute; and empty paragraphs. Told once for each file.

Why:
    A reader sees nothing of it, but for a gap where a paragraph is empty. It is sent all the same, and whoever edits the text has to find the words in it.

Bad:
    overview: <p><span style="font-weight:400">Rest.</span></p><p>&nbsp;</p>

Good:
    overview: <p>Rest.</p>
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.content.html_leftovers import Leftover, leftovers, removals
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._html import OVERVIEW

_MOST_NAMED: Final = 3


def _check(subject: Subject) -> Iterator[Finding]:
    html = subject.facts.overview or ""
    found = leftovers(html, subject.markup, subject.nesting) if subject.tags else ()
    if found:
        steps = tuple(
            SetText(OVERVIEW, text, extent) for extent, text in removals(html, (one.edit for one in found))
        )
        yield Finding(
            f"an editor left in the overview what no reader sees: {_named(found)}",
            OVERVIEW,
            within=found[0].extent,
            help="remove it",
            repair=Repair("removes it", steps),
        )


def _named(found: Sequence[Leftover]) -> str:
    """Name what was found, the most frequent first: `25 aria-level, 3 <span>`."""
    counts = Counter(one.what for one in found if one.what)
    named = [f"{count} {what}" for what, count in counts.most_common(_MOST_NAMED)]
    return ", ".join([*named, "…"] if len(counts) > _MOST_NAMED else named)


RULE: Final = Rule("RES707", "editor-noise", Severity.INFO, _check)
