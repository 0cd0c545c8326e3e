"""A text is nearly that of another program.

What:
    Of a paragraph of the overview, or of the overview or the activity of a session, six words in seven stand in the same order in a text of another program. Both are told, unless the text speaks of what the one is about and nothing else in the other does. Texts of fewer than a hundred characters are not looked at, nor those of which each names its own program, nor what more than three programs have: that is a template.

Why:
    It was pasted and changed a little. Mostly something is left that belongs to the other program; and a reader of both reads the same twice.

Bad:
    <in another program>
    title: Easing Grief
    overview: <p>Grief comes in waves, and nobody can tell in advance how high the next of them will be, or how long it will last.</p>
    <in this one>
    overview: <p>Grief comes in waves, and no one can tell in advance how high the next of them will be, or how long it will last.</p>

Good:
    overview: <p>Worry comes in loops, and each of them looks as if it had to be run to its end before the night can begin.</p>
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._copies import copies, finding


def _check(subject: Subject) -> Iterator[Finding]:
    for copy in copies(subject):
        if not copy.is_exact:
            yield finding(copy)


RULE: Final = Rule("RES602", "nearly-text-of-another-program", Severity.WARNING, _check)
