"""The part of a page that a link names: whether the page has it, and what it may have meant.

Source: the HTML standard, "select the indicated part": an `id`, or the `name` of an `<a>`, first as written, then
percent-decoded; `top` is the top of any page.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urldefrag

from resilify_cli.content.html_tags import tags
from resilify_cli.links.results import LinkResult, LinkStatus
from resilify_cli.nearest import nearest_word

if TYPE_CHECKING:
    from resilify_cli.links.fetcher import Answer


_MOST_COMPARED: Final = 2000
"""Names of a page that one which it lacks is compared with: it takes long."""


def is_place(fragment: str) -> bool:
    """Tell whether a fragment names a part of a page; others are read by a page's own script, or by the browser."""
    return bool(fragment) and not fragment.startswith(("!", "/", ":~:")) and "=" not in fragment


def judged(result: LinkResult, fragment: str, answer: Answer) -> LinkResult:
    """Return what is known of a link to a page that answered, where that may lack the part which is named."""
    if result.status not in (LinkStatus.OK, LinkStatus.REDIRECTED) or not answer.is_whole_html:
        return result
    names = _names(answer.text)
    if fragment in names or unquote(fragment) in names or fragment.lower() == "top":
        return result
    near = nearest_word(unquote(fragment), sorted(names)) if len(names) <= _MOST_COMPARED else None
    page = urldefrag(result.suggestion or result.url).url
    return dataclasses.replace(
        result,
        status=LinkStatus.BROKEN,
        reason=f"the page has no part {fragment!r}",
        suggestion=f"{page}#{near}" if near else None,
        missing_fragment=True,
    )


def _names(html: str) -> set[str]:
    names = set()
    for tag in tags(html):
        for name in ("id", "name") if tag.name == "a" else ("id",):
            attribute = tag.get(name)
            if attribute is not None and attribute.value:
                names.add(attribute.value)
    return names
