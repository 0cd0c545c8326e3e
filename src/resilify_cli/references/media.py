"""The media folder: which images there are, and whether a path names one.

The site serves the folder as `/img/`; a list of its files may stand in for it.
"""

from __future__ import annotations

import difflib
import os
import posixpath
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from resilify_cli.diagnostics import Fault, FieldPath, quoted
from resilify_cli.errors import ContentNotFoundError

PUBLIC_PATH: Final = "/img/"
FOLDER: Final = Path("static/img")
_NEAR: Final = 0.75
_CONFIDENT: Final = 0.85
_LEAD: Final = 0.05
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True)
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
        return next(iter(self._near(image)), None)

    def meant(self, image: str) -> str | None:
        """Return the public path of the one image that a wrong path leaves hardly a doubt about."""
        near = self._near(image)
        if not near:
            return None
        wanted = _name(image).casefold()
        best, *others = (_likeness(wanted, _name(path).casefold()) for path in near)
        is_clear = best >= _CONFIDENT and all(best - other >= _LEAD for other in others)
        has_digits = _DIGITS.findall(near[0]) == _DIGITS.findall(_name(image))
        return near[0] if is_clear and has_digits else None

    def of_any_case(self, image: str) -> list[str]:
        """Return the public paths that differ from `image` in nothing but the case of letters."""
        folded = image.casefold()
        if not folded.startswith(PUBLIC_PATH):
            return []
        return [PUBLIC_PATH + name for name in self._by_case.get(folded.removeprefix(PUBLIC_PATH), [])]

    def _near(self, image: str) -> list[str]:
        """Return the two images whose names are nearest; worked out once, for many may ask for the same."""
        if image not in self._found:
            near = difflib.get_close_matches(_name(image).casefold(), self._by_case, n=2, cutoff=_NEAR)
            self._found[image] = [PUBLIC_PATH + self._by_case[name][-1] for name in near]
        return self._found[image]

    @cached_property
    def _found(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def _by_case(self) -> dict[str, list[str]]:
        by_case: dict[str, list[str]] = {}
        for name in sorted(self.names):
            by_case.setdefault(name.casefold(), []).append(name)
        return by_case


def image_fault(image: str, at: FieldPath, media: Media) -> Fault | None:
    """Return what is wrong with the public path of an image at a field, or None where it shows one."""
    if media.has(image):
        return None
    if _leaves(image):
        message = f"the path leaves {PUBLIC_PATH}, where the site keeps its images"
        return _with_hint(Fault("image-outside-media", message, at), image, media)
    alike = media.of_any_case(image)
    if alike:
        message = f"the image is called {quoted(alike[0].removeprefix(PUBLIC_PATH))}, in other letter case, so that none is shown"
        return Fault(
            "image-differs-in-case",
            message,
            at,
            help=f"write {' or '.join(alike)}",
            meant=alike[0] if len(alike) == 1 else None,
        )
    if image.startswith(PUBLIC_PATH):
        name = image.removeprefix(PUBLIC_PATH)
        message = f"no image {quoted(name)} is in the media folder, so that none is shown"
    else:
        message = f"the image path does not begin with {PUBLIC_PATH}, so that no image is shown"
    return _with_hint(Fault("image-not-in-media", message, at), image, media)


def _with_hint(fault: Fault, image: str, media: Media) -> Fault:
    """Say which image a path means, if it be in the wrong place, or nearly, or where images were looked for."""
    inside = _inside(image)
    if media.has(inside):
        return replace(fault, help=f"write {inside}", meant=inside, is_sure=False)
    near = media.nearest(inside)
    hint = f"did you mean {near}?" if near else f"images were looked for in {media.source}"
    return replace(fault, help=hint, meant=media.meant(inside), is_sure=False)


def _leaves(image: str) -> bool:
    """Tell whether a path leads to another place: another folder of the site, a server, somebody's disk."""
    path = image.replace("\\", "/")
    is_absolute = path.startswith("/") and not path.casefold().startswith(PUBLIC_PATH)
    is_elsewhere = _ELSEWHERE.match(path) is not None
    return is_absolute or is_elsewhere or path != image or ".." in path.split("/")


def _inside(image: str) -> str:
    """The public path that a wrong one would be: what follows the folder's own name in it, else the file's."""
    path = posixpath.normpath(image.replace("\\", "/"))
    _, folder, name = f"/{path}".rpartition(PUBLIC_PATH)
    if not folder and _leaves(image):
        name = posixpath.basename(path)
    return PUBLIC_PATH + name.lstrip("/")


def _name(image: str) -> str:
    return image.removeprefix(PUBLIC_PATH).lstrip("/")


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, one).ratio()


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
