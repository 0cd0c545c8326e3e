"""A required field is missing.

What:
    A field that every program has is not there. The finding stands at the field around it.
    Missing `references`, or a part of a reference, are a warning; missing `tags` are only worth a look.

Why:
    A card without a heading, a session without a title, a page that breaks in the app.

Bad:
    sessions:
      session:
        - overview: How a week of worry looks.

Good:
    sessions:
      session:
        - title: Looking at a week
          overview: How a week of worry looks.
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule
from resilify_cli.rules._weight import lacking

RULE: Final = Rule("RES201", "missing-field", Severity.ERROR, lacking("missing-field"))
