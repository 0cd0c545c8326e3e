"""A text stands twice in the program.

What:
    A paragraph of the overview, or the overview or the activity of a session, says word for word or nearly what an earlier one says. The later one is told. Short texts are not looked at, nor what stands there more than three times, nor what differs in its numbers: the same exercise for ten minutes is another step.

Why:
    A reader reads the same again. Mostly the session that has it second is without a text of its own.

Bad:
    sessions:
      session:
        - title: Looking at a week
          activityOverview: Note down in the evening which three moments of the day were the calmest ones.
        - title: Letting go
          activityOverview: Note down in the evening which three moments of the day were the calmest ones.

Good:
    sessions:
      session:
        - title: Looking at a week
          activityOverview: Note down in the evening which three moments of the day were the calmest ones.
        - title: Letting go
          activityOverview: Choose one of the moments of last week, and make room for it again on each day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._copies import repeats


def _check(subject: Subject) -> Iterator[Finding]:
    for copy in repeats(subject):
        hint = f"that one stands on line {copy.there.line}; leave one out, or write here what is new"
        yield Finding(copy.what, copy.here.passage.at, copy.here.extent, help=hint)


RULE: Final = Rule("RES603", "text-twice-in-program", Severity.WARNING, _check)
