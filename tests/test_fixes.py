"""Fixes are applied until none is left, and written wholly or not at all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factory import program, small_catalogue
from resilify_cli.catalogue import Catalogue
from resilify_cli.content.edits import SetText
from resilify_cli.diagnostics import Diagnostic, Severity
from resilify_cli.errors import FileChangedError
from resilify_cli.fixes import Mended, mend, write
from resilify_cli.rules import Rule, ValidateOptions, validate
from resilify_cli.rules._base import Finding, Repair, Subject

CITATION = "references:\n  - title: A\n    reference: Doe. doi:10.1000/182.\n    image: /img/card-1.png\n"


def rule(code: str, old: str, new: str, *, safe: bool = True, extra: tuple[SetText, ...] = ()) -> Rule:
    """Make a rule that wants a text in the title to be another."""

    def check(subject: Subject) -> list[Finding]:
        start = (subject.facts.title or "").find(old)
        if start < 0:
            return []
        step = SetText(("title",), new, (start, start + len(old)))
        return [Finding(old, ("title",), repair=Repair(f"writes {new}", (step, *extra), safe))]

    return Rule(code, code.lower(), Severity.WARNING, check)


def mended(tmp_path: Path, *rules: Rule, unsafe: bool = False, title: str = "one two three") -> Mended:
    """Mend one program by some rules."""
    catalogue = small_catalogue(tmp_path, program(f"title: {title}\n"))

    def check(catalogue: Catalogue) -> list[Diagnostic]:
        return validate(catalogue, ValidateOptions(rules), only=[catalogue.find("a-calmer-week")])

    return mend(catalogue, check, unsafe=unsafe)


def titles(result: Mended) -> list[str | None]:
    """Return the titles of the files that changed."""
    return [after.values["title"] for _, after in result.files]


def test_fixes_of_one_value_are_applied_together(tmp_path: Path) -> None:
    """Two parts of one title, in one pass."""
    result = mended(tmp_path, rule("RES998", "one", "1"), rule("RES999", "three", "3"))
    assert (["1 two 3"], 2, []) == (titles(result), len(result.applied), result.left)


def test_fixes_that_overlap_wait_for_their_turn(tmp_path: Path) -> None:
    """The second is applied to what the first has made, if it still stands."""
    result = mended(tmp_path, rule("RES998", "one two", "one  two"), rule("RES999", "two three", "2"))
    assert ["one  2"] == titles(result)


def test_a_fix_may_call_forth_another(tmp_path: Path) -> None:
    """Until nothing changes."""
    result = mended(tmp_path, rule("RES998", "one", "uno"), rule("RES999", "uno", "1"))
    assert (["1 two three"], True) == (titles(result), result.is_settled)


def test_fixes_without_end_are_given_up(tmp_path: Path) -> None:
    """Two rules that undo each other do not run for ever, and it is told."""
    result = mended(tmp_path, rule("RES998", "one", "1"), rule("RES999", "1", "one"))
    assert not result.is_settled


def test_good_guesses_are_made_only_when_asked(tmp_path: Path) -> None:
    """An unsafe fix needs its own word."""
    guess = rule("RES998", "one", "1", safe=False)
    assert ([], 1) == (titles(mended(tmp_path, guess)), len(mended(tmp_path, guess).left))
    assert ["1 two three"] == titles(mended(tmp_path, guess, unsafe=True))


def test_a_fix_that_cannot_be_written_is_withdrawn(tmp_path: Path) -> None:
    """A finding keeps no fix of which not all steps can be taken, and says so."""
    impossible = rule("RES998", "one", "1", extra=(SetText(("nowhere", "at"), "x"),))
    (finding,) = mended(tmp_path, impossible).left
    assert (None, True) == (finding.fix, finding.is_withdrawn)


def test_bytes_that_are_no_text_are_never_written(tmp_path: Path) -> None:
    """A file that is not UTF-8 could not be written back as it was."""
    catalogue = small_catalogue(tmp_path, program(CITATION).encode().replace(b"Doe.", b"Do\xe9."))
    findings = validate(catalogue)
    assert {"RES110", "RES412"} <= {finding.code for finding in findings}
    assert {(None, False)} == {(finding.fix, finding.is_withdrawn) for finding in findings}


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """Whoever saved it last wins."""
    catalogue = small_catalogue(tmp_path, program(CITATION))
    ((before, after),) = mend(catalogue, validate).files
    path = tmp_path / "a-calmer-week.md"
    path.write_bytes(path.read_bytes() + b"more\n")
    with pytest.raises(FileChangedError, match="changed meanwhile"):
        write(before, after)
    assert path.read_bytes().endswith(b"more\n")
    assert not list(tmp_path.glob(".resilify*"))


def test_what_is_written_is_the_edit_and_nothing_else(tmp_path: Path) -> None:
    """A byte order mark, CRLF, comments and a missing line feed at the end stay."""
    text = ("\ufeff" + program(CITATION).replace("title: A C", "# why\ntitle:   A C")).replace("\n", "\r\n")[
        :-2
    ]
    catalogue = small_catalogue(tmp_path, text)

    def check(catalogue: Catalogue) -> list[Diagnostic]:
        return [finding for finding in validate(catalogue) if finding.code == "RES412"]

    ((before, after),) = mend(catalogue, check).files
    write(before, after)
    link = "    link: https://doi.org/10.1000/182\r\n"
    expected = text.replace("10.1000/182.\r\n", f"10.1000/182.\r\n{link}")
    assert expected.encode() == (tmp_path / "a-calmer-week.md").read_bytes()


def test_of_a_huge_file_not_every_fix_is_planned_at_once(tmp_path: Path) -> None:
    """Each fix is proved by reading the file again, which must not take hours; the others come in the next pass."""
    tags = "".join(f"  - 'a{number} '\n" for number in range(40)) + "".join("  # x\n" for _ in range(150_000))
    catalogue = small_catalogue(tmp_path, program(f"tags:\n{tags}"))
    only = [catalogue.find("a-calmer-week")]
    found = [finding for finding in validate(catalogue, only=only) if finding.code == "RES501"]
    planned = [finding for finding in found if finding.fix]
    assert (40, True) == (len(found), 0 < len(planned) < 40)
    assert not any(finding.is_withdrawn for finding in found)


def test_thousands_of_fixes_of_one_file_take_no_hours(tmp_path: Path) -> None:
    """Each is held against its neighbours, not against all others."""
    tags = "".join(f"  - 'a{number} '\n" for number in range(1500))
    catalogue = small_catalogue(tmp_path, program(f"tags:\n{tags}"))
    findings = validate(catalogue, only=[catalogue.find("a-calmer-week")])
    spaces = [finding for finding in findings if finding.code == "RES501" and finding.fix]
    start = time.process_time()
    result = mend(catalogue, lambda c: spaces if c is catalogue else [])
    assert time.process_time() - start < 5
    assert len(spaces) == len(result.applied) > 300
