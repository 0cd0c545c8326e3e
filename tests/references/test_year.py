"""The year that a citation gives."""

from __future__ import annotations

import pytest

from resilify_cli.references.year import year_of


@pytest.mark.parametrize(
    ("citation", "year"),
    [
        ("Doe, J., & Roe, R. (2014).", 2014),
        ("Doe, J. (2014a). Sleep, 1.", 2014),
        ("Doe, J. (2014, March). Sleep, 1.", 2014),
        ("Doe J. Sleep. 2017;85(8):803–813.", 2017),
        ("Doe J. Sleep. 2017.", 2017),
        ("A history of 1984 and after (2002).", 2002),
        ("Doe J, 10.1080/01973533.2016.1323638, 39, 4, (193-208), (2017).", 2017),
        ("Doe J. 1999. Accessed April 11, 2019.", 1999),
    ],
)
def test_the_year_is_the_one_in_brackets_or_else_the_first(citation: str, year: int) -> None:
    """Other numbers stand around it."""
    assert year == year_of(citation)


@pytest.mark.parametrize(
    "citation",
    [
        "Doe, J. (n.d.).",
        "A clinic. Accessed April 11, 2019.",
        "A clinic (retrieved 2019).",
        "Doe, J. https://example.org/2014/sleep",
        "Doe, J. doi:10.1016/j.beth.2017.01.001",
        "Doe, J. Sleep, 12, 1980–1994.",
        "14 Main Street, Anytown 19850",
        "",
    ],
)
def test_what_is_no_year_of_the_work_is_none(citation: str) -> None:
    """The day of a visit, an address, a DOI, pages, a postal code."""
    assert year_of(citation) is None
