"""A link is no web address.

What:
    The link of a reference, or one in the overview, holds prose, spaces, another scheme than http and https, or no host; or the punctuation of a sentence, or `Accessed` and a date, has run into it. The finding stands at the part that is wrong.

Why:
    A click opens an error page, or nothing.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://example.org/sleep. Accessed in May.
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://example.org/sleep
        image: /img/card-1.png
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.references.url import UrlFaultKind
from resilify_cli.rules._base import Rule
from resilify_cli.rules._links import link_findings

RULE: Final = Rule("RES403", "malformed-link", Severity.ERROR, link_findings(UrlFaultKind.MALFORMED))
