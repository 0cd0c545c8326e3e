"""Run rules over the programs of a catalogue, and place what they find."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from resilify_cli.content.edits import Plan, plan_each
from resilify_cli.content.files import matches
from resilify_cli.diagnostics import Diagnostic, Edit, Fix, field_text
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._registry import all_rules, select_rules
from resilify_cli.rules._suppressions import is_silenced, read_suppressions, unused

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.content.document import Document
    from resilify_cli.references.media import Media

_MOST_READ: Final = 10_000_000
"""How many characters may be read to prove the fixes of one file."""

_UNUSED: Final = "unused-suppression"


@dataclass(frozen=True, slots=True)
class PerFileIgnore:
    """Rules that are not run on the files that a glob matches: their path below `base`, a folder of it, their name."""

    glob: str
    rules: tuple[Rule, ...]
    base: Path

    def matches(self, path: Path) -> bool:
        """Tell whether a file is meant."""
        folder = os.path.relpath(_real(path.parent.absolute()), _real(self.base.absolute()))
        return matches(Path(folder, path.name).as_posix(), (self.glob,)) or fnmatch(path.name, self.glob)


@dataclass(frozen=True, slots=True)
class ValidateOptions:
    """What to look for, and against what: rules (None: those on by default), and the media folder if one is known."""

    rules: tuple[Rule, ...] | None = None
    media: Media | None = None
    per_file: tuple[PerFileIgnore, ...] = ()


def validate(
    catalogue: Catalogue,
    options: ValidateOptions = ValidateOptions(),
    *,
    only: Collection[ProgramFile] | None = None,
    advance: Callable[[list[Diagnostic]], None] = lambda _: None,
) -> list[Diagnostic]:
    """Return what is wrong with the programs, sorted by file and place; `only` limits whose findings are told.

    The whole catalogue is looked at all the same. What a comment in a file silences is left out. `advance` is
    given what was found in each program, once it has been looked at.
    """
    rules = select_rules() if options.rules is None else options.rules
    if options.media is None:
        rules = tuple(rule for rule in rules if not rule.needs_media)
    found: list[Diagnostic] = []
    for program in catalogue if only is None else only:
        subject = Subject(program, catalogue, options.media)
        found += (new := _examine(subject, _rules_for(program, rules, options)))
        advance(new)
    return sorted(found, key=lambda d: (d.path, d.span, d.code, d.message))


@cache
def _real(folder: Path) -> str:
    """Where a folder really is, which thousands of files ask."""
    return os.path.realpath(folder)


def _rules_for(program: ProgramFile, rules: tuple[Rule, ...], options: ValidateOptions) -> tuple[Rule, ...]:
    """Return the rules to run on a file."""
    path = program.document.path
    ignored = {rule.code for ignore in options.per_file if ignore.matches(path) for rule in ignore.rules}
    return tuple(rule for rule in rules if rule.code not in ignored) if ignored else rules


def _examine(subject: Subject, rules: tuple[Rule, ...]) -> list[Diagnostic]:
    found = list(_placed(subject, rules))
    suppressions = read_suppressions(subject.program.document)
    if not suppressions:
        return found
    found = [d for d in found if not is_silenced(d, suppressions)]
    reporting = next((rule for rule in rules if rule.name == _UNUSED), None)
    if reporting:
        idle = unused(suppressions, subject.program.document, rules, all_rules())
        found += place_all(subject.program, [(reporting, finding) for finding in idle])
    return found


def _placed(subject: Subject, rules: tuple[Rule, ...]) -> Iterator[Diagnostic]:
    """Place what the rules find. Of a huge file not every fix is planned at once: they are proved by reading it again."""
    found: list[tuple[Rule, Finding]] = []
    room = max(_MOST_READ // max(len(subject.program.document.text), 1), 1)
    for rule in rules:
        for finding in rule.check(subject):
            room -= finding.repair is not None
            found.append((rule, finding if room >= 0 else replace(finding, repair=None)))
    return place_all(subject.program, found)


def place_all(program: ProgramFile, found: Sequence[tuple[Rule, Finding]]) -> Iterator[Diagnostic]:
    """Place findings in their file, with the fixes of those that have one, where the file can be written back."""
    document = program.document
    repairs = [finding.repair for _, finding in found if finding.repair and document.is_utf8]
    fixes = map(_fix, repeat(document), repairs, plan_each(document, [repair.steps for repair in repairs]))
    for rule, finding in found:
        yield place(program, rule, finding, next(fixes) if finding.repair and document.is_utf8 else None)


def place(program: ProgramFile, rule: Rule, finding: Finding, fix: Fix | None = None) -> Diagnostic:
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
        fix=fix,
        source=document.line(span.line),
        is_withdrawn=finding.repair is not None and fix is None and document.is_utf8,
    )


def _fix(document: Document, repair: Repair, planned: Plan | None) -> Fix | None:
    """Make a fix of a repair that could be turned into edits of the file for sure."""
    if planned is None:
        return None
    edits = tuple(Edit(document.span(*extent), content, extent) for extent, content in planned[0])
    return Fix(repair.message, edits, repair.is_safe, planned[1])
