"""RES504: no space behind the end of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import citing, found, mended, overview, telling, told, weighed


def test_sentences_that_run_together_are_one_finding(tmp_path: Path) -> None:
    """At the first mark; all of them are put right."""
    text = telling("Notice worry.It passes. Rest now?You may.A walk helps.")
    assert [("RES504", Span(14, 29, 14, 30))] == found(text, tmp_path)
    message = "no space follows 3 ends of sentences of this text"
    assert [(message, "write a space behind each")] == told(text, tmp_path)
    assert [("RES504", "warning")] == weighed(text, tmp_path)
    after = telling("Notice worry. It passes. Rest now? You may. A walk helps.")
    assert ("adds the spaces", after, True) == mended(text, tmp_path, "RES504")


def test_one_mark_is_called_by_what_it_does(tmp_path: Path) -> None:
    """The space goes behind the bracket that ends with the sentence."""
    text = telling("Notice it (and rest.)Then go on.")
    message = "no space follows the end of a sentence of this text"
    assert [(message, "write a space behind it")] == told(text, tmp_path)
    after = telling("Notice it (and rest.) Then go on.")
    assert ("adds the space", after, True) == mended(text, tmp_path, "RES504")


def test_a_tag_behind_the_mark_stays(tmp_path: Path) -> None:
    """The space is written before it."""
    text = overview("<p><b>Notice worry.</b>It passes.</p>")
    after = overview("<p><b>Notice worry. </b>It passes.</p>")
    assert ("adds the space", after, True) == mended(text, tmp_path, "RES504")


@pytest.mark.parametrize(
    "text",
    [
        "Rest!Then go on.",
        "Rest with CBT.The skills stay.",
        "It is the patient's.The rest is not.",
        "Notice worry.I can wait.",
        "Rest, walk, etc.Then go on.",
        "It was so in 2010.Nobody knew.",
        "A good night (or two).Then go on.",
        "She said “rest.”Then she left.",
    ],
)
def test_two_sentences_need_a_space(text: str, tmp_path: Path) -> None:
    """Behind words, acronyms, numbers, brackets and quotation marks."""
    assert ["RES504"] == [code for code, _ in found(telling(text), tmp_path)]


@pytest.mark.parametrize(
    "citation",
    [
        "Doe, J. (2014).Title of it",
        "Sleep. 2010;3:1.Available online",
        "Doe J, et al.Sleep. 2010.",
        "Sleep. 2010.Accessed",
    ],
)
def test_the_parts_of_a_citation_need_a_space(citation: str, tmp_path: Path) -> None:
    """Behind the year, the pages, the authors."""
    assert ["RES504"] == [code for code, _ in found(citing(citation), tmp_path)]


@pytest.mark.parametrize(
    "text",
    [
        "Notice worry. It passes.",
        "The books of J.K. Rowling and J.R.R.Tolkien",
        "Jane Doe Ph.D, Richard Roe Psy.D and Mary Poe BSc.Hons",
        "Made in the U.S.A for you",
        "Rest, e.g. Sundays, i.e.Sundays",
        "Ask Dr.Doe at St.John in vol.II",
        "Learn Node.js, Vue.JS and ASP.NET",
        "Open Worksheet.PDF or worksheet.Docx",
        "Visit Example.Com or example.org/Worry.Rest or calm.app/Start",
        "Write to jane.Doe@example.org",
        "Version v2.Beta and 2.5 of it",
        "Wait...Then go on, and..Then",
        "Call sleep.Rest() or a_b.Cd or f().Then",
        "Behav.Res.Ther. is a journal",
        "Stop at 5 p.m. and rest",
        "See note.A4 and image.I2",
    ],
)
def test_what_looks_like_the_end_of_a_sentence_is_left_alone(text: str, tmp_path: Path) -> None:
    """Initials, degrees, abbreviations, files, addresses, versions, ellipses, code."""
    assert {"RES504"}.isdisjoint(code for code, _ in found(telling(text), tmp_path))


def test_a_doi_keeps_its_stops(tmp_path: Path) -> None:
    """Also where capitals follow them."""
    assert [] == found(citing("Doe J. doi:10.1000/sleep.Ab.CD and 10.1000/x.Yz"), tmp_path)
