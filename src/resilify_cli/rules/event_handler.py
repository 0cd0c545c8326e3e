"""An element of an overview has an event handler.

What:
    A tag in the overview has an attribute such as `onclick` or `onerror`.

Why:
    It is a script, which runs on the page of every reader.

Bad:
    overview: <p onclick="alert(1)">Rest.</p>

Good:
    overview: <p>Rest.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._html import OVERVIEW

_HANDLER: Final = re.compile(r"on[a-z]+")


def _check(subject: Subject) -> Iterator[Finding]:
    for tag in subject.tags:
        for attribute in tag.attributes:
            if _HANDLER.fullmatch(attribute.name):
                message = (
                    f"the attribute {attribute.name} is a script, which runs on the page of every reader"
                )
                yield Finding(message, OVERVIEW, within=attribute.extent, help="remove it")


RULE: Final = Rule("RES703", "event-handler", Severity.ERROR, _check)
