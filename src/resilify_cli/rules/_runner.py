"""Run rules over the programs of a catalogue, and place what they find."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilify_cli.content.edits import plan
from resilify_cli.diagnostics import Diagnostic, Edit, Fix, field_text
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._registry import select_rules

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.content.document import Document
    from resilify_cli.references.media import Media


@dataclass(frozen=True, slots=True)
class ValidateOptions:
    """What to look for, and against what: rules (None: those on by default), and the media folder if one is known."""

    rules: tuple[Rule, ...] | None = None
    media: Media | None = None


def validate(
    catalogue: Catalogue,
    options: ValidateOptions = ValidateOptions(),
    *,
    only: Collection[ProgramFile] | None = None,
    advance: Callable[[], None] = lambda: None,
) -> list[Diagnostic]:
    """Return what is wrong with the programs, sorted by file and place; `only` limits whose findings are told.

    The whole catalogue is looked at all the same. `advance` is called after each program.
    """
    rules = select_rules() if options.rules is None else options.rules
    found: list[Diagnostic] = []
    for program in catalogue if only is None else only:
        subject = Subject(program, catalogue, options.media)
        found += _examine(subject, rules)
        advance()
    return sorted(found, key=lambda d: (d.path, d.span, d.code, d.message))


def _examine(subject: Subject, rules: tuple[Rule, ...]) -> Iterator[Diagnostic]:
    for rule in rules:
        for finding in rule.check(subject):
            yield place(subject.program, rule, finding)


def place(program: ProgramFile, rule: Rule, finding: Finding) -> Diagnostic:
    """Say where in the file a finding stands."""
    document = program.document
    if finding.extent is not None:
        span = document.span(*finding.extent)
    else:
        start, end = finding.within or (None, None)
        span = document.locate(finding.at, start, end, finding.on)
    return Diagnostic(
        code=rule.code,
        rule=rule.name,
        severity=finding.severity or rule.severity,
        message=finding.message,
        path=program.facts.path,
        span=span,
        help=finding.help,
        field=field_text(finding.at) or None,
        program=program.facts.slug,
        fix=_fix(document, finding.repair),
        source=document.line(span.line),
    )


def _fix(document: Document, repair: Repair | None) -> Fix | None:
    """Turn what would put a finding right into edits of the file, where that can be done for sure."""
    planned = plan(document, repair.steps) if repair and document.is_utf8 else None
    if repair is None or planned is None:
        return None
    edits = tuple(Edit(document.span(*extent), content, extent) for extent, content in planned[0])
    return Fix(repair.message, edits, repair.is_safe, planned[1])
