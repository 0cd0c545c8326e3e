"""How `link-check` goes about it: from programs to a verdict on each link."""

from __future__ import annotations

import re
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from resilify_cli.cli.run import Run, Target
from resilify_cli.errors import FilterError

if TYPE_CHECKING:
    from resilify_cli.links.cache import Cache
    from resilify_cli.links.extract import Link
    from resilify_cli.links.options import CheckOptions
    from resilify_cli.links.verdicts import Verdict

_DURATION: Final = re.compile(r"(\d{1,9})([smhd])")
_UNITS: Final = {"s": 1, "m": 60, "h": 60 * 60, "d": 24 * 60 * 60}


@dataclass(frozen=True, slots=True)
class Keeping:
    """What to do with answers of earlier runs, and with new ones."""

    no_cache: bool = False
    refresh: bool = False
    max_age: str | None = None

    def open(self, run: Run) -> Cache | None:
        """Open the cache; without one, what is found out is not kept, which is said. Raises FilterError."""
        from resilify_cli.links.cache import Ages, Cache, usual_path  # noqa: PLC0415

        ages = Ages(_seconds(self.max_age))
        if self.no_cache:
            return None
        path = usual_path()
        try:
            return Cache(path, ages, reads=not self.refresh)
        except OSError as error:
            run.note(f"note: {path.as_posix()} cannot be used, and nothing is kept: {error}")
            return None


def _seconds(text: str | None) -> float | None:
    if text is None:
        return None
    match = _DURATION.fullmatch(text.strip().lower())
    if match is None:
        msg = f"--max-age {text!r} is no time; write it as 90s, 30m, 12h or 7d"
        raise FilterError(msg)
    return int(match[1]) * _UNITS[match[2]]


def limited(targets: Sequence[Target], revision: str | None) -> list[Target]:
    """Return the targets with only those programs that differ from a git revision, where one is given."""
    if revision is None:
        return list(targets)
    from resilify_cli.worktree import changed_since  # noqa: PLC0415

    changed = frozenset().union(*(changed_since(revision, target.catalogue.root) for target in targets))
    return [
        replace(
            target,
            programs=tuple(one for one in target.programs if one.document.path.resolve() in changed),
        )
        for target in targets
    ]


@dataclass(frozen=True, slots=True)
class Sorted:
    """Links, apart: those on which there is a verdict already, and those to ask the web for, each once."""

    judged: list[Verdict]
    to_ask: list[Link]


def sort_out(targets: Sequence[Target], options: CheckOptions) -> Sorted:
    """Take the links out of programs, and judge what needs no web."""
    from resilify_cli.links import verdicts as judging  # noqa: PLC0415
    from resilify_cli.links.extract import extract, merged  # noqa: PLC0415

    judged: list[Verdict] = []
    to_ask: list[Link] = []
    for target in targets:
        for link in extract(target.programs):
            verdict = judging.left_out(link, options.filters) or judging.judge_locally(
                link, target.catalogue.relations, target.media
            )
            if verdict is None:
                to_ask.append(link)
            else:
                judged.append(verdict)
    return Sorted(judged, merged(to_ask))


@contextmanager
def _cache(run: Run, keeping: Keeping) -> Iterator[Cache | None]:
    """Hold the cache open, if there is one to be used."""
    cache = keeping.open(run)
    try:
        yield cache
    finally:
        if cache is not None:
            cache.close()
            if cache.trouble is not None:
                run.note(f"note: not everything that was found out could be kept: {cache.trouble}")


@dataclass(frozen=True, slots=True)
class Checking:
    """The check of a run's links."""

    run: Run
    options: CheckOptions
    keeping: Keeping
    is_offline: bool

    def check(self, targets: Sequence[Target]) -> tuple[list[Verdict], bool]:
        """Return a verdict on each link, and whether Ctrl-C cut the work short."""
        from resilify_cli.links.verdicts import unasked  # noqa: PLC0415

        links = sort_out(targets, self.options)
        if self.is_offline:
            return links.judged + [unasked(link, "offline") for link in links.to_ask], False
        answered, is_interrupted = self._ask(links.to_ask)
        return links.judged + answered, is_interrupted

    def to_be_asked(self, targets: Sequence[Target]) -> tuple[list[Link], int]:
        """Return the links that would be asked for, and how many more are known from earlier runs."""
        from resilify_cli.links.verdicts import from_cache  # noqa: PLC0415

        links = [] if self.is_offline else sort_out(targets, self.options).to_ask
        with _cache(self.run, self.keeping) as cache:
            unknown = [link for link in links if from_cache(link, self.options, cache) is None]
        return unknown, len(links) - len(unknown)

    def _ask(self, links: Sequence[Link]) -> tuple[list[Verdict], bool]:
        from resilify_cli.links.verdicts import ask_the_web  # noqa: PLC0415

        answered: list[Verdict] = []
        counts: Counter[str] = Counter()
        with _cache(self.run, self.keeping) as cache, self.run.progress(len(links)) as advance:

            def take(verdict: Verdict) -> None:
                answered.append(verdict)
                if verdict.rule is not None:
                    _load_rules()  # while other answers are waited for
                counts[verdict.result.status.value] += 1
                advance(", ".join(f"{count:,} {status}" for status, count in counts.items()))

            try:
                return ask_the_web(links, self.options, take, cache), False
            except KeyboardInterrupt:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # the report of what was done comes whole
                return answered, True


def _load_rules() -> None:
    from resilify_cli.rules import all_rules  # noqa: PLC0415 - a hundred modules

    all_rules()
