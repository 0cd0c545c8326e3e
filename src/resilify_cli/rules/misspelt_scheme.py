"""A link begins with a misspelt http:// or https://.

What:
    The link of a reference, or one in the overview, begins with `htp://`, `https//`, `http:www.`, `https;//`, `http://https://` or the like, and a host follows. Where only one scheme can be meant, the fix is safe.

Why:
    The browser takes it for a page of the site itself, or for a program that nobody has, and opens nothing.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https//example.org/sleep
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

RULE: Final = Rule("RES404", "misspelt-scheme", Severity.ERROR, link_findings(UrlFaultKind.MISSPELT_SCHEME))
