"""RES433: the image of a reference lies outside the media folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."


def pictured(image: str) -> str:
    """Return a program whose one reference has an image, its value on line 25 from column 12."""
    return reference(CITATION, f"image: {image}")


@pytest.mark.parametrize(
    "image",
    [
        "/img/../card-1.png",
        "../img/card-1.png",
        "/static/img/card-1.png",
        "/img\\card-1.png",
        "C:\\img\\card-1.png",
    ],
)
def test_a_path_out_of_the_folder_is_found(image: str, tmp_path: Path) -> None:
    """The image of the same name within it is offered as a guess."""
    text = pictured(image)
    assert [("RES433", Span(25, 12, 25, 12 + len(image)))] == found(text, tmp_path)
    message = "the path leaves /img/, where the site keeps its images"
    assert [(message, "write /img/card-1.png")] == told(text, tmp_path)
    assert [("RES433", "error")] == weighed(text, tmp_path)
    assert ("writes /img/card-1.png", pictured("/img/card-1.png"), False) == mended(text, tmp_path, "RES433")


def test_another_server_is_outside(tmp_path: Path) -> None:
    """Where nothing in the folder is like it, it says where images were looked for."""
    [finding] = findings(pictured("https://example.org/portrait.jpeg"), tmp_path)
    assert ("RES433", "images were looked for in static/img", None) == (
        finding.code,
        finding.help,
        finding.fix,
    )


@pytest.mark.parametrize("image", ["card-1.png", "img/card-1.png", "static/img/card-1.png"])
def test_a_path_that_lacks_its_beginning_is_another_mistake(image: str, tmp_path: Path) -> None:
    """It leads nowhere else."""
    assert ["RES431"] == [code for code, _ in found(pictured(image), tmp_path)]


def test_dots_in_a_name_are_fine(tmp_path: Path) -> None:
    """And without a known media folder nothing is checked."""
    assert ["RES431"] == [code for code, _ in found(pictured("/img/card..1.png"), tmp_path)]
    assert [] == found(pictured("/img/../card-1.png"), tmp_path, media=None)
