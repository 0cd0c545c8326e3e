"""An image of an overview has no text to stand in for it.

What:
    An `<img>` has no `alt`. An empty one is fine: it says that the image is decoration.

Why:
    A screen reader reads out the name of the file instead, and where the image does not load there is nothing.

Bad:
    overview: <p>Rest.</p><img src="/img/card-1.png">

Good:
    overview: <p>Rest.</p><img src="/img/card-1.png" alt="A quiet lake">
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._html import OVERVIEW


def _check(subject: Subject) -> Iterator[Finding]:
    for tag in subject.tags:
        if tag.name == "img" and tag.get("alt") is None:
            yield Finding(
                "the image has no alt; a screen reader reads out the name of its file",
                OVERVIEW,
                within=tag.extent,
                help='write what it shows into alt="…"; alt="" for decoration',
            )


RULE: Final = Rule("RES711", "image-without-alt", Severity.WARNING, _check)
