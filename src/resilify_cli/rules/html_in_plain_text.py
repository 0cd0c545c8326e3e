"""HTML is shown as it is written.

What:
    A tag such as `<p>` or `<i>` stands in a title, a session's text or a citation. Only the overview of a program is HTML; there `&lt;i&gt;` shows a tag just so. Of one text, all tags are one finding, at the first.

Why:
    A reader sees the tag's letters among the words.

Bad:
    title: A <b>Calmer</b> Week

Good:
    title: A Calmer Week
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import by_text, finding, matches

_TAG: Final = re.compile(
    r"</?(?:p|br|b|i|em|strong|u|sub|sup|span|div|a|ul|ol|li|h[1-6]|font|img|blockquote)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Finding]:
    found = matches(subject, _TAG, in_addresses=True)
    for passage, extents in by_text((passage, match.span()) for passage, match in found):
        tag, others = passage.text[slice(*extents[0])], len(extents) - 1
        message = (
            f"{tag} and {others} more {'tag' if others == 1 else 'tags'} are shown as they are written"
            if others
            else f"{tag} is shown as it is written"
        )
        it = "them" if others else "it"
        is_plain = passage.genre is not Genre.HTML
        hint = f"remove {it}: the text is plain" if is_plain else f"remove {it}, or write < and > themselves"
        yield finding(passage, extents[0], message, hint)


RULE: Final = Rule("RES521", "html-in-plain-text", Severity.WARNING, _check)
