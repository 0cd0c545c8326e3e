"""Rows as records."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from render.samples import COLORED, QUICK, column_of, hostile_texts, listing, rows, steers
from resilify_cli.render import load_renderer
from resilify_cli.report import Column, Report, Table

THREE = Report([], Table(listing().table.columns, listing().table.rows[5:8]))

IN_A_PIPE = r"""
#:          106
Slug:       a-kinder-inner-voice
Title:      A Kinder Inner Voice
Categories: Mental Health, Personal Growth
Sessions:   8

#:          107
Slug:       hostile
Title:      [red]x[/b] \x1b]0;t\x07 [no]\tT
Categories: [b]Odd[/b]
Sessions:   1

#:          108
Slug:       carrying-on-after-a-loss
Title:      Carrying On After the Loss of Somebody Close
Categories: Grief
Sessions:   11
""".removeprefix("\n")

AT_40 = r"""
#:          106
Slug:       a-kinder-inner-voice
Title:      A Kinder Inner Voice
Categories: Mental Health, Personal
            Growth
Sessions:   8

#:          107
Slug:       hostile
Title:      [red]x[/b] \x1b]0;t\x07
            [no]\tT
Categories: [b]Odd[/b]
Sessions:   1

#:          108
Slug:       carrying-on-after-a-loss
Title:      Carrying On After the Loss
            of Somebody Close
Categories: Grief
Sessions:   11
""".removeprefix("\n")


def test_a_field_is_a_line_in_a_pipe() -> None:
    """In a pipe every field is one line, and a blank line parts the records."""
    assert IN_A_PIPE == rows(THREE, "records")


def test_values_wrap_on_a_screen() -> None:
    """On a screen a long value goes on below its beginning."""
    assert AT_40 == rows(THREE, "records", 40)


def test_a_whole_value_is_never_broken() -> None:
    """A value that must stay whole stands below its label where it does not fit beside it."""
    columns = (Column("slug", "Slug", whole=True), Column("note", "Note"))
    report = Report([], Table(columns, (("a-slug of two words 睡眠", "of two words"),)))
    assert "Slug:\n  a-slug of two words 睡眠\nNote: of two words\n" == rows(report, "records", 28)


def test_a_very_narrow_screen_has_values_below_labels() -> None:
    """Where there is no room for two columns, each value stands below its label."""
    expected = "N:\n  0\nTitle:\n  calm and quiet\n  evenings\nEnd:\n  end\n"
    assert expected == rows(column_of(["calm and quiet evenings"]), "records", 18)


def test_an_empty_value_leaves_its_label() -> None:
    """A field without a value is there, without spaces at its end."""
    assert "N:     0\nTitle:\nEnd:   end\n" == rows(column_of([""]), "records")


def test_marks_are_coloured() -> None:
    """On a screen with colour, what is marked stands out."""
    assert "\x1b[1;35mThankful\x1b[0m Days" in load_renderer("rows", "records").render(listing(), COLORED)


@QUICK
@given(hostile_texts.filter(lambda text: bool(text.strip())), st.integers(30, 60))
def test_hostile_texts_stay_in_their_fields(text: str, width: int) -> None:
    """Whatever a text holds, no line begins like a field that is none, and nothing steers the terminal."""
    lines = rows(column_of([text]), "records", width).splitlines()
    assert 3 == sum(not line.startswith(" ") for line in lines)
    assert not any(steers(line) for line in lines)
    assert all(cell_len(line) <= width for line in lines if not max(line.split(), key=len).isascii())
