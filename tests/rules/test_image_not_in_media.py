"""RES431: the image of a reference is not in the media folder."""

from __future__ import annotations

from pathlib import Path

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."


def pictured(image: str) -> str:
    """Return a program whose one reference has an image, its value on line 25 from column 12."""
    return reference(CITATION, f"image: {image}")


def test_an_image_that_is_not_there_is_found_with_the_nearest(tmp_path: Path) -> None:
    """A path that names no file of the folder is reported at its value."""
    assert [("RES431", Span(25, 12, 25, 27))] == found(pictured("/img/crad-1.png"), tmp_path)
    message = "no image 'crad-1.png' is in the media folder, so that none is shown"
    assert [(message, "did you mean /img/card-1.png?")] == told(pictured("/img/crad-1.png"), tmp_path)
    assert [("RES431", "error")] == weighed(pictured("/img/crad-1.png"), tmp_path)


def test_without_a_near_one_the_folder_is_named(tmp_path: Path) -> None:
    """An image like none is told with the place where it was looked for."""
    hints = [hint for _, hint in told(pictured("/img/portrait-of-a-cat.jpeg"), tmp_path)]
    assert ["images were looked for in static/img"] == hints


def test_the_path_must_begin_as_the_site_serves_it(tmp_path: Path) -> None:
    """A name alone shows no image, although the folder holds it."""
    expected = [
        (
            "the image path does not begin with /img/, so that no image is shown",
            "did you mean /img/card-1.png?",
        )
    ]
    assert expected == told(pictured("card-1.png"), tmp_path)
    assert [("RES431", Span(25, 12, 25, 28))] == found(pictured('"img/card-1.png"'), tmp_path)


def test_names_depend_on_case(tmp_path: Path) -> None:
    """A web server tells capitals from small letters."""
    assert ["did you mean /img/card-1.png?"] == [
        hint for _, hint in told(pictured("/img/Card-1.PNG"), tmp_path)
    ]


def test_nothing_is_checked_without_a_folder_or_a_path(tmp_path: Path) -> None:
    """No known media folder, an empty path and the program's own image are nothing to look up."""
    assert [] == found(pictured("/img/crad-1.png"), tmp_path, media=None)
    assert [("RES202", Span(25, 12, 25, 14))] == found(pictured("''"), tmp_path)
    assert [] == found(program("image: /img/nowhere.png\n"), tmp_path)
