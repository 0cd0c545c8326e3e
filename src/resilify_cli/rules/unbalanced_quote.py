"""A quotation mark has no partner.

What:
    A quotation begins and never ends, or ends and never began, in one text; a quotation may go over several paragraphs. Inches (`a 6" pot`) and apostrophes (`patients’`) are no quotation marks, and of single ones only an opening one without any end is told.

Why:
    A reader does not know what is quoted.

Bad:
    title: The “Inner Critic and You

Good:
    title: The “Inner Critic” and You
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.passages import Genre, Passage
from resilify_cli.rules._base import Finding, Rule, Subject
from resilify_cli.rules._text import by_field, finding

# A LaTeX accent (`Schr\"odinger`) is none.
_QUOTE: Final = re.compile(r"[\"“”](?!(?<=[^\W\d_]\\\")[a-z{])")
_ANY: Final = re.compile('["“”‘]')
_OTHER_CUSTOMS: Final = re.compile(r"[„«»]")
_NOT_EDITORS_WORDS: Final = frozenset((Genre.WORK, Genre.CITATION))
_SINGLE: Final = re.compile(
    r"(?<!\w)‘(?!\d|(?:n|til|till|em|tis|twas|cause|round|bout)\b)(?=\w)(?![^‘’']*[‘’'])"
)
_BEFORE: Final = frozenset("([{—–-/‘'“\"\\")
_AFTER: Final = frozenset(",.;:!?)]}—–-/’'”\"…")


def _check(subject: Subject) -> Iterator[Finding]:
    for texts in by_field(subject, _ANY):
        if any(_OTHER_CUSTOMS.search(passage.text) for passage in texts):
            continue
        lone = sorted(_lone(texts))
        if lone:
            yield _finding(texts, lone)


def _finding(texts: Sequence[Passage], lone: Sequence[tuple[int, int, str]]) -> Finding:
    """Make one finding of the quotation marks of a field, at the first."""
    number, at, what = lone[0]
    passage = texts[number]
    return finding(
        passage,
        (at, at + 1),
        f"the quotation that {what}"
        if len(lone) == 1
        else f"{len(lone)} quotations of this text have one end only",
        "write the other quotation mark, or remove this one",
        "" if _is_at_an_end(passage.text, at) else None,
        does="removes the quotation mark",
        is_safe=False,
    )


def _lone(texts: Sequence[Passage]) -> Iterator[tuple[int, int, str]]:
    """Yield the quotation marks of one field that have no partner: number of the text, offset, and what is wrong."""
    opened: list[tuple[int, int]] = []
    is_doubtful = False
    for number, passage in enumerate(texts):
        for at in (match.start() for match in _QUOTE.finditer(passage.text)):
            is_inch = passage.text[at] == '"' and passage.text[at - 1 : at].isdigit()
            if _begins(passage.text, at, is_open=bool(opened)) and not is_inch:
                # A quotation of several paragraphs has an opening mark before each of them, and one closing mark.
                if not (opened and _is_first(passage.text, at)):
                    opened.append((number, at))
            elif opened:
                opened.pop()
                is_doubtful |= is_inch
            elif not (is_inch or is_doubtful):
                yield number, at, "ends here never began"
        if passage.genre not in _NOT_EDITORS_WORDS:
            opened += ((number, match.start()) for match in _SINGLE.finditer(passage.text))
    yield from ((number, at, "begins here never ends") for number, at in opened)


def _begins(text: str, at: int, *, is_open: bool) -> bool:
    """Tell what a quotation mark is, by the characters around it, else by its shape, else by what came before."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    is_before_words = (before.isspace() or before in _BEFORE) and not (after.isspace() or after in _AFTER)
    is_behind_words = (after.isspace() or after in _AFTER) and not (before.isspace() or before in _BEFORE)
    if is_before_words != is_behind_words:
        return is_before_words
    return not is_open if text[at] == '"' else text[at] == "“"


def _is_first(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _is_at_an_end(text: str, at: int) -> bool:
    """Tell whether a quotation mark is the only one of its text, and stands before or behind all of it."""
    return len(_QUOTE.findall(text)) == 1 and text.strip() in {text[at:].strip(), text[: at + 1].strip()}


RULE: Final = Rule("RES510", "unbalanced-quote", Severity.WARNING, _check)
