"""For any program file and any fix that applies to it: what lies outside the fix stays."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from factory import OTHERS, document, other
from fix_laws import holds
from program_files import program_files
from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.content.document import Document
from resilify_cli.diagnostics import Diagnostic
from resilify_cli.facts import read_facts
from resilify_cli.fixes import mend
from resilify_cli.references.media import Media
from resilify_cli.rules import ValidateOptions, all_rules, validate

OPTIONS = ValidateOptions(all_rules(), Media(frozenset(("card-1.png",)), "static/img"))
BESIDE = [Document(other(slug), Path(f"{slug}.md")) for slug in OTHERS]


def catalogue_of(text: str) -> Catalogue:
    """Make a catalogue of a file under test and the two sound programs beside it."""
    documents = [document(text.encode()), *BESIDE]
    return Catalogue((ProgramFile(read_facts(one), one) for one in documents), Path())


def judge(catalogue: Catalogue) -> list[Diagnostic]:
    """Find what is wrong with the file under test, by every rule."""
    tested = [program for program in catalogue if program.facts.slug not in OTHERS]
    return validate(catalogue, OPTIONS, only=tested)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(program_files())
def test_outside_a_fix_everything_stays(text: str) -> None:
    """Each fix alone: the characters outside its edits are equal, and so are the values it does not speak of."""
    for finding in judge(catalogue_of(text)):
        if finding.fix:
            holds(text, finding.fix)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(program_files())
def test_all_fixes_together_come_to_an_end(text: str) -> None:
    """No two of them undo each other for ever, and none is left."""
    mended = mend(catalogue_of(text), judge, unsafe=True)
    assert mended.is_settled
    assert [] == [finding.code for finding in mended.left if finding.fix]
