"""No space follows the end of a sentence.

What:
    A capital letter follows a full stop, a question mark or an exclamation mark at once: `worry.It helps`, `(2014).Title`. Initials, abbreviations, degrees, file names and addresses are left alone. Of one text, all such places are one finding, at the first.

Why:
    Two sentences run together, and lines break in the wrong places.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010).Sleep, 1, 1–2.
        link: https://example.org/sleep
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://example.org/sleep
        image: /img/card-1.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import lacking_space, matches

_STOP: Final = re.compile(
    r"[.?!](?<=[\w)\]”%][.?!])[)\]”]?(?=(?P<next>[^\W\d_]+)(?P<goes_on>\.\w|\()?(?P<space>\s)?)"
)
_LAST_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\Z")
_VERSION: Final = re.compile(r"[^\W\d_]\d+\Z")
_CODE: Final = re.compile(r"[@_=\\<>]|\(\)")
_LONGEST_WORD: Final = 80
_SHORTEST_ACRONYM: Final = 3
_ABBREVIATIONS: Final = re.compile(
    r"approx|assoc|bros|bsc|capt|co|corp|dept|dr|ed|eds|esp|fig|gen|gov|hon|"
    r"inc|jr|lt|ltd|mr|mrs|ms|msc|mt|no|nos|op|ph|phd|pharm|pp|prof|psy|pt|"
    r"rev|sr|st|univ|vol|vols|vs",
    re.IGNORECASE,
)
_ENDINGS_OF_NAMES: Final = re.compile(
    r"ai|app|aspx|biz|ca|co|csv|doc|docx|epub|exe|fr|html|info|jpeg|jpg|js|"
    r"json|ly|md|mobi|net|odt|pdf|php|png|ppt|pptx|rtf|svg|tv|txt|webp|xls|"
    r"xlsx|xml|zip",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Finding]:
    found = matches(subject, _STOP)
    ends = ((passage, match.span()) for passage, match in found if _is_end(passage.text, match))
    yield from lacking_space(ends, "behind", "the end of a sentence", "ends of sentences")


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Tell whether one sentence ends there, and another begins."""
    token = text[max(match.start() - _LONGEST_WORD, 0) : match.start()].rsplit(maxsplit=1)[-1]
    if not _may_begin(match) or _CODE.search(token):
        return False
    is_title = match["next"][1:2].islower()
    if token[-1].isdigit():
        return is_title and not _VERSION.search(token)
    word = _LAST_WORD.search(token)
    return word is None or _may_be_last(word[0], token[: word.start()], is_title=is_title)


def _may_begin(match: re.Match[str]) -> bool:
    """A capital letter; alone only where it is a word; no ending of a file name, no abbreviation among others."""
    word = match["next"]
    is_alone = len(word) == 1 and not (word in "AI" and match["space"])
    return (
        word[0].isupper() and not is_alone and not match["goes_on"] and not _ENDINGS_OF_NAMES.fullmatch(word)
    )


def _may_be_last(word: str, before: str, *, is_title: bool) -> bool:
    """No initial and no abbreviation: `J.K.Rowling`, `Ph.D`, `e.g.The`, `Dr.Smith`."""
    if len(word) == 1 or before.endswith(".") or _ABBREVIATIONS.fullmatch(word):
        return False
    return word[-1].islower() or (is_title and len(word) >= _SHORTEST_ACRONYM)


RULE: Final = Rule("RES504", "missing-space-after-full-stop", Severity.WARNING, _check)
