"""Sessions have a title and nothing else.

What:
    Neither `overview` nor `activityOverview` of a session holds a text. One finding for each file: at `sessions` where that is so of all of them, else at the first.

Why:
    A reader who opens the session finds nothing in it.

Bad:
    sessions:
      session:
        - title: Looking at a week
        - title: Letting go

Good:
    sessions:
      session:
        - title: Looking at a week
          overview: How a week of worry looks.
        - title: Letting go
          activityOverview: Fold the list, and put it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from resilify_cli.diagnostics import On, Severity
from resilify_cli.rules._base import Finding, Rule, Subject

_HELP: Final = "write what each session is about, and what the reader does in it"


def _check(subject: Subject) -> Iterator[Finding]:
    sessions = subject.facts.sessions
    document = subject.program.document
    bare = [session for session in sessions if _is_bare(document.value(session.at))]
    if not bare or not document.is_complete or any(fault.kind == "yaml-alias" for fault in document.faults):
        return
    if len(bare) == len(sessions):
        whole = (
            "the session has no text" if len(bare) == 1 else f"none of the {len(bare)} sessions has a text"
        )
        yield Finding(f"{whole}; a reader finds a title alone", ("sessions",), on=On.KEY, help=_HELP)
        return
    numbers = ", ".join(str(session.number) for session in bare)
    part = f"session {numbers} has no text" if len(bare) == 1 else f"sessions {numbers} have no text"
    yield Finding(f"{part}; a reader finds a title alone", (*bare[0].at, "title"), help=_HELP)


def _is_bare(fields: Mapping[str, Any]) -> bool:
    """A text under a mistyped name is one, too; a session without a title is told as such."""
    filled = [name for name, value in fields.items() if not (value is None or _is_blank(value))]
    return filled == ["title"]


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


RULE: Final = Rule("RES207", "sessions-without-text", Severity.INFO, _check)
