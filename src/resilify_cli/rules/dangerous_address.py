"""An address in an overview runs a script or carries a whole document.

What:
    A link or another address in the overview begins with `javascript:`, `vbscript:` or `data:`, however it is disguised. Images as `data:` are no danger, and are left alone.

Why:
    What opens is no page of the web, but whatever somebody wrote into the address, with the rights of the page.

Bad:
    overview: <p><a href="javascript:alert(1)">Rest</a></p>

Good:
    overview: <p><a href="https://example.org/rest">Rest</a></p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.html_tags import Tag
from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._html import OVERVIEW

_ADDRESSES: Final = frozenset(("href", "src", "action", "formaction", "data", "poster", "xlink:href"))
_IGNORED: Final = re.compile(r"[\x00-\x20]+")  # a browser skips them in a scheme
_SCHEME: Final = re.compile(r"(?P<scheme>javascript|vbscript|data):", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Finding]:
    for tag in subject.tags:
        for attribute in tag.attributes:
            if attribute.name not in _ADDRESSES:
                continue
            address = _IGNORED.sub("", attribute.value)
            match = _SCHEME.match(address)
            if match and not _is_image(tag, address):
                message = f"the address begins with {match[0].lower()}, and opens no page"
                yield Finding(
                    message,
                    OVERVIEW,
                    within=attribute.extent,
                    help="write an address that begins with https://",
                )


def _is_image(tag: Tag, address: str) -> bool:
    return tag.name == "img" and address.lower().startswith("data:image/")


RULE: Final = Rule("RES704", "dangerous-address", Severity.ERROR, _check)
