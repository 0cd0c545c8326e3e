"""The image of a reference is not in the media folder.

What:
    The path does not name a file of the media folder, which the site serves as `/img/`. Without a known media folder nothing is checked. The `image` of a program is a name on an image service, and is never looked up.

Why:
    The card is shown with a broken image.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        image: /img/crad-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        image: /img/card-1.png
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.references.media import image_fault
from resilify_cli.rules._base import Finding, Rule, Subject, finding_of


def _check(subject: Subject) -> Iterator[Finding]:
    media = subject.media
    if media is None:
        return
    for reference in subject.facts.references:
        if reference.image and reference.image.strip():
            fault = image_fault(reference.image, (*reference.at, "image"), media)
            if fault is not None:
                yield finding_of(fault)


RULE: Final = Rule("RES431", "image-not-in-media", Severity.ERROR, _check, needs_media=True)
