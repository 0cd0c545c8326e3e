"""RES901: a title that is not capitalised as the others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, small_catalogue
from resilify_cli.diagnostics import Diagnostic
from resilify_cli.rules import find_rule
from resilify_cli.rules._runner import ValidateOptions, validate
from rule_findings import MEDIA, found

RULE = find_rule("RES901")
TITLES = ("Looking at Your Week", "Letting Go of Worry", "Planning Small Steps")
SENTENCES = ("Looking at your week", "Letting go of worry", "Planning small steps")


def sessions(*titles: str) -> str:
    """Return a program with sessions of some titles, on lines 13, 15 and so on."""
    return program(
        "sessions:\n  session:\n"
        + "".join(f'    - title: "{title}"\n      overview: A start.\n' for title in titles)
    )


def judged(text: str, folder: Path) -> list[Diagnostic]:
    """Return what the rule alone finds."""
    return validate(small_catalogue(folder, text), ValidateOptions((RULE,), MEDIA))


@pytest.mark.parametrize("odd", ["Finding time for rest", "Finding Time for rest", "A new Start: Rest"])
def test_small_letters_among_capitals_are_found(odd: str, tmp_path: Path) -> None:
    """With the title as it should be, which is a guess; and not by default."""
    text = sessions(*TITLES, odd)
    assert [] == found(text, tmp_path)
    (finding,) = judged(text, tmp_path)
    message = "in most session titles of this program every important word begins with a capital, but not in this one"
    assert ("RES901", 19, message, "info") == (
        finding.code,
        finding.span.line,
        finding.message,
        finding.severity,
    )
    meant = odd.replace("time", "Time").replace("rest", "Rest").replace("new", "New")
    assert f"write {meant}" == finding.help
    assert finding.fix is not None
    assert (f'"{meant}"', False) == (finding.fix.edits[0].content, finding.fix.safe)
    assert [] == judged(sessions(*TITLES, meant), tmp_path)


def test_capitals_among_small_letters_are_found(tmp_path: Path) -> None:
    """Which of them are names nobody can know, so that there is no fix."""
    (finding,) = judged(sessions(*SENTENCES, "Finding Time for Rest"), tmp_path)
    message = "in most session titles of this program only the first word begins with a capital, but not in this one"
    assert (message, "write it as the others are", None) == (finding.message, finding.help, finding.fix)


@pytest.mark.parametrize(
    "titles",
    [
        (*TITLES, "Rest"),
        (*TITLES, "Rest with CBT and mHealth"),
        (*TITLES, "What Is It about?"),
        (*SENTENCES, "Living with Parkinson"),
        (*SENTENCES, "Rest: An end"),
        (*SENTENCES[:2], "Planning Small Steps"),
        (*TITLES, *SENTENCES),
    ],
)
def test_what_may_be_meant_so_is_fine(titles: tuple[str, ...], tmp_path: Path) -> None:
    """Small words, acronyms, one name, the beginning of a second part; and lists without a clear rule."""
    assert [] == judged(sessions(*titles), tmp_path)
