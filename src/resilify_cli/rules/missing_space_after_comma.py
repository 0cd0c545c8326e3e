"""No space follows a comma.

What:
    A letter follows a comma at once, as where the authors of a citation run together. Numbers, addresses and DOIs keep theirs. Of one text, all such commas are one finding, at the first.

Why:
    Names and words run together, and lines break in the wrong places.

Bad:
    references:
      - title: A study of sleep
        reference: Doe J,Roe R. Sleep. 2010;1:1–2.
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe J, Roe R. Sleep. 2010;1:1–2.
        image: /img/card-1.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import lacking_space, matches

_COMMA: Final = re.compile(r",(?<=[^\s\d,],)(?=[^\W\d_])")


def _check(subject: Subject) -> Iterator[Finding]:
    commas = ((passage, match.span()) for passage, match in matches(subject, _COMMA))
    yield from lacking_space(commas, "behind", "a comma", "commas")


RULE: Final = Rule("RES503", "missing-space-after-comma", Severity.WARNING, _check)
