"""A link is empty.

What:
    A reference has the field `link`, with an empty text in it; or a link of the overview has no address.

Why:
    The card looks as if it led somewhere, and opens nothing.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: ""
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        image: /img/card-1.png
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.references.url import UrlFaultKind
from resilify_cli.rules._base import Rule
from resilify_cli.rules._links import link_findings

RULE: Final = Rule("RES401", "empty-link", Severity.WARNING, link_findings(UrlFaultKind.EMPTY))
