"""The table for the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from render.samples import COLORED, QUICK, column_of, hostile_texts, listing, page, rows, steers
from resilify_cli.render import Screen, load_renderer
from resilify_cli.report import Column, Report, Table, Text

AT_60 = r"""
Slug                        Title
────────────────────────────────────────────────────────────
quiet-evenings              Quiet Evenings
easing-everyday-worry       Easing Everyday Worry
when-work-follows-you-home  When Work Follows You Home
living-with-a-restless-gut  Living with a Restless Gut
sleep-in-japanese           睡眠の質を高める
a-kinder-inner-voice        A Kinder Inner Voice
hostile                     [red]x[/b] \x1b]0;t\x07 [no]\tT
carrying-on-after-a-loss    Carrying On After the Loss of S…
a-new-home                  A New Home 🏡
shalom                      שלום עולם
thankful-days               Thankful Days
panic                       Panic
beginning-what-you-put-off  Beginning What You Put Off
not-a-fraud                 Not a Fraud
broken                      (no title)
""".removeprefix("\n")

AT_80 = r"""
Slug                        Title                                       Sessions
────────────────────────────────────────────────────────────────────────────────
quiet-evenings              Quiet Evenings                                     8
easing-everyday-worry       Easing Everyday Worry                             10
when-work-follows-you-home  When Work Follows You Home                        12
living-with-a-restless-gut  Living with a Restless Gut                         7
sleep-in-japanese           睡眠の質を高める                                   9
a-kinder-inner-voice        A Kinder Inner Voice                               8
hostile                     [red]x[/b] \x1b]0;t\x07 [no]\tT                    1
carrying-on-after-a-loss    Carrying On After the Loss of Somebody Cl…        11
a-new-home                  A New Home 🏡                                      6
shalom                      שלום עולם                                          6
thankful-days               Thankful Days                                     10
panic                       Panic                                              8
beginning-what-you-put-off  Beginning What You Put Off                         8
not-a-fraud                 Not a Fraud                                        8
broken                      (no title)                                         0
""".removeprefix("\n")

AT_120 = r"""
  #  Slug                        Title                                    Categories                            Sessions
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
101  quiet-evenings              Quiet Evenings                           Mental Health, Sleep                         8
102  easing-everyday-worry       Easing Everyday Worry                    Mental Health                               10
103  when-work-follows-you-home  When Work Follows You Home               Work                                        12
104  living-with-a-restless-gut  Living with a Restless Gut               Chronic Conditions                           7
105  sleep-in-japanese           睡眠の質を高める                         Sleep                                        9
106  a-kinder-inner-voice        A Kinder Inner Voice                     Mental Health, Personal Growth               8
107  hostile                     [red]x[/b] \x1b]0;t\x07 [no]\tT          [b]Odd[/b]                                   1
108  carrying-on-after-a-loss    Carrying On After the Loss of Somebody…  Grief                                       11
109  a-new-home                  A New Home 🏡                            Life Changes                                 6
110  shalom                      שלום עולם                                Life Changes                                 6
111  thankful-days               Thankful Days                            Personal Growth, Positive Psychology        10
112  panic                       Panic                                    Anxiety                                      8
113  beginning-what-you-put-off  Beginning What You Put Off               Work                                         8
114  not-a-fraud                 Not a Fraud                              Work, Mental Health                          8
115  broken                      (no title)                                                                            0
""".removeprefix("\n")


@pytest.mark.parametrize(("width", "screen"), [(60, AT_60), (80, AT_80), (120, AT_120)])
def test_columns_go_by_priority_where_the_screen_is_narrow(width: int, screen: str) -> None:
    """What does not fit goes, the least important column first; the slug is never cut."""
    assert screen == rows(listing(), "table", width)


def test_records_stand_in_where_no_table_fits() -> None:
    """Where the main columns do not fit, the rows are records, wrapped to the screen."""
    assert rows(listing(), "records", 40) == rows(listing(), "table", 40)


def test_nothing_is_cut_off_in_a_pipe() -> None:
    """A table that is asked for in a pipe is as wide as it must be."""
    shown = rows(listing(), "table")
    assert "…" not in shown
    assert "Carrying On After the Loss of Somebody Close" in shown


def test_a_page_stands_in_the_tables_stead() -> None:
    """A report with a page shows the page."""
    assert rows(page(), "text", 80) == rows(page(), "table", 80)


def test_no_rows_draw_nothing() -> None:
    """A table without rows has no header either."""
    assert rows(Report([], Table((Column("a", "A"),), ())), "table", 80) == ""


def test_a_cut_text_shows_its_first_mark() -> None:
    """A text that is too long is cut around what is marked in it."""
    told = "Long before anyone slept, and long after the last lamp was out, calm came over the quiet house by the sea"
    text = Text(told, marks=((64, 68),))
    report = Report([], Table((Column("snippet", "Snippet"),), ((text,),)))
    shown = rows(report, "table", 60).splitlines()[2]
    assert "…ast lamp was out, calm came over the quiet house by the sea" == shown


def test_below_60_columns_a_table_that_would_lose_something_is_records() -> None:
    """One that fits as it is stays a table."""
    long = column_of(["a title that has no room in a table on a screen as narrow as this"])
    assert rows(long, "records", 59) == rows(long, "table", 59)
    assert rows(long, "records", 60) != rows(long, "table", 60)
    assert "N  Title  End" == rows(column_of(["short"]), "table", 59).splitlines()[0].rstrip()


def test_marks_and_roles_are_coloured() -> None:
    """On a screen with colour, marks and roles are told by the terminal's own colours."""
    shown = load_renderer("rows", "table").render(listing(), COLORED).splitlines()
    row = next(line for line in shown if "thankful-days" in line)
    assert "\x1b[36mthankful-days\x1b[0m" in row
    assert "\x1b[1;35mThankful\x1b[0m Days" in row
    assert any("\x1b[31m(no title)\x1b[0m" in line for line in shown)


def test_a_screen_without_utf8_gets_ascii_marks() -> None:
    """The rule and the ellipsis have forms within ASCII."""
    report = column_of(["long " * 20])
    shown = load_renderer("rows", "table").render(report, Screen(60, is_terminal=True, utf8=False))
    assert "-" * 60 in shown
    assert "long l~" in shown
    assert shown.isascii()


def test_a_dumb_terminal_has_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """TERM=dumb does not change how wide a table is."""
    screen = Screen(120, is_terminal=True, color=True)
    monkeypatch.setenv("TERM", "xterm")
    expected = load_renderer("rows", "table").render(listing(), screen)
    monkeypatch.setenv("TERM", "dumb")
    assert expected == load_renderer("rows", "table").render(listing(), screen)


@QUICK
@given(st.lists(hostile_texts, min_size=1, max_size=4), st.integers(60, 120))
def test_hostile_texts_stay_in_their_rows(texts: list[str], width: int) -> None:
    """Whatever a text holds, each row is one line, no line is too wide, and nothing steers the terminal."""
    header, _, *lines = rows(column_of(texts), "table", width).split("\n")[:-1]
    assert ["N", "Title", "End"] == header.split()
    assert len(texts) == len(lines)
    assert all(line.endswith("end") and cell_len(line) <= width for line in lines)
    assert not any(steers(line) for line in lines)
