"""Names for programs: whether the site could tell a new one from all others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from resilify_cli.atomic import is_same_file
from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.errors import ProgramNameError
from resilify_cli.slugs import slugify

if TYPE_CHECKING:
    from pathlib import Path


def new_path(slug: str, folder: Path, catalogue: Catalogue, program: ProgramFile | None = None) -> Path:
    """Return the path that a slug gives a new program, or a `program` that is to have it, in a folder.

    Raises ProgramNameError where it is no slug, or a number, another program has it, in any case, or the file is there
    already.
    """
    if slug != slugify(slug) or not slug:
        meant = slugify(slug)
        hint = f"write {meant}" if meant else "write words of small letters, joined by hyphens"
        msg = f"{slug!r} is no slug; {hint}"
        raise ProgramNameError(msg)
    if slug.isdigit():
        msg = f"{slug!r} alone would be taken for a sequence; write a slug with a word in it"
        raise ProgramNameError(msg)
    own = program.document.path if program else None
    for other in catalogue:
        if other.facts.slug.casefold() == slug and not (own and is_same_file(other.document.path, own)):
            msg = f"{other.facts.path} has the slug {slug} already"
            raise ProgramNameError(msg)
    path = folder / f"{slug}{own.suffix if own else '.md'}"
    if os.path.lexists(path) and not (own and is_same_file(path, own)):
        msg = f"{path.as_posix()} is there already"
        raise ProgramNameError(msg)
    return path


def checked_title(title: str) -> str:
    """Return a title without the spaces around it. Raises ProgramNameError for one without words or on several lines."""
    if not title.strip() or not title.isprintable():
        msg = f"{title!r} is no title: it must have words, and stand on one line"
        raise ProgramNameError(msg)
    return title.strip()


def check_cards(before: Catalogue, after: Catalogue, renamed: tuple[str, str] | None = None) -> None:
    """Refuse a catalogue in which related slugs show other programs than before; `renamed`: from one slug to another.

    The site shows the first program whose address contains a slug. Raises ProgramNameError.
    """
    old, new = renamed or ("", "")
    for program in before:
        for related in program.facts.related:
            if not related.slug:
                continue
            shown = before.relations.resolve(related.slug).target
            slug = new if related.slug == old else related.slug
            will_show = after.relations.resolve(slug).target
            expected = shown and (new if shown.slug == old else shown.slug)
            if shown and will_show and will_show.slug != expected:
                msg = (
                    f"the site would show {will_show.slug} where {program.facts.slug} names {slug}, "
                    "which it contains; choose another slug"
                )
                raise ProgramNameError(msg)


def check_shown(slug: str, catalogue: Catalogue) -> None:
    """Refuse a slug for which the site shows another program, which comes earlier and contains it.

    Raises ProgramNameError.
    """
    shown = catalogue.relations.resolve(slug).target
    if shown is not None and shown.slug != slug:
        msg = f"for the slug {slug} the site would show {shown.slug}, which contains it; choose another slug"
        raise ProgramNameError(msg)


def with_program(catalogue: Catalogue, program: ProgramFile) -> Catalogue:
    """Return the catalogue with one program more."""
    return Catalogue((*catalogue, program), catalogue.root, catalogue.skipped)
