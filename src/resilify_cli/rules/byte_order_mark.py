"""The file begins with a byte order mark.

What:
    The invisible character U+FEFF stands before the first `---`.

Why:
    The site puts up with it, but other tools see no front matter in such a file, or a first line that is not what it looks like.

Bad:
    <U+FEFF>---
    templateKey: resilify-program
    title: A Calmer Week
    ---

Good:
    ---
    templateKey: resilify-program
    title: A Calmer Week
    ---
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import Rewrite
from resilify_cli.content.frontmatter import BOM
from resilify_cli.diagnostics import Extent, Severity
from resilify_cli.rules._base import Finding, Repair, Rule, Subject

_MARK: Final[Extent] = (0, 1)


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.program.document.text.startswith(BOM):
        yield Finding(
            "the file begins with a byte order mark, over which other tools stumble",
            extent=_MARK,
            help="save the file as UTF-8 without a byte order mark",
            repair=Repair("removes the byte order mark", (Rewrite(_MARK, ""),)),
        )


RULE: Final = Rule("RES115", "byte-order-mark", Severity.WARNING, _check)
