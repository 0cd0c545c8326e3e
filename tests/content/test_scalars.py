"""Plain scalars mean what js-yaml 3.15 says they mean."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from resilify_cli.content.scalars import resolve

TEXTS = ["no", "yes", "on", "off", "y", "No", "tRue", "089", "0o14", "1.2.3", "=", "_1", "1_", "0b", "0x", "0x_", "0b1_", "1:60", "08:30", "-", "-.nan", "1._", "._", "1:30._", "9999-15-20", "9999-12-31T23:59:60", "2022-2-1", "1e", "01.5", "0_b1", "-true", ".", "2022-02-14X", "٣", "12٣"]  # fmt: skip
NUMBERS = [("0", 0), ("-0", 0), ("00", 0), ("012", 10), ("0_7", 7), ("0x1F", 31), ("0x_1", 1), ("0b11", 3), ("-0b11", -3), ("1_000", 1000), ("+12", 12), ("-7", -7), ("1:30", 90), ("12:30:45", 45045), ("-1:30", -90), ("1:30.5", 90.5), ("1:5", 65), ("1e3", 1000), ("1.", 1), (".5", 0.5), ("1E-3", 0.001), ("1234567e12", 1.234567e18), ("685_230.15", 685230.15), ("1._5", 1.5), ("9" * 30, int("9" * 30))]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_looks_special_is_text(text: str) -> None:
    """YAML 1.1 booleans, broken numbers and dates beyond the calendar stay the text that they are."""
    assert text == resolve(text)


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers_have_the_value_that_javascript_gives_them(text: str, value: float) -> None:
    """Octal, hexadecimal, binary, base 60 and grouped digits count; a whole number is an int."""
    assert (value, type(value)) == (resolve(text), type(resolve(text)))


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null_is_none(text: str) -> None:
    """The four ways to write nothing, and nothing itself."""
    assert resolve(text) is None


@pytest.mark.parametrize(("text", "value"), [("true", True), ("True", True), ("FALSE", False)])
def test_booleans_are_true_and_false_alone(text: str, *, value: bool) -> None:
    """`true` and `false` in three cases each."""
    assert value is resolve(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2022-02-14", dt.date(2022, 2, 14)),
        ("2022-02-31", dt.date(2022, 3, 3)),
        ("2022-13-01", dt.date(2023, 1, 1)),
        ("2022-00-00", dt.date(2021, 11, 30)),
        ("0099-01-01", dt.date(1999, 1, 1)),
        ("2022-2-1 1:02:03", dt.datetime(2022, 2, 1, 1, 2, 3, tzinfo=dt.UTC)),
        ("2022-02-14T10:00:00Z", dt.datetime(2022, 2, 14, 10, tzinfo=dt.UTC)),
        ("2022-02-14 10:00:00.1234 +05:30", dt.datetime(2022, 2, 14, 4, 30, 0, 123_000, tzinfo=dt.UTC)),
        ("2022-02-14t23:00:00-3", dt.datetime(2022, 2, 15, 2, tzinfo=dt.UTC)),
        ("2022-02-14T24:61:00", dt.datetime(2022, 2, 15, 1, 1, tzinfo=dt.UTC)),
    ],
)
def test_dates_overflow_as_in_javascript(text: str, value: dt.date) -> None:
    """A day that the month does not have runs on into the next one, and a time zone is counted off."""
    assert value == resolve(text)


@pytest.mark.parametrize(("text", "value"), [(".inf", math.inf), ("-.INF", -math.inf), ("9" * 500, math.inf), ("-" + "9" * 500, -math.inf), ("1e400", math.inf), ("+.inf", math.inf)])  # fmt: skip
def test_numbers_without_end_are_infinite(text: str, value: float) -> None:
    """What is too large for JavaScript is infinity, and no crash."""
    assert value == resolve(text)


@pytest.mark.parametrize("text", [".nan", ".NaN", "._e5"])
def test_forms_without_a_digit_are_not_a_number(text: str) -> None:
    """js-yaml takes `._e5` for a float, and makes NaN of it."""
    value = resolve(text)
    assert isinstance(value, float)
    assert math.isnan(value)
