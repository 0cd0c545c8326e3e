"""RES506: two words run together."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factory import BASE, catalogue, fenced, program
from resilify_cli.diagnostics import Diagnostic, Span
from resilify_cli.rules._registry import find_rule
from resilify_cli.rules._runner import ValidateOptions, validate
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed

WORDS = (
    "Worry and anxiety disorders of this kind, with CBT for you. Feel better, get help, face it in time, point by power. "
    "A compass, a strength, a tube. Cognitive therapy (CBT) for everyone, and PTSD. In a van."
)


def findings(text: str, folder: Path) -> list[Diagnostic]:
    """Return what the rule finds in a session's text, in a catalogue that has the words above elsewhere."""
    other = program(
        f"title: Other\nsequence: 8\nprogramId: 22222222-2222-4222-8222-222222222222\noverview: {WORDS}\n"
    )
    programs = catalogue(folder, {"a-calmer-week.md": telling(text), "other.md": other})
    return validate(programs, ValidateOptions((find_rule("RES506"),)))


@pytest.mark.parametrize(
    ("text", "run", "words"),
    [
        ("Notice anxietyThis week", "anxietyThis", "anxiety This"),
        ("Rest with CBTfor everyone", "CBTfor", "CBT for"),
        ("Rest with therapyCBT now", "therapyCBT", "therapy CBT"),
        ("Rest with TherapyCBT now", "TherapyCBT", "Therapy CBT"),
        ("Easing AnxietyDisorders", "AnxietyDisorders", "Anxiety Disorders"),
        ("On anxietyThisWeek", "anxietyThisWeek", "anxiety This Week"),
        ("With anxiety’sHelp", "anxiety’sHelp", "anxiety’s Help"),
    ],
)
def test_words_that_stand_elsewhere_are_told_apart(text: str, run: str, words: str, tmp_path: Path) -> None:
    """By the change from small to capital letters, or back behind an acronym."""
    folder = tmp_path
    [finding] = findings(text.replace("Week", "Help"), folder)
    run, words = run.replace("Week", "Help"), words.replace("Week", "Help")
    assert f"{run} is {len(words.split())} words run together" == finding.message
    assert (f"write {words}", "warning") == (finding.help, finding.severity.value)
    assert finding.fix is not None
    assert (f"writes {words}", "’s" in run) == (finding.fix.message, finding.fix.safe)


def test_the_whole_run_is_pointed_at(tmp_path: Path) -> None:
    """An s behind an apostrophe leaves no doubt, so that the fix is safe, also in a citation."""
    text = titled("The Rest of Resilify'sCBT Week")
    assert [("RES506", Span(3, 20, 3, 33))] == found(text, tmp_path)
    assert [("Resilify'sCBT is 2 words run together", "write Resilify's CBT")] == told(text, tmp_path)
    assert [("RES506", "warning")] == weighed(text, tmp_path)
    after = titled("The Rest of Resilify's CBT Week")
    assert ("writes Resilify's CBT", after, True) == mended(text, tmp_path, "RES506")
    assert ["RES506"] == [code for code, _ in found(citing("Doe J. Sleep'sBest. 2010."), tmp_path)]


def test_a_guess_is_not_safe(tmp_path: Path) -> None:
    """The words may be a name that nobody knows."""
    text = overview("<p>Notice worryThat passes. That is all.</p>")
    after = overview("<p>Notice worry That passes. That is all.</p>")
    assert ("writes worry That", after, False) == mended(text, tmp_path, "RES506")


@pytest.mark.parametrize(
    "text",
    [
        "McDonald, MacLeod, DeRubeis, LeDoux, VanDyke, vanHelp, O'Brien, D'sHelp",
        "YouTube, PubMed, PsycINFO, iPhone, JavaScript, BetterHelp, FaceTime, PowerPoint, HelpCBT, myStrength, myCompass",
        "eHealth, mHealth, iCBT, pH, mRNA, tDCS, PTSDs",
        "PhD, BSc, MSc, DSc, DMedSci",
        "anxietyXyz, xyzThis, worryHELP, CBTing, anxiety-This, helpThis2, XYZfor",
        "https://example.org/anxietyThis",
        "anxiety This",
    ],
)
def test_names_and_brands_are_left_alone(text: str, tmp_path: Path) -> None:
    """Half of them is no word, or the halves are never neighbours."""
    assert [] == findings(text, tmp_path)


def test_the_authors_of_a_citation_are_left_alone(tmp_path: Path) -> None:
    """Even where both halves are words."""
    other = program(f"sequence: 8\noverview: {WORDS}\n")
    programs = catalogue(tmp_path, {"a.md": citing("worryThis J. Sleep. 2010."), "other.md": other})
    assert [] == validate(programs, ValidateOptions((find_rule("RES506"),)))


def test_many_unknown_runs_take_no_time(tmp_path: Path) -> None:
    """Each half is looked for once in the whole catalogue."""
    runs = " ".join(f"xq{chr(97 + i % 26)}yTube" for i in range(2000))
    other = {f"p{i}.md": fenced(BASE.replace("sequence: 7", f"sequence: {i}")) for i in range(100, 200)}
    programs = catalogue(tmp_path, {"a.md": telling(runs), **other})
    start = time.perf_counter()
    assert [] == validate(programs, ValidateOptions((find_rule("RES506"),)))
    assert time.perf_counter() - start < 5
