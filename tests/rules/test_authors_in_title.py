"""RES542: the authors of a work in its title."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factory import program
from resilify_cli.rules._registry import find_rule
from rule_findings import findings, found_by, mended, told, weighed

RULE = find_rule("RES542")


def titled(title: str, citation: str = "Journal of Rest, 3, 1–9.") -> str:
    """Return a program with a reference whose title begins at column 13 of line 23."""
    return program(
        f'references:\n  - title: "{title}"\n    reference: "{citation}"\n'
        "    link: https://example.org/sleep\n    image: /img/card-1.png\n"
    )


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("Doe, J., & Roe, R. (2010). A study of sleep", "Doe, J., & Roe, R. (2010)."),
        ("Doe, J. (2010). A study of sleep", "Doe, J. (2010)."),
        ("Doe, J. (n.d.). A study of sleep", "Doe, J. (n.d.)."),
        ("Doe, J. K., van der Roe, R., Øre, Å. A study of sleep", "Doe, J. K., van der Roe, R., Øre, Å."),
        ("Doe J, Roe RS. A study of sleep", "Doe J, Roe RS."),
        ("A study of sleep. Doe J, O’Roe RS.", "Doe J, O’Roe RS."),
        ("How to sleep? Doe J, Roe R, et al.", "Doe J, Roe R, et al."),
        ("A study of sleep. Doe J, et al.", "Doe J, et al."),
    ],
)
def test_a_list_of_authors_is_found(title: str, authors: str, tmp_path: Path) -> None:
    """At either end of the title, as the two great styles write it."""
    [finding] = findings(titled(title), tmp_path)
    found = finding.source[finding.span.column - 1 : finding.span.end_column - 1]
    assert ("RES542", authors) == (finding.code, found.rstrip())
    message = f"{authors!r} belongs to the citation, and stands in the title"
    assert [(message, "leave only the title here")] == told(titled(title), tmp_path)
    assert [("RES542", "warning")] == weighed(titled(title), tmp_path)
    assert finding.fix is None


@pytest.mark.parametrize(
    ("title", "citation", "left"),
    [
        ("A study of sleep. Doe J, Roe R.", "Doe J, Roe R. Rest. 2010;1:2.", "A study of sleep."),
        ("Doe J, Roe R. A study of sleep", "Doe J, Roe R. Rest. 2010;1:2.", "A study of sleep"),
        ("A study of sleep. Jo Doe, Rae Roe.", "Jo Doe, Rae Roe.", "A study of sleep."),
    ],
)
def test_what_the_citation_has_is_taken_out(title: str, citation: str, left: str, tmp_path: Path) -> None:
    """Nothing is lost with it; also where the whole citation stands there once more."""
    text = titled(title, citation)
    after = titled(left, citation)
    assert ("takes it out of the title", after, False) == mended(text, tmp_path, "RES542")


def test_a_title_that_is_the_citation_has_no_fix(tmp_path: Path) -> None:
    """Nothing would be left."""
    text = titled("Jo Doe, Rae Roe, 2010.", "Jo Doe, Rae Roe, 2010.")
    [finding] = findings(text, tmp_path)
    assert ("RES542", None) == (finding.code, finding.fix)


@pytest.mark.parametrize(
    ("title", "citation"),
    [
        ("Beck's cognitive therapy", "Beck, J. (2010)."),
        ("Type A, Type B. A study of tempers", "Doe, J. (2010)."),
        ("Bipolar I, Bipolar II. What differs", "Doe, J. (2010)."),
        ("Axis I, Cluster II. A study", "Doe, J. (2010)."),
        ("Sleep, D. H. Lawrence and the night", "Doe, J. (2010)."),
        ("Freud, Jung, and Adler. A history", "Doe, J. (2010)."),
        ("Is CBT better? DBT, ACT and MBSR.", "Doe, J. (2010)."),
        ("World Health Organization guidelines on sleep", "World Health Organization."),
        ("Sleep in the Journal of Rest", "Journal of Rest."),
        ("Gratitude", "Gratitude."),
        ("Understanding OCD, Treating BPD. A guide", "Doe, J. (2010)."),
        ("A study of sleep", "Doe, J. (2010). A study of sleep."),
    ],
)
def test_names_that_belong_to_a_title_are_fine(title: str, citation: str, tmp_path: Path) -> None:
    """One name, kinds and numbers, institutions; and a citation may repeat the title."""
    assert [] == found_by(RULE, titled(title, citation), tmp_path)


@pytest.mark.parametrize("piece", ["A", "A ", "Ab A, ", "Ab, A., ", "Ab, A.", ". ", "van ", "Ab-", "Ab A"])
def test_long_titles_take_no_time(piece: str, tmp_path: Path) -> None:
    """Whatever stands in them, a hundred thousand characters of it."""
    text = titled(piece * (100_000 // len(piece)))
    start = time.perf_counter()
    found_by(RULE, text, tmp_path)
    assert time.perf_counter() - start < 10
