"""What it costs to start: `resilify list` against `python -c pass`, in pairs, and what is spent on which import.

    python bench/startup.py [--content DIR] [--runs 21]

Run it with the interpreter of an environment in which resilify is installed. The figure is the median of the
ratios of neighbouring runs: on a machine whose speed drifts, absolute times say little.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples" / "content"


def seconds(command: list[str]) -> float:
    """Return how long a command takes, from outside."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def ratios(command: list[str], runs: int) -> list[float]:
    """Run a command and an empty program in turn, and return the ratio of each pair."""
    empty = [sys.executable, "-c", "pass"]
    seconds(command)
    return [seconds(command) / seconds(empty) for _ in range(runs)]


def imports(command: list[str], most: int = 12) -> list[tuple[float, str]]:
    """Return the packages that cost most to import, with what they import, in milliseconds."""
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True
    )
    costs: dict[str, float] = {}
    for line in ended.stderr.splitlines():
        own, _, name = line.removeprefix("import time:").rpartition("|")
        microseconds = own.split("|")[0].strip()
        if microseconds.isdigit():
            package = ".".join(name.strip().split(".")[: 2 if name.strip().startswith("resilify_cli") else 1])
            costs[package] = costs.get(package, 0.0) + int(microseconds) / 1000
    return sorted(((cost, name) for name, cost in costs.items()), reverse=True)[:most]


def main() -> None:
    """Print the ratios and the costs."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--content", default=str(EXAMPLES))
    options.add_argument("--runs", type=int, default=21)
    given = options.parse_args()
    os.environ.pop("FORCE_COLOR", None)
    program = ["-m", "resilify_cli", "--content", given.content, "list"]
    for name in ("tsv", "table"):
        found = ratios([sys.executable, *program, "--format", name], given.runs)
        spread = f"{min(found):.1f} to {max(found):.1f}"
        print(
            f"list --format {name:5}  {statistics.median(found):5.1f} times python -c pass  ({spread}, {given.runs} pairs)"
        )
    print("\nmilliseconds by package, list --format table:")
    for cost, package in imports([*program, "--format", "table"]):
        print(f"{cost:8.1f}  {package}")


if __name__ == "__main__":
    main()
