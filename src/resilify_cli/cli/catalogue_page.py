"""A whole catalogue at a glance: as data, as a page to read, and as rows of measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from resilify_cli.page import Block, Grid, Heading, Pairs, Paragraph, Run
from resilify_cli.parts import PARTS, Share
from resilify_cli.references.year import year_of
from resilify_cli.report import Bar, Cell, Column, Json, Report, Table, Text, counted

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue
    from resilify_cli.facts import Facts

ROW_COLUMNS: Final = (
    Column("section", "Section", whole=True, role="muted"),
    Column("name", "Name"),
    Column("measure", "Measure", whole=True),
    Column("value", "Value", right=True),
)
_PART_NAMES: Final = {
    "overview": "Overview",
    "categories": "Categories",
    "sessions": "Sessions",
    "sessions.overview": "Overviews",
    "sessions.activityOverview": "Activities",
    "related": "Related",
    "references": "Refs",
    "links": "Links",
    "images": "Images",
    "tags": "Tags",
}
_SLUG: Final = Column("slug", "Slug", role="slug")
_MOST_SHOWN: Final = 5
_MOST_BARS: Final = 12
_MOST_ROWS: Final = 30
_PERIOD: Final = 5


def catalogue_data(catalogue: Catalogue) -> dict[str, Json]:
    """Return everything that `stats` tells."""
    programs = [program.facts for program in catalogue]
    references = [reference for facts in programs for reference in facts.references]
    words = {facts.path: facts.words for facts in programs}
    years = Counter(year_of(reference.reference or "") for reference in references)
    undated = years.pop(None, 0)
    return {
        "programs": len(programs),
        "broken": sum(not facts.is_sound for facts in programs),
        "skipped": catalogue.skipped,
        "sessions": sum(len(facts.sessions) for facts in programs),
        "words": sum(words.values()),
        "related": sum(len(facts.related) for facts in programs),
        "references": len(references),
        "categories": list(_categories(programs, words)),
        "missing": [
            {"slug": facts.slug, "part": name, "have": share.have, "of": share.of}
            for facts in programs
            for name, share in _lacking(facts).items()
        ],
        "backlinks": _backlinks(catalogue),
        "years": [{"year": year, "references": years[year]} for year in sorted(years, key=lambda y: y or 0)],
        "undated": undated,
    }


def _categories(programs: Iterable[Facts], words: Mapping[str, int]) -> Iterator[Json]:
    """A program of several categories counts in each of them."""
    by_name: dict[str, list[Facts]] = {}
    for facts in programs:
        for title in dict.fromkeys(category.title for category in facts.categories):
            by_name.setdefault(title, []).append(facts)
    for title, members in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0])):
        yield {
            "title": title,
            "programs": len(members),
            "sessions": sum(len(facts.sessions) for facts in members),
            "words": sum(words[facts.path] for facts in members),
        }


def _lacking(facts: Facts) -> Mapping[str, Share]:
    shares = {name: part(facts) for name, part in PARTS.items()}
    return {name: share for name, share in shares.items() if not share.is_whole}


def _backlinks(catalogue: Catalogue) -> list[Json]:
    """Every program with how many others link to it, the most linked first."""
    counts = [(p.facts.slug, len(catalogue.relations.backlinks(p.facts.slug))) for p in catalogue]
    return [{"slug": slug, "backlinks": count} for slug, count in sorted(counts, key=lambda pair: -pair[1])]


def stats_report(catalogue: Catalogue) -> Report:
    """Make the report of a catalogue at a glance."""
    data = catalogue_data(catalogue)
    return Report(data, Table(ROW_COLUMNS, tuple(_rows(data))), tuple(_page(data)))


def _rows(data: Mapping[str, Json]) -> Iterator[tuple[Cell, ...]]:
    for name, value in data.items():
        if isinstance(value, int):
            yield "catalogue", "", name, value
    for category in data["categories"]:
        yield from (("category", category["title"], name, category[name]) for name in _MEASURES)
    for lack in data["missing"]:
        yield "missing", lack["slug"], lack["part"], f"{lack['have']}/{lack['of']}"
    for linked in data["backlinks"]:
        yield "linked", linked["slug"], "backlinks", linked["backlinks"]
    for year in data["years"]:
        yield "year", str(year["year"]), "references", year["references"]


_MEASURES: Final = ("programs", "sessions", "words")


def _page(data: Mapping[str, Json]) -> Iterator[Block]:
    yield Heading(counted(data["programs"], "program"), 1)
    yield Pairs(tuple((label, (Run(text),)) for label, text in _head(data)))
    if data["categories"]:
        yield Heading("By category")
        yield Grid(_category_table(data["categories"]))
    yield Heading("What is missing")
    yield from _missing(data["missing"])
    yield from _linked(data["backlinks"])
    if data["years"]:
        yield Heading("References by year")
        yield Grid(_year_table(data["years"]))


def _head(data: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    if data["broken"]:
        yield "Broken", f"{data['broken']:,} (`resilify validate` tells why)"
    yield "Sessions", f"{data['sessions']:,}"
    yield "Words", f"{data['words']:,}"
    yield "Related", f"{data['related']:,}"
    yield (
        "References",
        f"{data['references']:,}" + (f", {data['undated']:,} without a year" * bool(data["undated"])),
    )


def _category_table(categories: Sequence[Json]) -> Table:
    numbers = (Column(name, name.capitalize(), index, right=True) for index, name in enumerate(_MEASURES, 1))
    rows = ((category["title"], *(f"{category[name]:,}" for name in _MEASURES)) for category in categories)
    return Table((Column("category", "Category"), *numbers), tuple(rows))


def _missing(missing: Sequence[Json]) -> Iterator[Block]:
    """A matrix of the programs that lack something, and of the parts that one of them lacks; first, how many do."""
    lacks: dict[str, dict[str, Json]] = {}
    for lack in missing:
        lacks.setdefault(lack["slug"], {})[lack["part"]] = lack
    if not lacks:
        yield Paragraph((Run("Nothing: every program has every part."),))
        return
    counts = Counter(lack["part"] for lack in missing)
    names = [name for name in PARTS if counts[name]]
    columns = (Column(name, _PART_NAMES[name], right=True) for name in names)
    programs: tuple[Cell, ...] = (
        Text(counted(len(lacks), "program"), "muted"),
        *(f"{counts[name]:,}" for name in names),
    )
    rows = [(slug, *(_lack(parts.get(name)) for name in names)) for slug, parts in lacks.items()]
    yield Grid(Table((_SLUG, *columns), (programs, *rows[:_MOST_ROWS])))
    if len(rows) > _MOST_ROWS:
        text = f"{len(rows) - _MOST_ROWS:,} more: `resilify list --missing PART` lists them all."
        yield Paragraph((Run(text),))


def _lack(lack: Json) -> Cell:
    """How much of a part is there; nothing stands for a whole one."""
    if lack is None:
        return None
    if lack["have"] == 0:
        return Text("none", "bad")
    return Text(f"{lack['have']}/{lack['of']}", "warning")


def _linked(backlinks: Sequence[Json]) -> Iterator[Block]:
    columns = (_SLUG, Column("backlinks", "Backlinks", right=True))
    shown = {"Most linked": backlinks[:_MOST_SHOWN], "Least linked": backlinks[_MOST_SHOWN:][-_MOST_SHOWN:]}
    for heading, entries in shown.items():
        if entries:
            yield Heading(heading)
            yield Grid(Table(columns, tuple((entry["slug"], entry["backlinks"]) for entry in entries)))


def _year_table(years: Sequence[Json]) -> Table:
    """A bar for each year, or for some years together where there are many."""
    counts = {entry["year"]: entry["references"] for entry in years}
    together = _PERIOD if len(counts) > _MOST_BARS else 1
    periods: dict[Any, int] = {}
    for start in range(min(counts) // together * together, max(counts) + 1, together):
        periods[start] = sum(counts.get(year, 0) for year in range(start, start + together))
    if together == 1:
        periods = {year: count for year, count in periods.items() if count}
    most = max(periods.values())
    columns = (Column("year", "Year", whole=True), Column("references", "", right=True), Column("bar", ""))
    rows = (
        (str(start) if together == 1 else f"{start}-{start + together - 1}", f"{count:,}", Bar(count, most))
        for start, count in periods.items()
    )
    return Table(columns, tuple(rows))
