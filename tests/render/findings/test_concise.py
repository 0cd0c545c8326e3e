"""One line a finding."""

from __future__ import annotations

from render.samples import COLORED, findings, judged
from resilify_cli.render import load_renderer

EXPECTED = r"""
content/easing-everyday-worry.md:49:13: RES301 no program has the slug "quiet-evnings"; the site drops this card
content/easing-everyday-worry.md:71:82: RES412 the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened
content/睡眠.md:3:10: RES501 an odd \x1b[2J character
content/睡眠.md:10:11: RES201 not a text
content/睡眠.md:1:1: RES101 cannot be read
""".removeprefix("\n")


def test_a_finding_is_a_line() -> None:
    """Each finding is `path:line:column: CODE message`, whatever the width, and there is no summary."""
    assert EXPECTED == judged(findings(), "concise")
    assert EXPECTED == judged(findings(), "concise", 40)


def test_codes_are_coloured_by_severity() -> None:
    """On a screen with colour, the code tells the severity."""
    shown = load_renderer("findings", "concise").render(findings(), COLORED)
    assert "content/easing-everyday-worry.md:49:13: \x1b[1;31mRES301\x1b[0m no program" in shown
