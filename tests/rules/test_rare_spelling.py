"""RES532: a word that stands once, one slip away from one that stands often."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factory import catalogue, program
from resilify_cli.diagnostics import Diagnostic
from resilify_cli.rules._registry import find_rule
from resilify_cli.rules._runner import ValidateOptions, validate


def findings(
    overview: str, often: str, folder: Path, *, times: int = 2, programs: int = 3
) -> list[Diagnostic]:
    """Return what the rule finds in a program, where others have a word so many times each."""
    files = {
        f"p{number}.md": program(f"sequence: {number + 1}\noverview: <p>{' '.join([often] * times)}.</p>\n")
        for number in range(programs)
    }
    files["tested.md"] = program(f"sequence: 99\noverview: <p>{overview}</p>\n")
    return validate(catalogue(folder, files), ValidateOptions((find_rule("RES532"),)))


@pytest.mark.parametrize(
    ("rare", "often"),
    [
        ("reslience", "resilience"),
        ("resiliience", "resilience"),
        ("reisilience", "resilience"),
        ("reislience", "resilience"),
        ("commmunity", "community"),
        ("buletin", "bulletin"),
        ("patinet", "patient"),
    ],
)
def test_a_slip_of_a_frequent_word_is_found(rare: str, often: str, tmp_path: Path) -> None:
    """A letter missing, too many, or another vowel in a long word; in a shorter one, letters doubled or swapped."""
    [finding] = findings(f"Some {rare} is here.", often, tmp_path)
    assert (7, 19, 19 + len(rare)) == (finding.span.line, finding.span.column, finding.span.end_column)
    message = f"{rare!r} stands once in the catalogue, and {often!r} often"
    assert (message, f"did you mean {often}?", "info") == (
        finding.message,
        finding.help,
        finding.severity.value,
    )
    assert finding.fix is None


@pytest.mark.parametrize(
    ("rare", "often"),
    [
        ("challenged", "challenges"),
        ("difficulty", "difficulties"),
        ("managers", "manages"),
        ("parentheses", "parenthesis"),
        ("affected", "effected"),
        ("feeding", "feeling"),
        ("reading", "breading"),
        ("medication", "meditation"),
        ("identity", "identify"),
        ("casual", "causal"),
        ("behaviour", "behavior"),
        ("behavioural", "behavioral"),
        ("organised", "organized"),
        ("counselling", "counseling"),
        ("travellers", "travelers"),
        ("focussing", "focusing"),
        ("paediatric", "pediatric"),
        ("practised", "practiced"),
        ("judgemental", "judgmental"),
        ("likeable", "likable"),
        ("centred", "centered"),
        ("impostors", "imposters"),
        ("soothing", "something"),
        ("resilianse", "resilienze"),
        ("stress", "stresss"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
def test_two_words_are_fine(rare: str, often: str, turned: bool, tmp_path: Path) -> None:  # noqa: FBT001 - which is the rare one
    """Other forms of a word, other words, British and American spelling, whichever is the rare one; short words."""
    if turned:
        rare, often = often, rare
    assert [] == findings(f"Some {rare} is here.", often, tmp_path)


@pytest.mark.parametrize(
    "overview",
    [
        "Dr Reslience is here.",
        "The RESLIENCE scale.",
        "See https://example.org/reslience for more.",
        "Mail to reslience@example.org today.",
        "Some reslience here, and more reslience there.",
    ],
)
def test_names_addresses_and_words_used_again_are_fine(overview: str, tmp_path: Path) -> None:
    """A capital inside a sentence, capitals throughout; twice is meant."""
    assert [] == findings(overview, "resilience", tmp_path)


def test_a_capital_at_the_beginning_or_in_a_title_makes_no_name(tmp_path: Path) -> None:
    """There every word may have one."""
    [at_the_beginning] = findings("Reslience is here.", "resilience", tmp_path / "a")
    [in_a_title] = findings("Rest.</p>\ntitle: <p>On Reslience", "resilience", tmp_path / "b")
    assert (7, 14) == (at_the_beginning.span.line, at_the_beginning.span.column)
    assert (3, 14) == (in_a_title.span.line, in_a_title.span.column)


@pytest.mark.parametrize(("times", "programs"), [(1, 5), (10, 2)])
def test_the_other_word_must_stand_often(times: int, programs: int, tmp_path: Path) -> None:
    """Many times, and in several programs."""
    assert [] == findings("Reslience is here.", "resilience", tmp_path, times=times, programs=programs)
    assert findings("Reslience is here.", "resilience", tmp_path / "more", times=2, programs=5)


def test_many_words_take_no_time(tmp_path: Path) -> None:
    """Words are looked up by what is left of them without a letter, not compared two by two."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [f"{a}{b}{c}xyzation" for a in letters for b in letters for c in letters[:10]]
    often, rare = " ".join(words), " ".join(f"{word[:3]}{word[4:]}" for word in words)
    files = {f"p{n}.md": program(f"sequence: {n + 1}\noverview: <p>{often} {often}</p>\n") for n in range(3)}
    programs = catalogue(tmp_path, {**files, "p9.md": program(f"sequence: 9\noverview: <p>{rare}</p>\n")})
    first = next(iter(programs))
    start = time.perf_counter()
    assert [] == validate(programs, ValidateOptions((find_rule("RES532"),)), only=[first])
    assert time.perf_counter() - start < 10


def test_a_common_misspelling_is_left_to_its_own_rule(tmp_path: Path) -> None:
    """RES531 says what to write, and one fault is told once."""
    assert [] == findings("Some comunity is here.", "community", tmp_path)
