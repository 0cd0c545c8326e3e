"""RES431: the image of a reference is not in the media folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, reference, told, weighed

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
            "write /img/card-1.png",
        )
    ]
    assert expected == told(pictured("card-1.png"), tmp_path)
    assert [("RES431", Span(25, 12, 25, 28))] == found(pictured('"img/card-1.png"'), tmp_path)


@pytest.mark.parametrize(
    "image", ["/img/crad-1.png", "card-1.png", "img/card-1.png", "static/img/card-1.png"]
)
def test_the_one_image_that_may_be_meant_is_a_guess(image: str, tmp_path: Path) -> None:
    """A path that is nearly right, or only in the wrong place, is put right where that is asked for."""
    text = pictured(image)
    after = pictured("/img/card-1.png")
    assert ("writes /img/card-1.png", after, False) == mended(text, tmp_path, "RES431")


@pytest.mark.parametrize("image", ["/img/card-7.png", "/img/card.png", "/img/portrait-of-a-cat.jpeg"])
def test_where_several_may_be_meant_there_is_no_fix(image: str, tmp_path: Path) -> None:
    """Another number is no slip, and of two that are as near neither is taken."""
    assert [None] == [finding.fix for finding in findings(pictured(image), tmp_path)]


def test_images_of_the_overview_are_looked_for_too(tmp_path: Path) -> None:
    """At their own characters; what is no path of the media folder is left to the site."""
    text = program(
        "overview: <p><img src='/img/crad-1.png' alt=''> <img src='/logo.png' alt=''> "
        "<img src='/img/card-2.png' alt=''></p>\n"
    )
    assert [("RES431", Span(7, 24, 7, 39))] == found(text, tmp_path)
    after = text.replace("crad", "card")
    assert ("writes /img/card-1.png", after, False) == mended(text, tmp_path, "RES431")


def test_nothing_is_checked_without_a_folder_or_a_path(tmp_path: Path) -> None:
    """No known media folder, an empty path and the program's own image are nothing to look up."""
    assert [] == found(pictured("/img/crad-1.png"), tmp_path, media=None)
    assert [("RES202", Span(25, 12, 25, 14))] == found(pictured("''"), tmp_path)
    assert [] == found(program("image: /img/nowhere.png\n"), tmp_path)
