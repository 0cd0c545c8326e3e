"""A text stands in another program, too.

What:
    A paragraph of the overview, or the overview or the activity of a session, stands word for word in another program. Both are told, unless the text speaks of what the one is about and nothing else in the other does: then it was pasted into the other, which is an error. Short texts are not looked at, nor what more than three programs have: that is a template; nor whom to call in a crisis.

Why:
    A reader of a program about sleep reads what was written for panic. Someone who is unwell is misled by it, and the text that belongs there is missing.

Bad:
    <in another program>
    title: Easing Grief
    overview: <p>Grief comes in waves, and nobody can tell how high the next of them will be.</p>
    <in this one>
    overview: <p>Grief comes in waves, and nobody can tell how high the next of them will be.</p>

Good:
    overview: <p>Worry comes in loops, and each of them looks as if it had to be run to its end.</p>
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._copies import copies, finding


def _check(subject: Subject) -> Iterator[Finding]:
    for copy in copies(subject):
        if copy.is_exact:
            yield finding(copy, Severity.ERROR if copy.strange else None)


RULE: Final = Rule("RES601", "text-of-another-program", Severity.WARNING, _check)
