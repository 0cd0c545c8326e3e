"""The media folder: which images there are, and whether a path names one.

The site serves the folder as `/img/`; a list of its files may stand in for it.
"""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from resilify_cli.diagnostics import Fault, FieldPath
from resilify_cli.errors import ContentNotFoundError

PUBLIC_PATH: Final = "/img/"
FOLDER: Final = Path("static/img")


@dataclass(frozen=True, slots=True)
class Media:
    """The images there are, by their path below the media folder."""

    names: frozenset[str]
    source: str
    """The folder or list they were read from, for messages."""

    def has(self, image: str) -> bool:
        """Tell whether the public path `image` names a file of the folder."""
        return image.startswith(PUBLIC_PATH) and image.removeprefix(PUBLIC_PATH) in self.names

    def nearest(self, image: str) -> str | None:
        """Return the public path of the image whose name is nearest, if one is near."""
        name = image.removeprefix(PUBLIC_PATH).lstrip("/")
        by_case = {known.casefold(): known for known in sorted(self.names)}
        near = difflib.get_close_matches(name.casefold(), by_case, n=1, cutoff=0.75)
        return PUBLIC_PATH + by_case[near[0]] if near else None


def image_fault(image: str, at: FieldPath, media: Media) -> Fault | None:
    """Return what is wrong with the public path of an image at a field, or None where it shows one."""
    if media.has(image):
        return None
    if image.startswith(PUBLIC_PATH):
        message = (
            f"no image {image.removeprefix(PUBLIC_PATH)!r} is in the media folder, so that none is shown"
        )
    else:
        message = f"the image path does not begin with {PUBLIC_PATH}, so that no image is shown"
    near = media.nearest(image)
    hint = f"did you mean {near}?" if near else f"images were looked for in {media.source}"
    return Fault("image-not-in-media", message, at, help=hint)


def load_media(source: Path) -> Media:
    """Read a media folder, or a text file that lists one path a line (`static/img/x.png` or `/img/x.png`).

    Raises ContentNotFoundError if there is neither.
    """
    if os.path.isdir(source):  # noqa: PTH112 - unlike pathlib's, it takes every name
        return Media(frozenset(_names_below(source)), source.as_posix())
    try:
        lines = source.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        msg = f"cannot read the media folder or list {source.as_posix()}: {why}"
        raise ContentNotFoundError(msg) from None
    return Media(frozenset(_listed_name(line.strip()) for line in lines if line.strip()), source.as_posix())


def find_media(content: Path) -> Path | None:
    """Look for `static/img` in the folders above a content folder, the nearest first."""
    return next((above / FOLDER for above in content.resolve().parents if (above / FOLDER).is_dir()), None)


def _names_below(folder: Path) -> list[str]:
    return [
        (Path(root) / name).relative_to(folder).as_posix()
        for root, _, names in os.walk(folder)
        for name in names
    ]


def _listed_name(line: str) -> str:
    path = line.replace("\\", "/").removeprefix("./").lstrip("/")
    return path.removeprefix("static/").removeprefix("img/")
