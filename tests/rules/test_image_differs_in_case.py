"""RES432: the image of a reference is in the media folder, in other letter case."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from resilify_cli.references.media import Media
from rule_findings import findings, found, mended, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."


def pictured(image: str) -> str:
    """Return a program whose one reference has an image, its value on line 25 from column 12."""
    return reference(CITATION, f"image: {image}")


@pytest.mark.parametrize("image", ["/img/Card-1.PNG", "/IMG/card-1.png"])
def test_an_image_in_other_case_is_found_and_written_as_it_is(image: str, tmp_path: Path) -> None:
    """A web server tells capitals from small letters."""
    text = pictured(image)
    assert [("RES432", Span(25, 12, 25, 27))] == found(text, tmp_path)
    message = "the image is called 'card-1.png', in other letter case, so that none is shown"
    assert [(message, "write /img/card-1.png")] == told(text, tmp_path)
    assert [("RES432", "error")] == weighed(text, tmp_path)
    assert ("writes /img/card-1.png", pictured("/img/card-1.png"), True) == mended(text, tmp_path, "RES432")


def test_of_two_that_differ_in_case_alone_neither_is_taken(tmp_path: Path) -> None:
    """Both are named."""
    media = Media(frozenset(("card-1.png", "CARD-1.png")), "static/img")
    [finding] = findings(pictured("/img/Card-1.png"), tmp_path, media)
    assert ("RES432", "write /img/CARD-1.png or /img/card-1.png", None) == (
        finding.code,
        finding.help,
        finding.fix,
    )


def test_another_letter_is_another_mistake(tmp_path: Path) -> None:
    """And an image that is there is none."""
    assert ["RES431"] == [code for code, _ in found(pictured("/img/Crad-1.png"), tmp_path)]
    assert [] == found(pictured("/img/card-1.png"), tmp_path)
    assert [] == found(pictured("/img/Card-1.png"), tmp_path, media=None)


def test_images_of_the_overview_are_looked_at_too(tmp_path: Path) -> None:
    """Only the letters that differ are written anew."""
    text = program("overview: <p><img src='/img/Card-1.png' alt='A card'></p>\n")
    assert [("RES432", Span(7, 24, 7, 39))] == found(text, tmp_path)
    after = text.replace("Card-1", "card-1")
    assert ("writes /img/card-1.png", after, True) == mended(text, tmp_path, "RES432")
