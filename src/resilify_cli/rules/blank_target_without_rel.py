"""A link of an overview opens a new window that can steer this one.

What:
    An `<a>` has `target="_blank"`, but neither `noopener` nor `noreferrer` in its `rel`.

Why:
    Browsers of before 2021, and those built into some apps, let the page that opens put another in the place of the one the reader came from.

Bad:
    overview: <p><a href="https://example.org/rest" target="_blank">Rest</a></p>

Good:
    overview: <p><a href="https://example.org/rest" target="_blank" rel="noopener">Rest</a></p>
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.content.html_tags import Tag
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._html import OVERVIEW

_KEPT_APART: Final = frozenset(("noopener", "noreferrer"))
# With `opener` somebody says that this is wanted.
_SETTLED: Final = _KEPT_APART | {"opener"}


def _check(subject: Subject) -> Iterator[Finding]:
    for tag in subject.tags:
        target = tag.get("target") if tag.name in {"a", "area"} and tag.get("href") else None
        if target is None or target.value.strip().lower() != "_blank":
            continue
        rel = tag.get("rel")
        if rel is None or not _SETTLED & set(rel.value.lower().split()):
            yield Finding(
                "the page that this link opens in a new window can steer the one it was opened from",
                OVERVIEW,
                within=target.extent,
                help='add rel="noopener"',
                repair=Repair('adds rel="noopener"', (_step(tag, target.extent[1]),)),
            )


def _step(tag: Tag, behind: int) -> SetText:
    rel = tag.get("rel")
    if rel is None:
        return SetText(OVERVIEW, ' rel="noopener"', (behind, behind))
    words = " ".join((*rel.value.split(), "noopener"))
    return SetText(OVERVIEW, f'rel="{words}"', rel.extent)


RULE: Final = Rule("RES710", "blank-target-without-rel", Severity.INFO, _check)
