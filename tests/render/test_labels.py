"""Values behind labels."""

from __future__ import annotations

from render.samples import steers
from resilify_cli.render.labels import Labelled, labelled
from resilify_cli.render.styled import Piece, plain


def test_values_stand_in_a_column() -> None:
    """Values begin in one column, behind the widest label, counted in cells."""
    values = [Labelled("a", [[Piece("calm")]]), Labelled("睡眠", [[Piece("quiet")], [Piece("evening")]])]
    assert ["a:    calm", "睡眠: quiet", "      evening"] == [plain(line) for line in labelled(values, 40)]


def test_a_word_that_must_stay_whole_stands_below() -> None:
    """A long slug or address that does not fit beside its label has the whole line below it."""
    values = [Labelled("Slug", [[Piece("easing-everyday-worry")]])]
    assert ["Slug:", "  easing-everyday-worry"] == [plain(line) for line in labelled(values, 24)]
    assert ["Slug: easing-everyday-worry"] == [plain(line) for line in labelled(values, 27)]


def test_no_values_are_no_lines() -> None:
    """Without values there is nothing to show."""
    assert [] == list(labelled([], 40))


def test_labels_are_made_visible() -> None:
    """A label lets no control character through."""
    assert not steers(plain(next(labelled([Labelled("\x1b[2J", [])], None))))
