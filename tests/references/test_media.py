"""The media folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import write
from resilify_cli.errors import ContentNotFoundError
from resilify_cli.references.media import Media, find_media, image_fault, load_media

AT = ("references", 0, "image")
MEDIA = Media(frozenset(("card-1.png", "sub/Card-2.webp")), "static/img")


def test_a_folder_is_read_with_its_subfolders(tmp_path: Path) -> None:
    """The path below the folder is the name."""
    write(tmp_path, {"card-1.png": b"x", "sub/card-2.png": b"x"})
    assert frozenset(("card-1.png", "sub/card-2.png")) == load_media(tmp_path).names


def test_a_list_may_stand_in_for_the_folder(tmp_path: Path) -> None:
    """One path a line, however it begins."""
    write(
        tmp_path,
        {"list.txt": "static/img/a.png\n/img/b.png\n./static/img/c d.png\n\nstatic\\img\\e.png\nf.png\n"},
    )
    assert (
        frozenset(("a.png", "b.png", "c d.png", "e.png", "f.png")) == load_media(tmp_path / "list.txt").names
    )


def test_a_media_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """So is a file that is no list."""
    with pytest.raises(ContentNotFoundError, match="No such file"):
        load_media(tmp_path / "nowhere")
    write(tmp_path, {"x.png": b"\xff\xd8"})
    with pytest.raises(ContentNotFoundError, match="not UTF-8"):
        load_media(tmp_path / "x.png")


def test_the_folder_above_the_content_is_found(tmp_path: Path) -> None:
    """The nearest `static/img` in the folders above."""
    write(tmp_path, {"static/img/a.png": b"x", "site/content/a.md": "x"})
    assert (tmp_path / "static" / "img").resolve() == find_media(tmp_path / "site" / "content")


@pytest.mark.parametrize(
    ("image", "message", "help_"),
    [
        (
            "/img/crad-1.png",
            "no image 'crad-1.png' is in the media folder, so that none is shown",
            "did you mean /img/card-1.png?",
        ),
        (
            "/img/sub/card-2.webp",
            "the image is called 'sub/Card-2.webp', in other letter case, so that none is shown",
            "write /img/sub/Card-2.webp",
        ),
        (
            "/img/zzz.gif",
            "no image 'zzz.gif' is in the media folder, so that none is shown",
            "images were looked for in static/img",
        ),
        (
            "card-1.png",
            "the image path does not begin with /img/, so that no image is shown",
            "write /img/card-1.png",
        ),
        (
            "/img/../card-1.png",
            "the path leaves /img/, where the site keeps its images",
            "write /img/card-1.png",
        ),
    ],
)
def test_a_path_that_shows_no_image_is_told(image: str, message: str, help_: str) -> None:
    """With the nearest that does."""
    fault = image_fault(image, AT, MEDIA)
    assert fault is not None
    assert (message, help_, AT) == (fault.message, fault.help, fault.at)


@pytest.mark.parametrize(
    ("image", "meant"),
    [
        ("/img/../card-1.png", "/img/card-1.png"),
        ("/img/../img/card-1.png", "/img/card-1.png"),
        ("../../static/img/sub/Card-2.webp", "/img/sub/Card-2.webp"),
        ("/static/img/card-1.png", "/img/card-1.png"),
        ("/uploads/card-1.png", "/img/card-1.png"),
        ("/img\\card-1.png", "/img/card-1.png"),
        ("C:\\site\\static\\img\\card-1.png", "/img/card-1.png"),
        ("file:///home/site/card-1.png", "/img/card-1.png"),
        ("https://example.org/portrait.png", None),
        ("//example.org/portrait.png", None),
    ],
)
def test_a_path_to_another_place_is_told_as_that(image: str, meant: str | None) -> None:
    """The image of the same name is what may be meant, and that is a guess."""
    fault = image_fault(image, AT, MEDIA)
    assert fault is not None
    assert ("image-outside-media", meant, False) == (fault.kind, fault.meant, fault.is_sure)


@pytest.mark.parametrize(
    ("names", "meant"),
    [(("a.png",), "/img/a.png"), (("a.png", "A.PNG"), None)],
)
def test_case_alone_is_told_as_that(names: tuple[str, ...], meant: str | None) -> None:
    """Of two images that differ in nothing else, neither is taken."""
    fault = image_fault("/IMG/A.png", AT, Media(frozenset(names), "static/img"))
    assert fault is not None
    assert ("image-differs-in-case", meant) == (fault.kind, fault.meant)


@pytest.mark.parametrize(
    ("names", "image", "meant"),
    [
        (("card-1.png",), "/img/crad-1.png", "/img/card-1.png"),
        (("card-1.png",), "/img/card-7.png", None),
        (("sleep-a.png", "sleep-b.png"), "/img/sleep-c.png", None),
        (("sleep-a.png", "walk-b.png"), "/img/sleep-c.png", "/img/sleep-a.png"),
    ],
)
def test_only_the_one_image_that_is_near_is_meant(
    names: tuple[str, ...], image: str, meant: str | None
) -> None:
    """Of two that are as near neither is taken, and another number is no slip."""
    fault = image_fault(image, AT, Media(frozenset(names), "static/img"))
    assert fault is not None
    assert meant == fault.meant


@given(st.text("/.\\imgIMGa1:-", max_size=12))
def test_whatever_is_written_what_is_meant_is_there(image: str) -> None:
    """No path makes it raise, and what it proposes shows an image."""
    fault = image_fault(image, AT, MEDIA)
    assert fault is None or fault.meant is None or MEDIA.has(fault.meant)


def test_an_image_that_is_there_is_fine() -> None:
    """By its exact name."""
    assert [None, None] == [
        image_fault(image, AT, MEDIA) for image in ("/img/card-1.png", "/img/sub/Card-2.webp")
    ]
