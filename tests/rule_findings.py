"""What the rules find in a file under test, in the shapes that tests compare."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from factory import as_yaml, catalogue, program, small_catalogue
from resilify_cli.content.edits import edited
from resilify_cli.diagnostics import Diagnostic, Span
from resilify_cli.references.media import Media
from resilify_cli.rules._base import Rule
from resilify_cli.rules._registry import select_rules
from resilify_cli.rules._runner import ValidateOptions, validate

SLUG: Final = "a-calmer-week"
MEDIA: Final = Media(frozenset(("card-1.png", "card-2.png")), "static/img")
APART: Final = ValidateOptions(select_rules(ignore=["orphan-program"]), MEDIA)
"""Look for everything usual in files that do not link to each other."""


def findings(text: str | bytes, folder: Path, media: Media | None = MEDIA) -> list[Diagnostic]:
    """Return all findings of all rules in one file, which has two sound programs beside it."""
    programs = small_catalogue(folder, text)
    tested = [program for program in programs if program.facts.slug == SLUG]
    assert tested, "the file under test is no program"
    return validate(programs, ValidateOptions(media=media), only=tested)


def found(text: str | bytes, folder: Path, media: Media | None = MEDIA) -> list[tuple[str, Span]]:
    """Return the code and the place of everything found in one file."""
    return [(finding.code, finding.span) for finding in findings(text, folder, media)]


def told(text: str | bytes, folder: Path) -> list[tuple[str, str | None]]:
    """Return the message and the help of everything found in one file."""
    return [(finding.message, finding.help) for finding in findings(text, folder)]


def weighed(text: str | bytes, folder: Path) -> list[tuple[str, str]]:
    """Return the code and the severity of everything found in one file."""
    return [(finding.code, finding.severity.value) for finding in findings(text, folder)]


def mended(text: str | bytes, folder: Path, code: str) -> tuple[str, str, bool]:
    """Return the one fix that a rule proposes for a file: its message, the file after it, and whether it is safe."""
    fixes = [finding.fix for finding in findings(text, folder) if finding.code == code]
    assert len(fixes) == 1, fixes
    fix = fixes[0]
    assert fix is not None, "the finding has no fix"
    source = text if isinstance(text, str) else text.decode()
    return fix.message, edited(source, [(edit.extent, edit.content) for edit in fix.edits]), fix.safe


def found_among(files: Mapping[str, str | bytes], folder: Path) -> list[tuple[str, str, Span]]:
    """Return what is found in a catalogue of several files: the file's path below the folder, code and place.

    That nothing links to them is not told: each would have to name the others.
    """
    diagnostics = validate(catalogue(folder, files), APART)
    return [(Path(d.path).relative_to(folder).as_posix(), d.code, d.span) for d in diagnostics]


def found_by(rule: Rule, text: str, folder: Path) -> list[tuple[str, Span]]:
    """Return what one rule alone finds in a catalogue of one file and the two sound programs."""
    diagnostics = validate(small_catalogue(folder, text), ValidateOptions((rule,), MEDIA))
    return [(finding.code, finding.span) for finding in diagnostics]


def reference(*lines: str) -> str:
    """Return a program with one reference: its title on line 23, the given lines from line 24 on."""
    return program("references:\n  - title: A study of sleep\n" + "".join(f"    {line}\n" for line in lines))


def related(*pairs: tuple[str, str]) -> str:
    """Return a program with related programs, given as title and slug: the slugs on lines 21, 23 and so on."""
    entries = (f"    - title: {title}\n      slug: {slug}\n" for title, slug in pairs)
    return program("relatedpost:\n  program:\n" + "".join(entries))


def titled(title: str) -> str:
    """Return a program with a title, on line 3."""
    return program(f"title: {as_yaml(title)}\n")


def telling(text: str) -> str:
    """Return a program with one session, whose overview is a text, on line 14."""
    return program(f"sessions:\n  session:\n    - title: One\n      overview: {as_yaml(text)}\n")


def overview(html: str) -> str:
    """Return a program with an overview, on line 7."""
    return program(f"overview: {as_yaml(html)}\n")


def citing(citation: str, title: str = "A study of sleep") -> str:
    """Return a program with one reference: the title of the work on line 23, the citation on line 24."""
    lines = (f"title: {as_yaml(title)}", f"reference: {as_yaml(citation)}", "link: https://example.org/sleep")
    return program(
        "references:\n  - " + "".join(f"{line}\n    " for line in (*lines, "image: /img/card-1.png")).rstrip()
    )
