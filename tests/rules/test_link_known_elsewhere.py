"""RES415: another program has the link of a work that is cited here without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import catalogue, other, program
from resilify_cli.content.edits import edited
from resilify_cli.diagnostics import Diagnostic, Span
from resilify_cli.rules import ValidateOptions, find_rule, validate

TITLE = "What a walk at night does to the sleep that follows"
CITATION = "Roe, R. (2015). The Journal of Walking, 3, 10–20."
LINK = "https://example.org/night-walks"


def reference(title: str = TITLE, citation: str = CITATION, link: str | None = None) -> str:
    """Return the references of a program: one, its title on line 23, its citation on line 24."""
    line = "" if link is None else f"    link: {link}\n"
    return f"references:\n  - title: {title}\n    reference: {citation}\n{line}    image: /img/card-1.png\n"


def findings(folder: Path, here: str, *elsewhere: str) -> list[Diagnostic]:
    """Return what the rule finds in a program, where others have references of their own."""
    files = {"a-calmer-week.md": program(here), "quiet-evenings.md": other("quiet-evenings")}
    for number, references in enumerate(elsewhere):
        files[f"other-{number}.md"] = program(f"title: Other {number}\nsequence: {number + 20}\n{references}")
    return validate(catalogue(folder, files), ValidateOptions((find_rule("RES415"),)))


def test_a_work_that_another_program_links_is_found(tmp_path: Path) -> None:
    """The program and its link are named."""
    [finding] = findings(tmp_path, reference(), reference(link=LINK))
    message = "other-0 (Other 0) cites this work with a link, but here it has none; its card cannot be opened"
    assert ("warning", Span(23, 12, 23, 63), message, f"write link: {LINK}") == (
        finding.severity.value,
        finding.span,
        finding.message,
        finding.help,
    )


@pytest.mark.parametrize(
    ("here", "elsewhere", "is_safe"),
    [
        (reference(), [reference(link=LINK)], True),
        (reference(link='""'), [reference(link=LINK)], True),
        (reference(TITLE.upper()), [reference(citation=f"{CITATION[:-1]}", link=LINK)], True),
        (reference(), [reference(link=LINK), reference(link=LINK)], True),
        (reference(), [reference(citation="Roe (2015).", link=LINK)], False),
        (reference(TITLE[:20]), [reference(link=LINK)], False),
    ],
)
def test_the_link_is_added(here: str, elsewhere: list[str], is_safe: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """That is safe where title and citation agree, marks and case aside."""
    [finding] = findings(tmp_path, here, *elsewhere)
    assert finding.fix is not None
    assert is_safe is finding.fix.safe
    text = program(here)
    after = edited(text, [(edit.extent, edit.content) for edit in finding.fix.edits])
    assert f"    link: {LINK}\n" in after.replace(f'"{LINK}"', LINK)
    assert [] == findings(
        tmp_path,
        here.replace('link: ""', f"link: {LINK}") if '""' in here else reference(link=LINK),
        *elsewhere,
    )


def test_where_the_others_differ_there_is_no_fix(tmp_path: Path) -> None:
    """Two addresses of one DOI are the same link; two works are not."""
    links = ("https://doi.org/10.1000/ABC", "http://dx.doi.org/10.1000/abc")
    same, differ = (
        findings(tmp_path / name, reference(), reference(link=links[0]), reference(link=link))
        for name, link in (("same", links[1]), ("differ", LINK))
    )
    assert [True, False] == [found[0].fix is not None for found in (same, differ)]


def test_the_same_citation_of_another_title_is_worth_a_look(tmp_path: Path) -> None:
    """It stands at the citation."""
    [finding] = findings(tmp_path, reference("Walks"), reference(link=LINK))
    assert ("info", Span(24, 16, 24, 65)) == (finding.severity.value, finding.span)


@pytest.mark.parametrize(
    ("here", "elsewhere"),
    [
        (reference(link="https://example.org/here"), reference(link=LINK)),
        (reference(citation=f"{CITATION} doi:10.1000/182"), reference(link=LINK)),
        (reference("Guided walking", "Roe (2015)."), reference("Guided walking", "Roe (2015).", LINK)),
        (reference(citation="Roe (2014)."), reference(link=LINK)),
        (reference(), reference()),
        (reference(), reference(link="www.example.org")),
        (reference(), reference(link='""')),
    ],
)
def test_what_is_another_matter_is_left_alone(here: str, elsewhere: str, tmp_path: Path) -> None:
    """A link or a DOI that is there, a short title, another year, and no sound link elsewhere."""
    assert [] == findings(tmp_path, here, elsewhere)


def test_the_program_itself_is_no_other_one(tmp_path: Path) -> None:
    """A work that stands twice in one list is another matter."""
    twice = reference() + reference(link=LINK).removeprefix("references:\n")
    assert [] == findings(tmp_path, twice)
