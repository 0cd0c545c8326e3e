"""A page as lines."""

from __future__ import annotations

from render.samples import COLORED, page, page_of, paragraph, rows
from resilify_cli.page import Heading, Pairs, Paragraph, Run
from resilify_cli.render import load_renderer


def colored(*blocks: Heading | Paragraph | Pairs) -> str:
    """Return a page on a screen with colour."""
    return load_renderer("rows", "table").render(page_of(*blocks), COLORED)


def test_an_empty_page_is_nothing() -> None:
    """A page without blocks has no lines."""
    assert "" == rows(page_of(), "text", 80)


def test_headings_and_runs_are_styled() -> None:
    """On a screen with colour, headings are bold, and runs look as they are told."""
    assert "\x1b[1mRest\x1b[0m\n" == colored(Heading("Rest", 1))
    runs = (Run("a", bold=True), Run("b", italic=True), Run("c", bold=True, role="slug"), Run("d"))
    assert "\x1b[1ma\x1b[0m\x1b[3mb\x1b[0m\x1b[1;36mc\x1b[0md\n" == colored(Paragraph(runs))


def test_markers_are_coloured_by_their_role() -> None:
    """A mark for good or bad has its colour."""
    assert "\x1b[32m✓\x1b[0m a\n" == colored(Paragraph((Run("a"),), marker="✓", marker_role="good"))


def test_styles_go_on_over_a_line_break() -> None:
    """A run that is wrapped looks the same on each of its lines."""
    lines = colored(Paragraph((Run("calm " * 20, bold=True),))).splitlines()
    assert 2 == len(lines)
    assert all(line.startswith("\x1b[1mcalm") and line.endswith("calm\x1b[0m") for line in lines)


def test_an_address_is_shown_once() -> None:
    """A link tells its address, unless that is its text."""
    address = "https://example.org"
    assert f"{address}\na <{address}>\n" == rows(
        page_of(paragraph(Run(address, link=address), indent=0), paragraph(Run("a", link=address))), "text"
    ).replace("\n\n", "\n")
    assert f"\x1b[4m{address}\x1b[0m\n" == colored(paragraph(Run(address, link=address)))


def test_blank_lines_part_what_does_not_belong_together() -> None:
    """Items of a list stand together, one that follows a longer text apart; so do paragraphs and labels."""
    blocks = (
        paragraph("a"),
        paragraph("b"),
        paragraph("item", marker="•"),
        paragraph("item", marker="•"),
        paragraph("more", indent=1),
        paragraph("yet more", indent=1),
        paragraph("item", marker="•"),
        Pairs((("Slug", (Run("calm"),)),)),
    )
    assert "a\n\nb\n\n• item\n• item\n  more\n  yet more\n\n• item\n\nSlug: calm\n" == rows(
        page_of(*blocks), "text"
    )


def test_no_line_is_wider_than_a_narrow_screen() -> None:
    """However narrow the screen, lines of prose keep to it."""
    assert all(len(line) <= 30 for line in rows(page(), "text", 30).splitlines() if "http" not in line)


def test_labels_with_several_lines_hang() -> None:
    """The later lines of a value stand below its first."""
    assert "Body: a\n      b\n" == rows(page_of(Pairs((("Body", (Run("a\nb"),)),))), "text")
