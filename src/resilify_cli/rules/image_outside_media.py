"""An image lies outside the media folder.

What:
    The path leads out of the media folder, which the site serves as `/img/`: by `..`, by backslashes, to another folder of the site, to another server, or to somebody's own disk. A bare name, or a path that only lacks `/img/` before it, is `image-not-in-media`.

Why:
    The card is shown with a broken image, or with one that may be gone tomorrow.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://example.org/sleep
        image: /img/../card-1.png

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
from resilify_cli.rules._base import Rule
from resilify_cli.rules._links import image_findings

RULE: Final = Rule(
    "RES433", "image-outside-media", Severity.ERROR, image_findings("image-outside-media"), needs_media=True
)
