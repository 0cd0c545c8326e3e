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
from itertools import groupby
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._text import matches

_COMMA: Final = re.compile(r",(?<=[^\s\d,],)(?=[^\W\d_])")


def _check(subject: Subject) -> Iterator[Finding]:
    for passage, found in groupby(matches(subject, _COMMA), key=lambda pair: pair[0]):
        commas = [match.span() for _, match in found]
        number = "a comma" if len(commas) == 1 else f"{len(commas)} commas"
        steps = tuple(SetText(passage.at, ", ", passage.within(*comma)) for comma in commas)
        spaces = "the space" if len(commas) == 1 else "the spaces"
        yield Finding(
            f"no space follows {number} of this text",
            passage.at,
            within=passage.within(*commas[0]),
            help="write a space behind it" if len(commas) == 1 else "write a space behind each",
            repair=Repair(f"adds {spaces}", steps),
        )


RULE: Final = Rule("RES503", "missing-space-after-comma", Severity.WARNING, _check)
