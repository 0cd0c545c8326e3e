"""One cell of a table."""

from __future__ import annotations

import pytest

from resilify_cli.render.cell import cell_text, marked
from resilify_cli.render.styled import MARK, Piece, cell_pieces
from resilify_cli.report import Cell, Text


@pytest.mark.parametrize(
    ("text", "cell"),
    [("", None), ("a\tb", "a\tb"), ("0", 0), ("0.5", 0.5), ("a, b", ("a", "b")), ("a", Text("a", "bad"))],
)
def test_a_cell_has_a_text(text: str, cell: Cell) -> None:
    """Nothing is an empty text, a list is joined by commas, and the text itself stays as it is."""
    assert text == cell_text(cell)


@pytest.mark.parametrize(
    ("stretches", "marks"),
    [
        ([("calm", False)], ()),
        ([("c", False), ("al", True), ("m", False)], ((1, 3),)),
        ([("ca", True), ("lm", True)], ((0, 2), (2, 9))),
        ([("c", True), ("a", True), ("l", True), ("m", False)], ((0, 2), (1, 3))),
    ],
)
def test_marked_stretches_are_apart(
    stretches: list[tuple[str, bool]], marks: tuple[tuple[int, int], ...]
) -> None:
    """Marks may touch, overlap or reach beyond the end; the stretches make up the text."""
    assert stretches == marked(Text("calm", marks=marks))


def test_marks_count_characters_of_the_text() -> None:
    """What becomes visible before a mark does not move it."""
    assert [Piece(r"\t", "cyan"), Piece("calm", MARK)] == cell_pieces(Text("\tcalm", "slug", marks=((1, 5),)))


def test_a_cells_role_goes_before_its_columns() -> None:
    """A cell looks as its own role says, else as its column's."""
    assert [Piece("a", "red")] == cell_pieces(Text("a", "bad"), "slug")
    assert [Piece("a", "cyan")] == cell_pieces(Text("a"), "slug")
