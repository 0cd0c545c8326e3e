"""An image is not in the media folder.

What:
    The path of a reference's image, or of one in the overview, does not name a file of the media folder, which the site serves as `/img/`. Without a known media folder nothing is checked. The `image` of a program is a name on an image service, and is never looked up.

Why:
    The card, or the overview, is shown with a broken image.

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

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule
from resilify_cli.rules._links import image_findings

RULE: Final = Rule(
    "RES431", "image-not-in-media", Severity.ERROR, image_findings("image-not-in-media"), needs_media=True
)
