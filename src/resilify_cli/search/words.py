"""Words as they are compared: folded, told apart from those that carry no meaning, and in British and American spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = re.compile("(?<=[^\\W_])['’ʼ](?=[^\\W_])")
# Three letters at least: in `e.g.` each is a word to the engine, and stays one.
_LETTERS_APART: Final = re.compile(r"(?<!\w)[^\W\d_](?:[. ][^\W\d_]){2,}(?!\w)\.?")
_CANNOT: Final = re.compile(
    r"\b(?:can[’' ]?t|cannot|can not|could ?n[’']?t|could not|unable to|not able to|can never|struggle to|hard to)\b"
)
_NOT: Final = re.compile(r"\b(?:do|does|did|is|are|was|were|am|have|has|wo|would|should)(?: not|n[’']?t)\b")

CANT: Final = "cant"
"""What every way to say that one cannot is read as."""

FUNCTION_WORDS: Final = frozenset(
    """
    a about after again all also always am an and another any anyone anything are around as at away be because
    been before being both but by can could day did do does doing done don down during each even ever every
    everyone everything few for from get gets getting go goes going gone got had has have having he help her here
    hers herself him himself his how however i if im in into is it its itself ive just keep keeps let lets like
    ll lot made make makes making many may maybe me might mine more most much must my need needs never no nor not
    now of off often on once one only onto or other others our ours out over own people please quite rather re
    really s same she should since so some someone something somehow still stop such t than that the their theirs
    them themselves then there these they thing things this those through to together too totally toward towards
    try trying under until up us use ve very want wants was we well were what whatever when whenever where whether
    which while who whom whose why will with within without would yes yet you your yours
    time way feel feels feeling felt look looks looking looked know knows come comes see sees good bad better best
    """.split()  # noqa: SIM905 - a list of a hundred literals reads worse
)
"""Words that alone tell no program from another: what a person asks with, not what they ask for."""

# Between British and American spelling, either way; what a rule makes counts only where the catalogue has the word.
_SPELLINGS: Final = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)", "iz"),
        (r"iz(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)", "is"),
        (r"ys(?=(?:e|ed|es|er|ing)$)", "yz"),
        (r"yz(?=(?:e|ed|es|er|ing)$)", "ys"),
        (r"our", "or"),
        (r"or(?!k)", "our"),
        (r"re(?=(?:s|d)?$)", "er"),
        (r"er(?=(?:s|ed)?$)", "re"),
        (r"ae|oe", "e"),
        (r"e(?=[a-z]{3})", "ae"),
        (r"e(?=[a-z]{1})", "oe"),
        (r"ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
        (r"(?<=[aeiou])l(?=(?:ed|ing|er|ers|or|ors)$)", "ll"),
        (r"ll(?=(?:ment|ments|ful|fully)$)", "l"),
        (r"l(?=(?:ment|ments|ful|fully)$)", "ll"),
        (r"ogue", "og"),
        (r"og(?=(?:s|ing)?$)", "ogue"),
        (r"ence(?=s?$)", "ense"),
        (r"ense(?=s?$)", "ence"),
        (r"(?<=act)ise", "ice"),
        (r"(?<=act)ice", "ise"),
        (r"amme", "am"),
        (r"am(?=s?$)", "amme"),
        (r"dgement", "dgment"),
        (r"dgment", "dgement"),
        (r"grey", "gray"),
        (r"gray", "grey"),
        (r"scept", "skept"),
        (r"skept", "scept"),
        (r"(?<=[a-z]{3})nt$", "ned"),
        (r"(?<=[a-z]{2})ned$", "nt"),
    )
)
# What stemming leaves alone: "stronger" is "strong", "happiest" "happy", "lying" "lie".
_ENDINGS: Final = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"i(?:er|est)$", "y"),
        (r"(?<=[a-z]{3})(?:er|est)$", ""),
        (r"ying$", "ie"),
    )
)


def words_of(text: str) -> list[str]:
    """Return the words of a text, which are runs of letters and digits, as the full-text engine cuts them."""
    return _WORD.findall(text)


def fold(text: str) -> str:
    """Return a text in lower case, without accents, ligatures and full-width forms undone."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(char for char in plain if not unicodedata.combining(char))


def with_whole_acronyms(text: str) -> str:
    """Return a text in which acronyms have no dots and spaces: `O.C.D.` is `OCD`."""
    return _LETTERS_APART.sub(lambda match: re.sub("[. ]", "", match[0]), text)


def plain_speech(text: str) -> list[str]:
    """Return the words of a text, folded, each way to deny something as one word: `can not` is `cant`."""
    text = _NOT.sub("not", _CANNOT.sub(CANT, fold(text)))
    return words_of(_APOSTROPHES.sub("", text))


def spellings(word: str) -> set[str]:
    """Return a folded word as the other side of the Atlantic may write it; some of these are no words."""
    return _rewritten(word, _SPELLINGS)


def base_forms(word: str) -> set[str]:
    """Return what a folded word is a form of that its stem does not tell; some of these are no words."""
    return _rewritten(word, _ENDINGS)


def _rewritten(word: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> set[str]:
    found = set()
    for pattern, new in rules:
        for match in pattern.finditer(word):
            found.add(word[: match.start()] + new + word[match.end() :])
    return found - {word}
