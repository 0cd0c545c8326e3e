"""A required field is empty.

What:
    A field is there, but has no value, an empty text, or a list without items.
    Within `references` that is a warning; empty `tags` are only worth a look.

Why:
    A card without a heading, a program without sessions.

Bad:
    title: ""

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule
from resilify_cli.rules._weight import lacking

RULE: Final = Rule("RES202", "empty-field", Severity.ERROR, lacking("empty-field"))
