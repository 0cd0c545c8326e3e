"""A page as text."""

from __future__ import annotations

import pytest

from render.samples import listing, page, rows

AT_40 = r"""
Easing Everyday Worry
Slug:       easing-everyday-worry
Categories: Mental Health, Personal
            Growth
Tags:

Overview
  Worry is a habit of the mind, and
  habits can be changed. This program
  shows how, in ten short sessions; each
  takes a quarter of an hour and ends
  with something to try.

  What is in it:

    • to notice worry when it starts,
      before it takes the evening away
      • to ask for help: a guide
        <https://example.org/guide>

  It takes [red]time[/red] \x1b[2J and
  睡眠.

Sessions
   9. Noticing
      Write down when a thought turns
      into a worry, without judging it.

  10. Letting Go

  Related
    ✓ Quiet Evenings
    ✗ Nobody quiet-evnings


Quiet Evenings
first line
second line

https://doi.org/10.1000/182
""".removeprefix("\n")

AT_80 = r"""
Easing Everyday Worry
Slug:       easing-everyday-worry
Categories: Mental Health, Personal Growth
Tags:

Overview
  Worry is a habit of the mind, and habits can be changed. This program shows
  how, in ten short sessions; each takes a quarter of an hour and ends with
  something to try.

  What is in it:

    • to notice worry when it starts, before it takes the evening away
      • to ask for help: a guide <https://example.org/guide>

  It takes [red]time[/red] \x1b[2J and 睡眠.

Sessions
   9. Noticing
      Write down when a thought turns into a worry, without judging it.

  10. Letting Go

  Related
    ✓ Quiet Evenings
    ✗ Nobody quiet-evnings


Quiet Evenings
first line
second line

https://doi.org/10.1000/182
""".removeprefix("\n")

IN_A_PIPE = r"""
Easing Everyday Worry
Slug:       easing-everyday-worry
Categories: Mental Health, Personal Growth
Tags:

Overview
  Worry is a habit of the mind, and habits can be changed. This program shows how, in ten short sessions; each takes a quarter of an hour and ends with something to try.

  What is in it:

    • to notice worry when it starts, before it takes the evening away
      • to ask for help: a guide <https://example.org/guide>

  It takes [red]time[/red] \x1b[2J and 睡眠.

Sessions
   9. Noticing
      Write down when a thought turns into a worry, without judging it.

  10. Letting Go

  Related
    ✓ Quiet Evenings
    ✗ Nobody quiet-evnings


Quiet Evenings
first line
second line

https://doi.org/10.1000/182
""".removeprefix("\n")


@pytest.mark.parametrize(("width", "screen"), [(40, AT_40), (80, AT_80), (None, IN_A_PIPE)])
def test_a_page_is_wrapped_to_its_screen(width: int | None, screen: str) -> None:
    """A page is wrapped on a screen, lists hanging, and has a line a paragraph in a pipe."""
    assert screen == rows(page(), "text", width)


def test_long_lines_are_capped() -> None:
    """On a very wide screen lines of prose end at a hundred columns."""
    assert rows(page(), "text", 100) == rows(page(), "text", 200)
    assert max(map(len, rows(page(), "text", 200).splitlines())) <= 100


def test_rows_without_a_page_are_records() -> None:
    """Where there is no page, the text is the rows as records."""
    assert rows(listing(), "records") == rows(listing(), "text")
