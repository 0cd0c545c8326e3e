"""The link of a reference has no scheme.

What:
    The link begins with a host name, not with `https://`.

Why:
    The browser takes it for a page of the site itself, which does not exist.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: example.org/sleep
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://example.org/sleep
        image: /img/card-1.png
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.references.url import UrlFaultKind
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._reference_links import link_findings


def _check(subject: Subject) -> Iterator[Finding]:
    return link_findings(subject, UrlFaultKind.NO_SCHEME)


RULE: Final = Rule("RES402", "link-without-scheme", Severity.ERROR, _check)
