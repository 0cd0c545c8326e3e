"""What `resilify validate` spends its time on: reading, and each rule by itself.

    python bench/validate.py CONTENT [--media DIR] [--most 15]

Run it with the interpreter of an environment in which resilify is installed. The times are the processor's, in one
run: on a machine whose speed drifts, compare two runs that were made in turn. What several rules share (the texts of a
program, the faults of its shape) is worked out before them, and told apart.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from resilify_cli.catalogue import load_catalogue
from resilify_cli.references.media import load_media
from resilify_cli.rules import place, select_rules
from resilify_cli.rules._base import Rule, Subject

T = TypeVar("T")


class Clock:
    """Adds up the time that is spent on each of several things."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def time(self, name: str, work: Callable[[], T]) -> T:
        """Do some work, and note how long it takes."""
        start = time.process_time_ns()
        result = work()
        self.spent[name] += time.process_time_ns() - start
        return result


def examine(clock: Clock, subject: Subject, rules: tuple[Rule, ...]) -> int:
    """Run the rules on a program, and return how many findings there are."""
    clock.time("(tags)", lambda: subject.tags)
    clock.time("(shape)", lambda: subject.faults)
    count = 0
    for rule in rules:
        found = clock.time(f"{rule.code} {rule.name}", lambda rule=rule: list(rule.check(subject)))  # type: ignore[misc]
        count += len(found)
        for finding in found:
            clock.time(
                "(places and fixes)", lambda rule=rule, finding=finding: place(subject.program, rule, finding)
            )  # type: ignore[misc]
    return count


def main() -> None:
    """Print the times."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("content", type=Path)
    options.add_argument("--media", type=Path)
    options.add_argument("--most", type=int, default=15, help="so many rules, the dearest first")
    given = options.parse_args()
    gc.set_threshold(100_000)  # as the program itself does
    clock = Clock()
    catalogue = clock.time("(reading)", lambda: load_catalogue(given.content))
    media = load_media(given.media) if given.media else None
    rules = clock.time("(loading the rules)", select_rules)
    for program in catalogue:
        clock.time("(texts)", lambda program=program: program.passages)  # type: ignore[misc]
    found = sum(examine(clock, Subject(program, catalogue, media), rules) for program in catalogue)
    print(f"{len(catalogue)} programs, {found} findings, {clock.spent.total() / 1e9:.2f} seconds:")
    for name, spent in clock.spent.most_common(given.most):
        print(f"{spent / 1e9:8.2f}  {spent / clock.spent.total():4.0%}  {name}")


if __name__ == "__main__":
    main()
