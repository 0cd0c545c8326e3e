"""RES903: two kinds of apostrophes."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program, small_catalogue
from resilify_cli.content.edits import edited
from resilify_cli.diagnostics import Span
from resilify_cli.rules import find_rule
from resilify_cli.rules._runner import ValidateOptions, validate
from rule_findings import MEDIA, found, found_by

RULE = find_rule("RES903")


@pytest.mark.parametrize(
    ("text", "span", "after", "message"),
    [
        (
            program("title: It’s a Week that’s Calm\noverview: '<p>It''s</p>'\n"),
            Span(7, 17, 7, 19),
            program("title: It’s a Week that’s Calm\noverview: '<p>It’s</p>'\n"),
            "this apostrophe is straight, as 1 of the program's 3; the others are curly",
        ),
        (
            program("title: It's a Week that's Calm\noverview: \"<p>It&rsquo;s</p>\"\n"),
            Span(7, 17, 7, 24),
            program("title: It's a Week that's Calm\noverview: \"<p>It's</p>\"\n"),
            "this apostrophe is curly, as 1 of the program's 3; the others are straight",
        ),
    ],
)
def test_the_rarer_kind_is_found_and_made_the_other(
    text: str, span: Span, after: str, message: str, tmp_path: Path
) -> None:
    """Once for each file, where it stands first; and not by default."""
    assert [] == found(text, tmp_path)
    (finding,) = validate(small_catalogue(tmp_path, text), ValidateOptions((RULE,), MEDIA))
    assert ("RES903", span, message) == (finding.code, finding.span, finding.message)
    assert finding.severity == "info"
    assert finding.fix is not None
    assert finding.fix.safe
    assert after == edited(text, [(edit.extent, edit.content) for edit in finding.fix.edits])
    assert [] == found_by(RULE, after, tmp_path)


def test_all_of_the_rarer_kind_change_together(tmp_path: Path) -> None:
    """In whatever field they stand."""
    session = "sessions:\n  session:\n    - title: Don’t\n      overview: You’re fine.\n"
    text = program("title: It's Anne's Week, isn't It\n" + session)
    (finding,) = validate(small_catalogue(tmp_path, text), ValidateOptions((RULE,), MEDIA))
    assert finding.fix is not None
    assert ["'", "'"] == [edit.content for edit in finding.fix.edits]


@pytest.mark.parametrize(
    "change",
    [
        "title: It's a Week that's Calm\n",
        "title: It’s a Week\ntags:\n  - rock 'n' roll\n",
        "title: It’s a ‘Calm’ Week\n",
    ],
)
def test_one_kind_alone_is_fine(change: str, tmp_path: Path) -> None:
    """Quotation marks are none."""
    assert [] == found_by(RULE, program(change), tmp_path)


def test_citations_are_not_looked_at(tmp_path: Path) -> None:
    """They are set as others have set them."""
    references = "references:\n  - title: A child's sleep\n    reference: Doe's Notes (2010).\n    image: /img/card-1.png\n"
    assert [] == found_by(RULE, program("title: It’s a Week\n" + references), tmp_path)
