"""What a plain scalar means to the site's parser: js-yaml 3.15 with its safe schema, not PyYAML's YAML 1.1.

Source: the resolution rules of js-yaml 3.15.2, held against that parser scalar by scalar.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, TypeAlias

Scalar: TypeAlias = str | int | float | bool | dt.date | None

_NULL: Final = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEAN: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER: Final = re.compile(
    r"""(?P<sign>[-+]?)(?:
        0b(?P<binary>_*[01](?:_*[01])*)
      | 0x(?P<hexadecimal>_*[0-9a-fA-F](?:_*[0-9a-fA-F])*)
      | 0(?P<octal>_*[0-7](?:_*[0-7])*)
      | (?P<sexagesimal>[1-9][0-9_]*(?::[0-5]?[0-9])+)
      | (?P<decimal>0|[1-9](?:_*[0-9])*)
    )""",
    re.VERBOSE,
)
_FLOAT: Final = re.compile(
    r"""[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?
      | \.[0-9_]+(?:[eE][-+]?[0-9]+)?
      | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*
      | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)
_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIMESTAMP: Final = re.compile(
    r"""(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[Tt]|[ \t]+)
        (?P<hour>\d\d?):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d*))?
        (?:[ \t]*(?:Z|(?P<sign>[-+])(?P<zone_hour>\d\d?)(?::(?P<zone_minute>\d\d))?))?""",
    re.VERBOSE | re.ASCII,
)
# What the site takes for text: YAML 1.1 knows more words for yes and no, YAML 1.2 other numbers.
_YES_OR_NO_ELSEWHERE: Final = frozenset(
    written for word in ("y", "n", "yes", "no", "on", "off") for written in (word, word.title(), word.upper())
)
_NUMBER_ELSEWHERE: Final = re.compile(r"[-+]?(?:0o[0-7]+|0[0-9]*[89][0-9]*)", re.ASCII)
# Nothing else begins a scalar that is more than text, so most scalars are settled by one look.
_SPECIAL_START: Final = frozenset("0123456789+-.~nNtTfF")
# JavaScript reads longer ones as Infinity; Python's int() refuses at 4,300 digits
_LONGEST_NUMBER: Final = 400


def resolve(text: str) -> Scalar:
    """Return the value of a plain scalar: text, a number, a boolean, a date (time zone UTC) or None."""
    if text and text[0] not in _SPECIAL_START:
        return text
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    return text if text[0].isalpha() else _number_or_date(text)


def read_elsewhere(text: str) -> str | None:
    """Tell what other parsers read where the site reads this plain text; None where they agree.

    Source: the schemas of YAML 1.1 (https://yaml.org/type/) and the core schema of YAML 1.2.
    """
    if text in _YES_OR_NO_ELSEWHERE:
        return "yes or no"
    if _NUMBER_ELSEWHERE.fullmatch(text):
        return "a number"
    return "a sign of their own" if text == "=" else None


def _number_or_date(text: str) -> Scalar:
    if match := _INTEGER.fullmatch(text):
        return _integer(match)
    if text[-1] != "_" and _FLOAT.fullmatch(text):
        return _float(text)
    if match := _DATE.fullmatch(text):
        return _date(*map(int, match.groups())) or text
    if match := _TIMESTAMP.fullmatch(text):
        return _timestamp(match) or text
    return text


def _integer(match: re.Match[str]) -> int | float:
    digits = (match[match.lastgroup or 0]).replace("_", "")
    if len(digits) > _LONGEST_NUMBER:
        return float("-inf") if match["sign"] == "-" else float("inf")
    match match.lastgroup:
        case "binary":
            value = int(digits, 2)
        case "hexadecimal":
            value = int(digits, 16)
        case "octal":
            value = int(digits, 8)
        case "sexagesimal":
            value = int(_base_sixty(digits))
        case _:
            value = int(digits)
    return -value if match["sign"] == "-" else value


def _float(text: str) -> int | float:
    digits = text.replace("_", "").lower()
    sign = -1 if digits[0] == "-" else 1
    digits = digits.lstrip("+-")
    number = _base_sixty(digits) if ":" in digits else _decimal(digits)
    number *= sign
    # JavaScript has one kind of number: 1e3 is the whole number 1000, while 1e300 keeps its exponent.
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _decimal(digits: str) -> float:
    if digits in {".inf", ".nan"}:
        return float(digits[1:])
    try:
        return float(digits)
    except ValueError:  # ".e5" has the form of a number, and is none
        return float("nan")


def _base_sixty(digits: str) -> float:
    value = 0.0
    for part in digits.split(":"):
        value = value * 60 + _decimal(part)
    return value


def _date(year: int, month: int, day: int) -> dt.date | None:
    moment = _utc(year, month, day)
    return None if moment is None else moment.date()


def _timestamp(match: re.Match[str]) -> dt.datetime | None:
    part = {
        name: int(value)
        for name, value in match.groupdict().items()
        if value and name not in {"sign", "fraction"}
    }
    moment = _utc(part["year"], part["month"], part["day"])
    milliseconds = int((match["fraction"] or "0")[:3].ljust(3, "0"))
    zone = dt.timedelta(hours=part.get("zone_hour", 0), minutes=part.get("zone_minute", 0))
    clock = dt.timedelta(
        hours=part["hour"], minutes=part["minute"], seconds=part["second"], milliseconds=milliseconds
    )
    if moment is None:
        return None
    try:
        return moment + clock + (zone if match["sign"] == "-" else -zone)
    except OverflowError:
        return None


def _utc(year: int, month: int, day: int) -> dt.datetime | None:
    """Count like JavaScript's `Date.UTC`: 31 February is 3 March, month 13 is next January, year 99 is 1999."""
    if year < 100:  # noqa: PLR2004 - Date.UTC reads years of two digits as those of the last century
        year += 1900
    months = month - 1
    try:
        first = dt.datetime(year + months // 12, months % 12 + 1, 1, tzinfo=dt.UTC)
        return first + dt.timedelta(days=day - 1)
    except (ValueError, OverflowError):
        return None
