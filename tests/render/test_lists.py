"""How paragraphs nest."""

from __future__ import annotations

from render.samples import paragraph
from resilify_cli.page import Heading, Paragraph
from resilify_cli.render.lists import Nesting, marker_sizes


def columns(*paragraphs: Paragraph, unit: int = 2) -> list[int]:
    """Return where each paragraph begins, with a space behind each marker."""
    nesting = Nesting(unit)
    return [nesting.place(each, len(each.marker) + bool(each.marker)) for each in paragraphs]


def test_an_item_stands_under_the_text_of_the_one_around_it() -> None:
    """An inner item, and a paragraph that goes on, begin where the outer item's text begins."""
    assert [0, 4, 4, 6, 0] == columns(
        paragraph("a", marker="10."),
        paragraph("b", indent=1),
        paragraph("c", indent=1, marker="•"),
        paragraph("d", indent=2),
        paragraph("e", marker="11."),
    )


def test_a_paragraph_goes_on_with_the_item_of_its_level() -> None:
    """A paragraph without a marker belongs to the item of its own level."""
    assert [2, 4, 2] == columns(
        paragraph("a", indent=1, marker="•"), paragraph("b", indent=1), paragraph("c", indent=1, marker="•")
    )


def test_a_plain_paragraph_ends_all_lists() -> None:
    """What follows a plain paragraph stands in no list."""
    assert [0, 0, 2] == columns(paragraph("a", marker="•"), paragraph("b"), paragraph("c", indent=1))


def test_a_list_without_an_outer_item_is_indented_by_its_level() -> None:
    """Where no item is open, the level tells the column, by the unit."""
    assert [4] == columns(paragraph("a", indent=2, marker="•"))
    assert [0] == columns(paragraph("a", indent=2, marker="•"), unit=0)


def test_markers_of_a_list_have_one_size() -> None:
    """Numbers of one list take the same room, also with paragraphs in between; another list has its own."""
    assert [3, 0, 1, 3, 0, 2, 0, 1] == marker_sizes(
        [
            paragraph("a", marker="9."),
            paragraph("b", indent=1),
            paragraph("c", indent=1, marker="•"),
            paragraph("d", marker="10."),
            paragraph("e"),
            paragraph("f", marker="1."),
            Heading("g"),
            paragraph("h", marker="✓"),
        ]
    )
