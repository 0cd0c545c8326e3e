"""What `validate` looks for: rules, what is left out of the findings, and whether to put them right."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resilify_cli.cli.run import Run, Target, split_list
from resilify_cli.errors import ConfigurationError, FilterError
from resilify_cli.report import counted

if TYPE_CHECKING:
    from resilify_cli.baseline import Baseline
    from resilify_cli.catalogue import Catalogue
    from resilify_cli.cli.settings import Settings
    from resilify_cli.diagnostics import Diagnostic
    from resilify_cli.fixes import Mended
    from resilify_cli.rules import PerFileIgnore, Rule


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for, and what is no news: findings of the baseline, and of files that did not change."""

    rules: tuple[Rule, ...]
    per_file: tuple[PerFileIgnore, ...] = ()
    baseline: Baseline | None = None
    changed: frozenset[Path] | None = None

    def programs_of(self, target: Target) -> frozenset[str]:
        """Return the paths of the programs to report."""
        return frozenset(
            program.facts.path
            for program in target.programs
            if self.changed is None or _is_below(program.document.path, self.changed)
        )

    def news(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """Return the findings that are not known."""
        return self.baseline.unknown(found) if self.baseline else found


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of looking at each target, and whether Ctrl-C cut that short: then there is nothing to write."""

    mended: list[Mended]
    is_interrupted: bool = False


def _is_below(path: Path, changed: frozenset[Path]) -> bool:
    """Tell whether a file, or a folder that it lies in, is among those that changed."""
    real = Path(os.path.realpath(path))
    return not changed.isdisjoint((real, *real.parents))


def wanted_rules(
    settings: Settings,
    select: list[str] | None,
    extend: list[str] | None,
    ignore: list[str] | None,
) -> tuple[tuple[Rule, ...], tuple[PerFileIgnore, ...]]:
    """Return the rules that options, else the configuration, ask for, and those not to run on some files.

    Raises FilterError for a selector that names no rule, ConfigurationError where the configuration has it.
    """
    from resilify_cli.rules import PerFileIgnore, select_rules  # noqa: PLC0415 - they load pydantic

    ignored = settings.get("validate.per-file-ignores") or {}
    for name in ("validate.select", "validate.extend-select", "validate.ignore"):
        _check_selectors(settings, name, settings.texts(name))
    for codes in ignored.values():
        _check_selectors(settings, "validate.per-file-ignores", codes)
    rules = select_rules(
        _codes(select, settings.texts("validate.select")),
        _codes(ignore, settings.texts("validate.ignore")),
        [*settings.texts("validate.extend-select"), *_codes(extend, [])],
    )
    base = settings.source.parent if settings.source else Path()
    per_file = tuple(
        PerFileIgnore(glob, select_rules(codes), base) for glob, codes in ignored.items() if codes
    )
    return rules, per_file


def _check_selectors(settings: Settings, name: str, codes: Sequence[str]) -> None:
    from resilify_cli.rules import select_rules  # noqa: PLC0415

    try:
        select_rules(codes)
    except FilterError as error:
        msg = f"{settings.source}: {name}: {error}"
        raise ConfigurationError(msg) from None


def _codes(given: list[str] | None, configured: list[str]) -> list[str]:
    """Return what an option names, else what the configuration does; an option that names nothing is a slip."""
    if given is None:
        return configured
    return [item for text in given for item in split_list(text) or [""]]


def judge(
    run: Run, targets: Sequence[Target], wanted: Wanted, *, fix: bool = False, unsafe: bool = False
) -> Judged:
    """Find what is wrong with each target; with `fix`, also what would be left after the fixes. Nothing is written."""
    from resilify_cli.fixes import Mended, mend  # noqa: PLC0415

    total = sum(len(wanted.programs_of(target)) for target in targets)
    mended: list[Mended] = []
    looked_at: list[list[Diagnostic]] = []
    with run.progress(total) as advance:

        def step(found: list[Diagnostic]) -> None:
            looked_at.append(found)
            advance()

        for target in targets:
            before = len(looked_at)
            check = _check(target, wanted, step)
            try:
                if fix:
                    mended.append(mend(target.catalogue, check, unsafe=unsafe))
                else:
                    found = check(target.catalogue)
                    mended.append(Mended(found, found))
            except KeyboardInterrupt:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # the report of what was done comes whole
                found = wanted.news([finding for one in looked_at[before:] for finding in one])
                as_they_are = [*(one.found for one in mended), found]
                done = f"{len(looked_at):,} of {counted(total, 'program')} looked at"
                run.note(f"interrupted: {done}" + ("; nothing was changed" if fix else ""))
                return Judged([Mended(one, one) for one in as_they_are], is_interrupted=True)
    return Judged(mended)


def _check(
    target: Target, wanted: Wanted, step: Callable[[list[Diagnostic]], None]
) -> Callable[[Catalogue], list[Diagnostic]]:
    from resilify_cli.rules import ValidateOptions, validate  # noqa: PLC0415

    options = ValidateOptions(wanted.rules, target.media, wanted.per_file)
    reported = wanted.programs_of(target)

    def check(catalogue: Catalogue) -> list[Diagnostic]:
        only = [program for program in catalogue if program.facts.path in reported]
        # What is looked at again after a fix is no progress.
        advance = step if catalogue is target.catalogue else _nothing
        return wanted.news(validate(catalogue, options, only=only, advance=advance))

    return check


def _nothing(_found: list[Diagnostic]) -> None:
    """Show no progress."""
