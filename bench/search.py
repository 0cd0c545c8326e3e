"""How well and how fast `resilify search` finds, on a catalogue of your own.

    python bench/search.py queries QUERIES.json CONTENT   # where what is expected stands: mean reciprocal rank
    python bench/search.py typos CONTENT                  # every single-edit typing error of every word of a title
    python bench/search.py sessions CONTENT               # phrases that stand in one session only
    python bench/search.py speed CONTENT                  # time and memory of an index and of queries

`QUERIES.json` is `[{"query": "cant sleep", "expected": ["slug", …]}, …]`; an empty `expected` says that nothing
should be found. Run it with the interpreter of an environment in which resilify is installed.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import string
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from resilify_cli import load_catalogue
from resilify_cli.facts import Facts
from resilify_cli.search.index import Index
from resilify_cli.search.words import FUNCTION_WORDS, fold, words_of

FIRST = 3
PHRASE = range(2, 8)
QUERIES = (
    "sleep",
    "cant sleep",
    "procastination",
    "panic attacks breathing",
    "how do i stop worrying",
    "xyzzy",
)


def facts_of(content: str) -> list[Facts]:
    """Read a catalogue."""
    return [program.facts for program in load_catalogue(content)]


def queries(given: argparse.Namespace) -> bool:
    """Print the mean reciprocal rank, how many are answered among the first three, and what is not first."""
    asked = json.loads(Path(given.queries).read_text("utf-8"))
    ranks = []
    with Index(facts_of(given.content)) as index:
        for query in asked:
            slugs = [hit.slug for hit in index.search(query["query"]).hits]
            rank = rank_of(slugs, query["expected"])
            ranks.append(rank)
            if rank != 1:
                print(f"{rank or '-':>3}  {query['query']!r}: {', '.join(slugs[:FIRST]) or 'nothing'}")
    report(ranks)
    return statistics.mean(1 / rank if rank else 0.0 for rank in ranks) >= given.least


def rank_of(slugs: list[str], expected: list[str]) -> int:
    """Return at which place the first expected program stands, 0 for none; nothing expected and found is 1."""
    if not expected:
        return int(not slugs)
    return next((place for place, slug in enumerate(slugs, 1) if slug in expected), 0)


def report(ranks: list[int]) -> None:
    """Print what the ranks come to."""
    reciprocal = statistics.mean(1 / rank if rank else 0.0 for rank in ranks)
    first = sum(0 < rank <= FIRST for rank in ranks)
    print(f"{len(ranks)} queries: mean reciprocal rank {reciprocal:.3f}, {first} among the first {FIRST}")


def typos(given: argparse.Namespace) -> bool:
    """Mistype each word of each title in every way, alone and within its title, and look for the title."""
    programs = facts_of(given.content)
    words: dict[str, set[str]] = {}
    for facts in programs:
        for word in set(words_of(fold(facts.title or ""))) - FUNCTION_WORDS:
            words.setdefault(word, set()).add(facts.slug)
    alone, within = [], []
    with Index(programs) as index:
        for word, slugs in sorted(words.items()):
            # A word that more titles share than are looked at cannot bring each of them so far up.
            if len(slugs) <= FIRST and len(word) >= given.shortest:
                alone += [(typo, slugs, found(index, typo)) for typo in sorted(edits(word))]
        for facts in programs:
            within += [
                (typed, {facts.slug}, found(index, typed))
                for typed in sorted(mistyped_titles(facts.title or ""))
            ][:: given.every]
    return all([told("a word alone", alone), told("a title with one", within)])


def found(index: Index, typed: str) -> list[str]:
    """Return the slugs of the first hits."""
    return [hit.slug for hit in index.search(typed, limit=FIRST).hits]


def told(what: str, tried: list[tuple[str, set[str], list[str]]]) -> bool:
    """Print how many were found, and those that were not."""
    missed = [(typed, slugs) for typed, slugs, hits in tried if not slugs & set(hits)]
    share = 1 - len(missed) / len(tried)
    print(f"{what}: {len(tried):,} errors, {100 * share:.2f} % among the first {FIRST}")
    print(f"   missed: {', '.join(typed for typed, _ in missed[:40])}")
    return share >= 0.99  # noqa: PLR2004 - 99 in 100


def edits(word: str) -> set[str]:
    """Return a word with one letter missing, too many, another, or in the place of its neighbour."""
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    letters = string.ascii_lowercase
    return {
        *(head + tail[1:] for head, tail in parts if tail),
        *(head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1),
        *(head + letter + tail[1:] for head, tail in parts if tail for letter in letters),
        *(head + letter + tail for head, tail in parts for letter in letters),
    } - {word, ""}


def mistyped_titles(title: str) -> set[str]:
    """Return a title with one word mistyped, in every way."""
    words = words_of(fold(title))
    return {
        " ".join([*words[:place], typo, *words[place + 1 :]])
        for place, word in enumerate(words)
        if word not in FUNCTION_WORDS
        for typo in edits(word)
    }


def sessions(given: argparse.Namespace) -> bool:
    """Look up every phrase of three to six words that stands in one session only: that session comes first."""
    programs = facts_of(given.content)
    owners: dict[str, set[tuple[str, int]]] = {}
    for facts in programs:
        for place, text in own_texts(facts):
            words = words_of(fold(text))
            for length in PHRASE:
                for start in range(len(words) - length + 1):
                    owners.setdefault(" ".join(words[start : start + length]), set()).add((facts.slug, place))
    unique = sorted(
        (phrase, *where) for phrase, (where, *others) in owners.items() if not others and where[1] > 0
    )[:: given.every]
    with Index(programs) as index:
        wrong = [
            (phrase, slug, number, seen)
            for phrase, slug, number in unique
            if (seen := best_session(index, phrase)) != (slug, number)
        ]
    print(f"{len(unique):,} phrases, {len(wrong):,} with another session first")
    for phrase, slug, number, seen in wrong[:20]:
        print(f"   {phrase!r}: {slug} {number}, not {seen}")
    return not wrong


def best_session(index: Index, phrase: str) -> tuple[str, int | None] | None:
    """Return the slug and the session of the best match."""
    hits = index.search(phrase, limit=1).hits
    return (hits[0].slug, hits[0].matches[0].session) if hits else None


def own_texts(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield the texts of a program, each with its session's number; 0 for what stands in none."""
    yield from ((0, text) for text in (facts.title or "", facts.overview or "", facts.body))
    for session in facts.sessions:
        for text in (session.title, session.overview, session.activity_overview):
            yield session.number, text or ""


def speed(given: argparse.Namespace) -> bool:
    """Print how long the catalogue, its index and some queries take, and the memory."""
    start = time.perf_counter()
    programs = facts_of(given.content)
    print(f"{len(programs):,} programs read in {time.perf_counter() - start:.3f} s, {megabytes():.0f} MB")
    start = time.perf_counter()
    with Index(programs) as index:
        print(f"index built in {time.perf_counter() - start:.3f} s, {megabytes():.0f} MB")
        for query in QUERIES:
            start = time.perf_counter()
            first = len(index.search(query, limit=10).hits)
            cold = time.perf_counter() - start
            start = time.perf_counter()
            index.search(query, limit=10)
            warm = time.perf_counter() - start
            print(f"{1000 * cold:9.1f} ms first, {1000 * warm:7.1f} ms again  {query} ({first} hits)")
        print(f"{megabytes():.0f} MB at most")
    return True


def megabytes() -> float:
    """Return the most memory that this process has used."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024**2 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Run one bench; 1 where it falls short."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    benches = options.add_subparsers(required=True)
    for bench in (queries, typos, sessions, speed):
        one = benches.add_parser(bench.__name__, help=(bench.__doc__ or "").partition("\n")[0])
        one.set_defaults(bench=bench)
        if bench is queries:
            one.add_argument("queries")
            one.add_argument("--least", type=float, default=0.97, help="the mean reciprocal rank to reach")
        one.add_argument("content")
        if bench is not queries:
            one.add_argument("--every", type=int, default=1, help="take one in so many")
        if bench is typos:
            one.add_argument("--shortest", type=int, default=3, help="letters of a word at least")
    given = options.parse_args()
    bench: Callable[[Any], bool] = given.bench
    return int(not bench(given))


if __name__ == "__main__":
    sys.exit(main())
