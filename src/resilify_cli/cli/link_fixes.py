"""What `link-check --fix` writes: links that are wrong as written, and where pages have moved for good."""

from __future__ import annotations

import dataclasses
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from resilify_cli.cli.link_checking import sort_out
from resilify_cli.cli.mending import write_all

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.cli.link_checking import Checking
    from resilify_cli.cli.run import Target
    from resilify_cli.diagnostics import Diagnostic
    from resilify_cli.fixes import Check, Mended
    from resilify_cli.links.extract import Link, Place
    from resilify_cli.links.options import CheckOptions
    from resilify_cli.links.results import LinkKind, LinkResult
    from resilify_cli.links.verdicts import Verdict
    from resilify_cli.rules._base import Repair

# Links that open nothing as they are written, and such as are missing; what would only be better is for `validate`.
_AS_WRITTEN: Final = ("empty-link", "link-without-scheme", "malformed-link", "doi-without-link")
_OVERVIEW: Final = ("overview",)


@dataclass(frozen=True, slots=True)
class MendedTargets:
    """Targets as they would be, and what was done to each."""

    targets: list[Target]
    done: list[Mended]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check with fixes came to."""

    verdicts: list[Verdict]
    is_interrupted: bool
    fixed: int = 0
    has_failed: bool = False


def check_and_fix(checking: Checking, targets: Sequence[Target]) -> Checked:
    """Put right what is certain, check what is then there, write where pages have moved, and say what is left.

    What is certain stays so when Ctrl-C comes, and is written all the same.
    """
    before = mend_as_written(targets)
    verdicts, is_interrupted = checking.check(before.targets)
    after = mend_moved(before, verdicts)
    written = write_all(checking.run, after.targets, after.done)
    left = verdicts_after(after.targets, checking.options, verdicts)
    return Checked(left, is_interrupted, written.fixed, written.has_failed)


def mend_as_written(targets: Sequence[Target]) -> MendedTargets:
    """Put right what is certain without asking anybody; nothing is written."""
    from resilify_cli.fixes import mend  # noqa: PLC0415
    from resilify_cli.rules import ValidateOptions, select_rules, validate  # noqa: PLC0415

    rules = select_rules(_AS_WRITTEN)

    def check_of(target: Target) -> Check:
        options = ValidateOptions(rules, target.media)
        return lambda catalogue: validate(catalogue, options, only=_wanted(target, catalogue))

    done = [mend(target.catalogue, check_of(target)) for target in targets]
    return MendedTargets([_after(target, one) for target, one in zip(targets, done, strict=True)], done)


def mend_moved(before: MendedTargets, verdicts: Sequence[Verdict]) -> MendedTargets:
    """Write the new address of every page that has moved for good, on top of what was done before."""
    from resilify_cli.fixes import mend  # noqa: PLC0415
    from resilify_cli.links.results import LinkStatus  # noqa: PLC0415

    new = {
        (verdict.link.kind, verdict.link.url): verdict.result.suggestion
        for verdict in verdicts
        if verdict.result.status is LinkStatus.REDIRECTED and verdict.result.suggestion
    }

    def check_of(target: Target) -> Check:
        return lambda catalogue: list(_moved(target, catalogue, new))

    done = [mend(target.catalogue, check_of(target)) for target in before.targets]
    targets = [_after(target, one) for target, one in zip(before.targets, done, strict=True)]
    return MendedTargets(targets, [_both(*pair) for pair in zip(before.done, done, strict=True)])


def verdicts_after(
    targets: Sequence[Target], options: CheckOptions, verdicts: Sequence[Verdict]
) -> list[Verdict]:
    """Judge the links as they now are, by what was found out before."""
    from resilify_cli.links.verdicts import unasked, verdict_of  # noqa: PLC0415

    known = {(verdict.link.kind, verdict.link.url): verdict.result for verdict in verdicts}
    known |= {
        (result.kind, result.suggestion): _arrived(result)
        for result in list(known.values())
        if result.status.value == "redirected" and result.suggestion
    }
    links = sort_out(targets, options)

    def judged(link: Link) -> Verdict:
        result = known.get((link.kind, link.url))
        return unasked(link, "interrupted") if result is None else verdict_of(link, result)

    return links.judged + [judged(link) for link in links.to_ask]


def _arrived(result: LinkResult) -> LinkResult:
    from resilify_cli.links.results import LinkStatus  # noqa: PLC0415

    there = result.suggestion or result.url
    return dataclasses.replace(
        result, url=there, status=LinkStatus.OK, final_url=None, reason=None, suggestion=None
    )


def _moved(
    target: Target, catalogue: Catalogue, new: dict[tuple[LinkKind, str], str]
) -> Iterator[Diagnostic]:
    from resilify_cli.links.extract import extract  # noqa: PLC0415
    from resilify_cli.rules import find_rule, place_all  # noqa: PLC0415
    from resilify_cli.rules._base import Finding  # noqa: PLC0415

    rule = find_rule("redirected-link")
    for program in _wanted(target, catalogue):
        moved = [
            (rule, Finding(there, where.at, where.within, repair=_repair(where, there)))
            for link in extract([program])
            if (there := new.get((link.kind, link.url))) is not None
            for where in link.places
            if where.at  # the front matter alone is edited
        ]
        yield from place_all(program, moved)


def _repair(where: Place, there: str) -> Repair:
    from resilify_cli.addresses import Address  # noqa: PLC0415
    from resilify_cli.content.edits import SetText  # noqa: PLC0415
    from resilify_cli.rules._base import Repair  # noqa: PLC0415

    if isinstance(where.written, Address):
        step = where.written.rewritten(there)
    else:
        step = SetText(where.at, html.escape(there) if where.at == _OVERVIEW else there, where.within)
    return Repair(f"writes {there}", (step,))


def _wanted(target: Target, catalogue: Catalogue) -> list[ProgramFile]:
    """The programs to look at, as they are in a catalogue."""
    paths = {program.facts.path for program in target.programs}
    return [program for program in catalogue if program.facts.path in paths]


def _after(target: Target, mended: Mended) -> Target:
    catalogue = mended.catalogue or target.catalogue
    return dataclasses.replace(target, catalogue=catalogue, programs=tuple(_wanted(target, catalogue)))


def _both(first: Mended, second: Mended) -> Mended:
    """Two rounds as one: each file as it was before the first, and as it is after the second."""
    files = {before.path: (before, after) for before, after in first.files}
    for before, after in second.files:
        files[before.path] = (files.get(before.path, (before, after))[0], after)
    return dataclasses.replace(
        second,
        found=first.found + second.found,
        applied=first.applied + second.applied,
        files=tuple(files[path] for path in sorted(files)),
        is_settled=first.is_settled and second.is_settled,
    )
