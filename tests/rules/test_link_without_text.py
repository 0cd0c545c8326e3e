"""RES708: a link with nothing to click on."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, told, weighed

NOTHING = ("the link has no text, so that nobody sees it", "write its text, or remove it")
PICTURE = (
    "what this link shows has no alt, so that a screen reader cannot name the link",
    "write where it leads into the alt",
)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("<a href=/x></a>", NOTHING),
        ("<a href=/x> &nbsp; </a>", NOTHING),
        ("<a href=/x><b> <br></b></a>", NOTHING),
        ('<a href=/x><img src=/y alt=""></a>', PICTURE),
    ],
)
def test_it_is_found_as_a_whole(link: str, expected: tuple[str, str], tmp_path: Path) -> None:
    """As a warning, from its opening tag to its closing one; of a picture something else is said."""
    text = program(f"overview: '<p>a{link}</p>'\n")
    assert [("RES708", Span(7, 16, 7, 16 + len(link)))] == found(text, tmp_path)
    assert [("RES708", "warning")] == weighed(text, tmp_path)
    assert [expected] == told(text, tmp_path)


@pytest.mark.parametrize(
    "link",
    [
        "<a href=/x><b>a</b></a>",
        "<a href=/x><img src=/y alt=lake></a>",
        "<a href=/x aria-label=lake></a>",
        "<a name=x></a>",
        "<a id=x></a><a href=/x>a</a>",
    ],
)
def test_what_can_be_named_is_fine(link: str, tmp_path: Path) -> None:
    """Text, a picture with an alt, a label; and an anchor is no link."""
    assert [] == found(program(f"overview: '<p>a{link}</p>'\n"), tmp_path)


def test_of_several_the_empty_ones_are_found(tmp_path: Path) -> None:
    """Each at its own place."""
    text = program("overview: '<a href=/x></a><a href=/y>b</a><a href=/z></a>'\n")
    assert [Span(7, 12, 7, 27), Span(7, 43, 7, 58)] == [span for _, span in found(text, tmp_path)]
