"""A link leads to the page that is open.

What:
    The link of a reference, or one in the overview, is `#`, or `#` and the name of a place, and nothing before it. In an overview, the name of a place that stands in it is fine, and so is `#top`.

Why:
    The reader's click opens nothing. Mostly the address was to be filled in later.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: "#"
        image: /img/card-1.png

Good:
    overview: <p id="start">Notice worry, and <a href="#start">begin anew</a>.</p>
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.references.url import UrlFaultKind
from resilify_cli.rules._base import Rule
from resilify_cli.rules._links import link_findings

RULE: Final = Rule("RES407", "fragment-only-link", Severity.ERROR, link_findings(UrlFaultKind.FRAGMENT_ONLY))
