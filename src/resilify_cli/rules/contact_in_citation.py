"""A telephone number or an e-mail address stands in a citation.

What:
    A citation holds an e-mail address, a number with a label such as `Telephone:` or `Fax:`, or one that is written as only telephone numbers are (`+44 20 …`, `804-555-…`). Numbers of pages, DOIs, ISBNs and addresses of pages are none. Where nothing follows, the unsafe fix takes it away.

Why:
    The site publishes what an author gave to a journal. It helps nobody to find the work, and it may be the number of a person.

Bad:
    references:
      - title: A study of sleep
        reference: Jane Doe, Department of Rest, Quiet Town. Telephone +44 20 7946 0000.
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Jane Doe, Department of Rest, Quiet Town.
        image: /img/card-1.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Extent, Severity, quoted
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Repair, Rule, Subject

_NUMBER: Final = r"\+?\(?\d[\d ()./-]{5,22}\d"
_CONTACT: Final = re.compile(
    rf"""
    (?:https?://|www\.|\b10\.\d{{4,9}}/)\S+  # an address or a DOI, which may hold all of this
    | (?P<contact>
        (?:\be-?mail(?:\s+address)?\s*[.:]?\s*)? (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{2,63}}){{1,8}}
        | \b(?:tel|telephone|phone|fax)(?:\s+(?:no|number))?(?:\s*[.:]+\s*|\s+(?=[+(])){_NUMBER}
        | \b(?:cell|mobile|voice)\s*:\s*{_NUMBER}  # but for the colon, a journal may be called so
        | (?<![\w+])\+[1-9]\d{{0,2}}[ ().-]{{1,2}}\d[\d ().-]{{5,18}}\d
        | (?<![\d(/.-])(?<!\d[ ])(?:\(\d{{3}}\)[ ]?\d{{3}}-|\d{{3}}-\d{{3}}-|\d{{3}}\.\d{{3}}\.)\d{{4}}(?![\d-])
      )(?:\s*\(?ext(?:ension)?\.?\s*\d{{1,6}}\)?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HINTS: Final = re.compile(r"@|\+|tel|phone|voice|fax|mobile|cell"), re.compile(r"\d{3}[-.)] ?\d{3}[-.]\d{4}")
"""What every contact has one of: quickly looked for, in small letters."""
_BETWEEN: Final = re.compile(r"[\s,;.]*(?:and|or|/)?\s*")


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        if passage.genre is not Genre.CITATION or not _is_worth_a_look(passage.text):
            continue
        for start, end in _contacts(passage.text):
            what = "an e-mail address" if "@" in passage.text[start:end] else "a telephone number"
            message = f"{what} is published here: {quoted(passage.text[start:end])}"
            repair = _repair(passage, (start, end))
            yield Finding(message, passage.at, (start, end), help="remove it", repair=repair)


def _is_worth_a_look(text: str) -> bool:
    low = text.lower()
    return any(hint.search(low) for hint in _HINTS)


def _contacts(text: str) -> list[Extent]:
    """Return where contacts stand; several in a row are one."""
    found: list[Extent] = []
    for match in _CONTACT.finditer(text):
        if match["contact"] is None:
            continue
        if found and _BETWEEN.fullmatch(text, found[-1][1], match.start()):
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found


def _repair(passage: Passage, extent: Extent) -> Repair | None:
    """Where nothing but a full stop follows, what stands before can stay as it is."""
    start, end = extent
    before = passage.text[:start].rstrip().rstrip(",;:([ ")
    after = passage.text[end:].strip()
    if not before or after.strip(".;)] "):
        return None
    stop = "." if after.endswith(".") and before[-1] not in ".?!" else ""
    within = (len(before), len(passage.text.rstrip()))
    return Repair("removes it", (SetText(passage.at, stop, within),), is_safe=False)


RULE: Final = Rule("RES541", "contact-in-citation", Severity.WARNING, _check)
