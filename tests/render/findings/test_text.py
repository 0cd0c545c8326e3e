"""Findings for people."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from render.samples import COLORED, UNKNOWN_SLUG, findings, judged, steers
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Screen, load_renderer

AT_40 = r"""
content/easing-everyday-worry.md
  49:13  error RES301
      unknown-related-slug: no program
      has the slug "quiet-evnings"; the
      site drops this card
      |
   49 |       slug: quiet-evnings
      |             ^^^^^^^^^^^^^
      = help: did you mean
              quiet-evenings (Quiet
              Evenings)?
      = fix:  --unsafe-fixes writes
              quiet-evenings

  71:82  warning RES412
      doi-without-link: the citation
      holds DOI 10.1000/182 but the
      reference has no link; its card
      cannot be opened
      |
   71 | …2. doi:10.1000/182, read in May
      |    ^^^^^^^^^^^
      = fix:  --fix adds link:
              https://doi.org/10.1000/182

content/睡眠.md
  3:10  info RES501 odd-character: an
      odd \x1b[2J character
      |
    3 | title:\t睡眠の質を高める
      |             ^^^^

  10:11  error RES201 wrong-type: not a
      text
      |
   10 | overview: >-
      |           ^^

  1:1  error RES101 unreadable-file:
      cannot be read

2 programs, 1 other file skipped: 3
errors, 1 warning, 1 info (1 can be
fixed with --fix)
""".removeprefix("\n")

AT_60 = r"""
content/easing-everyday-worry.md
  49:13  error RES301 unknown-related-slug: no program has
      the slug "quiet-evnings"; the site drops this card
      |
   49 |       slug: quiet-evnings
      |             ^^^^^^^^^^^^^
      = help: did you mean quiet-evenings (Quiet Evenings)?
      = fix:  --unsafe-fixes writes quiet-evenings

  71:82  warning RES412 doi-without-link: the citation holds
      DOI 10.1000/182 but the reference has no link; its
      card cannot be opened
      |
   71 | …urnal of Rest, 1, 1-2. doi:10.1000/182, read in May
      |                        ^^^^^^^^^^^
      = fix:  --fix adds link: https://doi.org/10.1000/182

content/睡眠.md
  3:10  info RES501 odd-character: an odd \x1b[2J character
      |
    3 | title:\t睡眠の質を高める
      |             ^^^^

  10:11  error RES201 wrong-type: not a text
      |
   10 | overview: >-
      |           ^^

  1:1  error RES101 unreadable-file: cannot be read

2 programs, 1 other file skipped: 3 errors, 1 warning, 1
info (1 can be fixed with --fix)
""".removeprefix("\n")

AT_80 = r"""
content/easing-everyday-worry.md
  49:13  error RES301 unknown-related-slug: no program has the slug
      "quiet-evnings"; the site drops this card
      |
   49 |       slug: quiet-evnings
      |             ^^^^^^^^^^^^^
      = help: did you mean quiet-evenings (Quiet Evenings)?
      = fix:  --unsafe-fixes writes quiet-evenings

  71:82  warning RES412 doi-without-link: the citation holds DOI 10.1000/182 but
      the reference has no link; its card cannot be opened
      |
   71 | …d what it is for. Journal of Rest, 1, 1-2. doi:10.1000/182, read in May
      |                                            ^^^^^^^^^^^
      = fix:  --fix adds link: https://doi.org/10.1000/182

content/睡眠.md
  3:10  info RES501 odd-character: an odd \x1b[2J character
      |
    3 | title:\t睡眠の質を高める
      |             ^^^^

  10:11  error RES201 wrong-type: not a text
      |
   10 | overview: >-
      |           ^^

  1:1  error RES101 unreadable-file: cannot be read

2 programs, 1 other file skipped: 3 errors, 1 warning, 1 info (1 can be fixed
with --fix)
""".removeprefix("\n")

AT_120 = r"""
content/easing-everyday-worry.md
  49:13  error RES301 unknown-related-slug: no program has the slug "quiet-evnings"; the site drops this card
      |
   49 |       slug: quiet-evnings
      |             ^^^^^^^^^^^^^
      = help: did you mean quiet-evenings (Quiet Evenings)?
      = fix:  --unsafe-fixes writes quiet-evenings

  71:82  warning RES412 doi-without-link: the citation holds DOI 10.1000/182 but the reference has no link; its card
      cannot be opened
      |
   71 |     reference: Doe, J. (2010). Sleep and what it is for. Journal of Rest, 1, 1-2. doi:10.1000/182, read in May
      |                                                                                  ^^^^^^^^^^^
      = fix:  --fix adds link: https://doi.org/10.1000/182

content/睡眠.md
  3:10  info RES501 odd-character: an odd \x1b[2J character
      |
    3 | title:\t睡眠の質を高める
      |             ^^^^

  10:11  error RES201 wrong-type: not a text
      |
   10 | overview: >-
      |           ^^

  1:1  error RES101 unreadable-file: cannot be read

2 programs, 1 other file skipped: 3 errors, 1 warning, 1 info (1 can be fixed with --fix)
""".removeprefix("\n")

IN_A_PIPE = r"""
content/easing-everyday-worry.md
  49:13  error RES301 unknown-related-slug: no program has the slug "quiet-evnings"; the site drops this card
      |
   49 |       slug: quiet-evnings
      |             ^^^^^^^^^^^^^
      = help: did you mean quiet-evenings (Quiet Evenings)?
      = fix:  --unsafe-fixes writes quiet-evenings

  71:82  warning RES412 doi-without-link: the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened
      |
   71 |     reference: Doe, J. (2010). Sleep and what it is for. Journal of Rest, 1, 1-2. doi:10.1000/182, read in May
      |                                                                                  ^^^^^^^^^^^
      = fix:  --fix adds link: https://doi.org/10.1000/182

content/睡眠.md
  3:10  info RES501 odd-character: an odd \x1b[2J character
      |
    3 | title:\t睡眠の質を高める
      |             ^^^^

  10:11  error RES201 wrong-type: not a text
      |
   10 | overview: >-
      |           ^^

  1:1  error RES101 unreadable-file: cannot be read

2 programs, 1 other file skipped: 3 errors, 1 warning, 1 info (1 can be fixed with --fix)
""".removeprefix("\n")


@pytest.mark.parametrize(
    ("width", "screen"), [(40, AT_40), (60, AT_60), (80, AT_80), (120, AT_120), (None, IN_A_PIPE)]
)
def test_findings_are_wrapped_to_their_screen(width: int | None, screen: str) -> None:
    """Findings are grouped by file, each with its source line, the span under carets; the summary is last."""
    assert screen == judged(findings(), "text", width)


def test_nothing_found_leaves_the_summary() -> None:
    """Without findings there is the summary."""
    assert "14 programs: no findings\n" == judged(
        FindingsReport({}, (), "14 programs: no findings"), "text", 80
    )


def test_severity_and_path_are_coloured() -> None:
    """On a screen with colour, the path, severity and code, and the carets stand out."""
    shown = load_renderer("findings", "text").render(findings(), COLORED)
    assert "\x1b[1mcontent/easing-everyday-worry.md\x1b[0m\n" in shown
    assert "\x1b[1;31merror \x1b[0m\x1b[1;31mRES301 \x1b[0m" in shown
    assert ["1;31", "33", "36", "1;31"] == re.findall(r"\x1b\[([0-9;]+)m +\^+\x1b\[0m", shown)


def test_nothing_steers_the_terminal() -> None:
    """Neither a message nor a source line lets a control character through."""
    assert not steers(judged(findings(), "text").replace("\n", ""))


def test_a_withdrawn_fix_is_said() -> None:
    """Whoever asks for fixes learns why there is none."""
    finding = replace(UNKNOWN_SLUG, fix=None, is_withdrawn=True)
    report = FindingsReport({}, (finding,), "1 program: 1 error")
    shown = load_renderer("findings", "text").render(report, Screen())
    assert "= fix:  none: as the file is written, it would change more than this\n" in shown
