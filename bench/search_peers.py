"""`resilify search` beside other engines, on the same programs and the same queries.

    python bench/search_peers.py QUERIES.json CONTENT [--node-modules DIR]

Needs, beside resilify: `pip install tantivy bm25s`, `rg` (ripgrep) and, for the last two, `node` with
`npm install minisearch fuse.js` in DIR. What is not there is left out. Each engine gets a document a program: its
title, its session titles, and all other text; each is set up as its documentation has it for such a search, with
stemming, weights for titles and tolerance of typing errors where it has them.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, TypedDict

from resilify_cli import load_catalogue
from resilify_cli.facts import Facts
from resilify_cli.search.index import Index
from resilify_cli.search.rows import rows

FIRST = 3


class Document(TypedDict):
    """One program, as the peers get it."""

    slug: str
    title: str
    sessions: str
    text: str


Engine: TypeAlias = Callable[[Sequence[Facts], Sequence[Document], Sequence[str]], list[list[str]]]

NODE = r"""
const [engine, input] = process.argv.slice(1)
const {documents, queries} = JSON.parse(require('fs').readFileSync(input, 'utf8'))
const fields = ['title', 'sessions', 'text']
let search
if (engine === 'minisearch') {
  const MiniSearch = require('minisearch')
  const index = new MiniSearch({idField: 'slug', fields,
    searchOptions: {boost: {title: 4, sessions: 2}, prefix: true, fuzzy: 0.2}})
  index.addAll(documents)
  search = query => index.search(query).map(hit => hit.id)
} else {
  const Fuse = require('fuse.js').default || require('fuse.js')
  const fuse = new Fuse(documents, {ignoreLocation: true, useExtendedSearch: false,
    keys: [{name: 'title', weight: 4}, {name: 'sessions', weight: 2}, {name: 'text', weight: 1}]})
  search = query => fuse.search(query).map(hit => hit.item.slug)
}
console.log(JSON.stringify(queries.map(search)))
"""


def resilify(
    programs: Sequence[Facts], _documents: Sequence[Document], asked: Sequence[str]
) -> list[list[str]]:
    """Search as `resilify search` does."""
    with Index(programs) as index:
        return [[hit.slug for hit in index.search(query).hits] for query in asked]


def fts5(_programs: Sequence[Facts], documents: Sequence[Document], asked: Sequence[str]) -> list[list[str]]:
    """Search with plain SQLite FTS5: Porter stems, weights for titles, all words wanted."""
    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE VIRTUAL TABLE docs USING fts5(slug UNINDEXED, title, sessions, text, tokenize='porter')"
    )
    base.executemany("INSERT INTO docs VALUES (:slug, :title, :sessions, :text)", documents)
    found = []
    for query in asked:
        wanted = " ".join(f'"{word}"' for word in words(query))
        ranked = "SELECT slug FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, 0, 4, 2, 1)"
        found.append([slug for (slug,) in base.execute(ranked, (wanted,))])
    return found


def ripgrep(
    _programs: Sequence[Facts], documents: Sequence[Document], asked: Sequence[str]
) -> list[list[str]]:
    """Count with ripgrep how often any of the words stands in each program."""
    with tempfile.TemporaryDirectory() as folder:
        for document in documents:
            Path(folder, document["slug"]).write_text("\n".join(document.values()), "utf-8")
        found = []
        for query in asked:
            pattern = "|".join(map(re.escape, words(query)))
            ended = subprocess.run(
                ["rg", "--count-matches", "-iw", pattern, "."],  # noqa: S607 - the machine's own
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
            )
            counts = Counter(
                {
                    name.removeprefix("./"): int(count)
                    for name, _, count in (line.rpartition(":") for line in ended.stdout.splitlines())
                }
            )
            found.append([slug for slug, _ in counts.most_common()])
    return found


def tantivy(
    _programs: Sequence[Facts], documents: Sequence[Document], asked: Sequence[str]
) -> list[list[str]]:
    """Search with tantivy: English stems, boosted titles, any word."""
    import tantivy as engine  # noqa: PLC0415

    builder = engine.SchemaBuilder()
    builder.add_text_field("slug", stored=True)
    for field in ("title", "sessions", "text"):
        builder.add_text_field(field, tokenizer_name="en_stem")
    index = engine.Index(builder.build())
    writer = index.writer()
    for document in documents:
        writer.add_document(engine.Document(**document))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    found = []
    for query in asked:
        parsed, _ = index.parse_query_lenient(
            query, ["title", "sessions", "text"], field_boosts={"title": 4.0, "sessions": 2.0}
        )
        hits = searcher.search(parsed, 1000).hits
        found.append([searcher.doc(address)["slug"][0] for _, address in hits])
    return found


def bm25s(_programs: Sequence[Facts], documents: Sequence[Document], asked: Sequence[str]) -> list[list[str]]:
    """Search with bm25s: its English stop words, titles said four times."""
    import bm25s as engine  # noqa: PLC0415

    texts = [
        " ".join([document["title"]] * 4 + [document["sessions"]] * 2 + [document["text"]])
        for document in documents
    ]
    index = engine.BM25()
    index.index(engine.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    found = []
    for query in asked:
        tokens = engine.tokenize([query], stopwords="en", show_progress=False, return_ids=False)
        known = [[word for word in tokens[0] if word in index.vocab_dict]]
        if not known[0]:
            found.append([])
            continue
        places, scores = index.retrieve(known, k=len(documents), show_progress=False)
        found.append(
            [documents[place]["slug"] for place, score in zip(places[0], scores[0], strict=True) if score > 0]
        )
    return found


def by_node(name: str) -> Engine:
    """Make the search with an engine that runs on Node."""

    def search(
        _programs: Sequence[Facts], documents: Sequence[Document], asked: Sequence[str]
    ) -> list[list[str]]:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump({"documents": documents, "queries": asked}, file)
            file.flush()
            ended = subprocess.run(
                ["node", "-e", NODE, name, file.name],  # noqa: S607 - the machine's own
                capture_output=True,
                text=True,
                check=True,
            )
        found: list[list[str]] = json.loads(ended.stdout)
        return found

    return search


def words(query: str) -> list[str]:
    """Return the words of a query."""
    return re.findall(r"\w+", query)


def engines() -> Iterator[tuple[str, Engine]]:
    """Yield the engines that are there."""
    yield "resilify", resilify
    yield "SQLite FTS5, plain", fts5
    if shutil.which("rg"):
        yield "ripgrep, words counted", ripgrep
    if importlib.util.find_spec("tantivy"):
        yield "tantivy", tantivy
    if importlib.util.find_spec("bm25s"):
        yield "bm25s", bm25s
    if shutil.which("node") and os.environ.get("NODE_PATH"):
        yield "MiniSearch", by_node("minisearch")
        yield "Fuse.js", by_node("fuse")


def document_of(facts: Facts) -> Document:
    """Return a program as the peers get it."""
    sessions = [session.title or "" for session in facts.sessions]
    texts = [row.text for row in rows(facts)][2:]
    return Document(
        slug=facts.slug, title=facts.title or "", sessions="\n".join(sessions), text="\n".join(texts)
    )


def main() -> int:
    """Print a table in Markdown."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("queries")
    options.add_argument("content")
    options.add_argument("--node-modules")
    given = options.parse_args()
    if given.node_modules:
        os.environ["NODE_PATH"] = str(Path(given.node_modules).resolve())
    asked = json.loads(Path(given.queries).read_text("utf-8"))
    programs = [program.facts for program in load_catalogue(given.content)]
    documents = [document_of(facts) for facts in programs]
    print(
        f"| engine | mean reciprocal rank | first | among the first {FIRST} | nothing found |\n|---|---|---|---|---|"
    )
    for name, engine in engines():
        found = engine(programs, documents, [query["query"] for query in asked])
        ranks = [
            next((place for place, slug in enumerate(slugs, 1) if slug in query["expected"]), 0)
            for slugs, query in zip(found, asked, strict=True)
        ]
        reciprocal = statistics.mean(1 / rank if rank else 0.0 for rank in ranks)
        first, three = ranks.count(1), sum(0 < rank <= FIRST for rank in ranks)
        print(
            f"| {name} | {reciprocal:.3f} | {first} | {three} of {len(asked)} | {sum(not slugs for slugs in found)} |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
