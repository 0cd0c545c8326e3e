"""Which columns fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resilify_cli.render.columns import Measured, fit

SLUG = Measured(0, 20, whole=True, priority=0)
TITLE = Measured(1, 40, whole=False, priority=0)
CATEGORIES = Measured(2, 30, whole=False, priority=2)
SESSIONS = Measured(3, 8, whole=True, priority=2)


@pytest.mark.parametrize(
    ("widths", "width"),
    [
        ({0: 20, 1: 40, 2: 30, 3: 8}, None),
        ({0: 20, 1: 40, 2: 30, 3: 8}, 104),
        ({0: 20, 1: 39, 2: 30, 3: 8}, 103),
        ({0: 20, 1: 25, 2: 24, 3: 8}, 83),
        ({0: 20, 1: 24, 2: 24, 3: 8}, 82),
        ({0: 20, 1: 29, 2: 28}, 81),
        ({0: 20, 1: 24, 2: 24}, 72),
        ({0: 20, 1: 40}, 71),
        ({0: 20, 1: 39}, 61),
        ({0: 20, 1: 16}, 38),
        (None, 37),
    ],
)
def test_columns_fit_or_go(widths: dict[int, int] | None, width: int | None) -> None:
    """Of equal columns the last goes first; what is left is shared; too little for the main ones is no table."""
    assert widths == fit([SLUG, TITLE, CATEGORIES, SESSIONS], width)


def test_no_columns_fit_anywhere() -> None:
    """A table without columns fits."""
    assert {} == fit([], 10)


@pytest.mark.parametrize(
    ("widths", "width"),
    [
        ({0: 40, 1: 40, 2: 30}, None),
        ({0: 40, 1: 30, 2: 30}, 104),
        ({0: 40, 1: 24, 2: 24}, 92),
        ({0: 29, 1: 29, 2: 29}, 91),
        ({0: 16, 1: 16, 2: 16}, 52),
        (None, 51),
    ],
)
def test_a_whole_column_gives_way_to_texts(widths: dict[int, int] | None, width: int | None) -> None:
    """Only where they would have no room beside it, and no column is left to go; then it is cut as they are."""
    slug = Measured(0, 40, whole=True, priority=0, gives_way=True)
    assert widths == fit([slug, TITLE, replace(CATEGORIES, priority=0)], width)
