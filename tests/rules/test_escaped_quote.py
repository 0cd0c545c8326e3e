r"""RES512: a backslash before a quotation mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed


def test_a_backslash_before_an_apostrophe_goes(tmp_path: Path) -> None:
    """At the backslash."""
    text = titled("A Week You Don\\'t Rush")
    assert [("RES512", Span(3, 22, 3, 23))] == found(text, tmp_path)
    assert [("a backslash is shown before a quotation mark", "remove it")] == told(text, tmp_path)
    assert [("RES512", "warning")] == weighed(text, tmp_path)
    assert ("removes the backslash", titled("A Week You Don't Rush"), True) == mended(
        text, tmp_path, "RES512"
    )


def test_many_of_one_text_are_one_finding(tmp_path: Path) -> None:
    """Also where the text begins with one, so that what is left needs quotes in YAML."""
    text = telling('\\"Rest\\" is what the week\\\\’s end is for')
    message = "3 backslashes of this text are shown before quotation marks"
    assert [(message, "remove them")] == told(text, tmp_path)
    expected = telling('"Rest" is what the week’s end is for')
    assert ("removes the backslashes", expected, True) == mended(text, tmp_path, "RES512")


def test_between_double_quotes_the_backslash_is_doubled(tmp_path: Path) -> None:
    """It goes all the same, and in HTML."""
    text = 'overview: "<p>Notice \\\\\\"worry\\\\\\"</p>"\n'
    after = 'overview: "<p>Notice \\"worry\\"</p>"\n'
    assert ("removes the backslashes", program(after), True) == mended(program(text), tmp_path, "RES512")
    assert [] == found(overview('<p>Notice "worry"</p>'), tmp_path)


@pytest.mark.parametrize("text", ['Don\'t and "do"', "C:\\Users and \\n", "either \\ or", "\\[0, 1\\]"])
def test_other_backslashes_are_left_alone(text: str, tmp_path: Path) -> None:
    """Paths and the like."""
    assert [] == found(telling(text), tmp_path)


def test_accents_of_latex_are_another_matter(tmp_path: Path) -> None:
    """Without its backslash it would be no better."""
    assert [] == found(citing('Schr\\"odinger E, Garc\\\'ia G, G\\"{o}del K. Sleep.'), tmp_path)
    assert ["RES512"] == [
        code for code, _ in found(citing("O\\'Brien J, D\\'Arcy K. You\\'re Asleep."), tmp_path)
    ]
