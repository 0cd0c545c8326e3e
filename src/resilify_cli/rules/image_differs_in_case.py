"""An image is in the media folder, in other letter case.

What:
    The path of a reference's image, or of one in the overview, names a file of the media folder but for capitals and small letters.

Why:
    A web server tells them apart, and the card, or the overview, is shown with a broken image; on the editor's own computer all looks well.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://example.org/sleep
        image: /img/Card-1.PNG

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
    "RES432",
    "image-differs-in-case",
    Severity.ERROR,
    image_findings("image-differs-in-case"),
    needs_media=True,
)
