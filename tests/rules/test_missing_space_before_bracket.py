"""RES505: no space before a bracket."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, titled, told, weighed


def test_an_acronym_in_brackets_stands_apart(tmp_path: Path) -> None:
    """At the bracket, which gets its space."""
    text = titled("Rest with Cognitive Therapy(CT)")
    assert [("RES505", Span(3, 35, 3, 36))] == found(text, tmp_path)
    message = "no space stands before a bracket of this text"
    assert [(message, "write a space before it")] == told(text, tmp_path)
    assert [("RES505", "warning")] == weighed(text, tmp_path)
    after = titled("Rest with Cognitive Therapy (CT)")
    assert ("adds the space", after, True) == mended(text, tmp_path, "RES505")


def test_many_of_one_text_are_one_finding(tmp_path: Path) -> None:
    """At the first; and a tag before the bracket stays where it is."""
    text = overview("<p>Rest(R1), <b>Walk</b>(W1), Breathe(B1).</p>")
    assert [("no space stands before 3 brackets of this text", "write a space before each")] == told(
        text, tmp_path
    )
    after = overview("<p>Rest (R1), <b>Walk</b> (W1), Breathe (B1).</p>")
    assert ("adds the spaces", after, True) == mended(text, tmp_path, "RES505")


@pytest.mark.parametrize(
    "text",
    [
        "Rest(and a walk) helps",
        "See Doe(2010)",
        "CBT(Cognitive Behavioral Therapy)",
        "Worry(What is it?)",
        "Therapy(CT)and more",
        "See Doe, J.(2010b)",
    ],
)
def test_names_phrases_and_years_stand_apart(text: str, tmp_path: Path) -> None:
    """Whatever is no ending of the word before."""
    assert ["RES505"] == [code for code, _ in found(telling(text), tmp_path)]


@pytest.mark.parametrize(
    "text",
    [
        "Rest (and a walk) helps",
        "Your program(s), class(es), child(ren) and friend(ship)",
        "The parent(s or carers)",
        "Being (self)(other) and (re)connecting",
        "Take f(x), log(x), Fe(II), Iron(III), GABA(A), CO(2) and 5(3)",
        "De(con)structing a bio(psycho)social model",
        "Meta(plan and do)physics",
        "Fitbit(R), Wearable(TM) and validate()",
        "Volume(2) and note[1]",
        "An open Therapy(CT",
        "The ABC(DE) model for LGBT(QI) people",
        "Section J.(a) and p.(20)",
    ],
)
def test_what_belongs_to_the_word_is_left_alone(text: str, tmp_path: Path) -> None:
    """Endings, formulas, marks, code."""
    assert {"RES505"}.isdisjoint(code for code, _ in found(telling(text), tmp_path))


@pytest.mark.parametrize(
    "citation",
    [
        "Sleep. 2012;41(2):163–173.",
        "Sleep. 2012;41(Suppl 2):S1.",
        "Lancet. doi:10.1016/S0140-6736(16)31279-X",
        "Sleep. 10.1002/abcd(199701)33:4(A1)",
    ],
)
def test_issues_and_dois_keep_their_brackets(citation: str, tmp_path: Path) -> None:
    """They belong to a number."""
    assert [] == found(citing(citation), tmp_path)
