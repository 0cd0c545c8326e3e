"""One program in full: as data, as a page to read, and as rows of field and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from resilify_cli.cli.listing import status
from resilify_cli.content.html import HtmlBlock, to_blocks, to_text
from resilify_cli.diagnostics import On
from resilify_cli.errors import FilterError
from resilify_cli.page import Block, Heading, Pairs, Paragraph, Run
from resilify_cli.references import doi
from resilify_cli.report import Cell, Column, Json, Table

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.diagnostics import Diagnostic
    from resilify_cli.facts import CategoryFacts, Facts, ReferenceFacts, RelatedFacts, SessionFacts

SECTIONS: Final = ("overview", "categories", "tags", "sessions", "related", "backlinks", "references", "body")
ROW_COLUMNS: Final = (
    Column("slug", "Slug", role="slug", whole=True),
    Column("field", "Field", whole=True, role="muted"),
    Column("value", "Value"),
)
_IN_HEAD: Final = frozenset(("categories", "tags"))
_SECTION: Final = re.compile(r"(?P<name>\w+)(?:\[(?P<number>\d+)\])?")


def page_data(program: ProgramFile, catalogue: Catalogue) -> dict[str, Json]:
    """Return everything that `show` tells of one program."""
    facts = program.facts
    return {
        "slug": facts.slug,
        "path": facts.path,
        "title": facts.title,
        "programId": facts.program_id,
        "sequence": facts.sequence,
        "image": facts.image,
        "overview": {"html": facts.overview or "", "text": to_text(facts.overview or "")},
        "categories": [category.title for category in facts.categories],
        "tags": [tag.text for tag in facts.tags],
        "sessions": [
            {
                "number": s.number,
                "title": s.title,
                "overview": s.overview,
                "activityOverview": s.activity_overview,
            }
            for s in facts.sessions
        ],
        "related": [_related_data(related, catalogue) for related in facts.related],
        "backlinks": list(catalogue.relations.backlinks(facts.slug)),
        "references": [
            _reference_data(number, reference) for number, reference in enumerate(facts.references, 1)
        ],
        "body": facts.body,
        "status": status(program),
    }


def _related_data(related: RelatedFacts, catalogue: Catalogue) -> dict[str, Json]:
    resolution = catalogue.relations.resolve(related.slug) if related.slug else None
    target = resolution.target if resolution else None
    return {
        "title": related.title,
        "slug": related.slug,
        "resolved": resolution is not None and resolution.is_known,
        "target": target.slug if target else None,
    }


def _reference_data(number: int, reference: ReferenceFacts) -> dict[str, Json]:
    found = doi.doi_of(reference.link) if reference.link else None
    if found is None:
        written = doi.find(f"{reference.reference or ''} {reference.title or ''}")
        found = written[0].doi if written else None
    return {
        "number": number,
        "title": reference.title,
        "reference": reference.reference,
        "link": reference.link,
        "doi": found,
        "image": reference.image,
    }


def section_of(data: dict[str, Json], section: str) -> Json:
    """Return one part of a program's data: `overview`, or `sessions[3]` for the third. Raises FilterError."""
    match = _SECTION.fullmatch(section)
    if match is None or match["name"] not in SECTIONS:
        msg = f"no section is called {section!r}; there are {', '.join(SECTIONS)}, and sessions[3] for the third session"
        raise FilterError(msg)
    value = data[match["name"]]
    if match["number"] is None:
        return value
    number = int(match["number"])
    if not isinstance(value, list):
        msg = f"{data['slug']} has no {section}: {match['name']} is no list"
        raise FilterError(msg)
    if not 1 <= number <= len(value):
        msg = f"{data['slug']} has no {section}: it has {len(value)} {match['name']}"
        raise FilterError(msg)
    return [value[number - 1]]


def narrowed(data: dict[str, Json], section: str | None) -> dict[str, Json]:
    """Return the data with one section alone (a list of one, for `sessions[3]`), or all of it."""
    if section is None:
        return data
    name = section.partition("[")[0]
    return {"slug": data["slug"], "title": data["title"], name: section_of(data, section)}


def page(data: dict[str, Json], findings: Sequence[Diagnostic] = ()) -> tuple[Block, ...]:
    """Make a page to read of a program's data, whole or narrowed."""
    blocks: list[Block] = [Heading(data["title"] or data["slug"], 1)]
    is_whole = "path" in data
    if is_whole:
        blocks.append(_head(data))
    blocks += _findings(findings)
    for name in SECTIONS:
        if data.get(name) and not (is_whole and name in _IN_HEAD):
            blocks += _PARTS[name](data[name])
    return tuple(blocks)


def _head(data: dict[str, Json]) -> Pairs:
    shown: dict[str, Any] = {
        "Slug": Run(data["slug"], role="slug", source=data["path"]),
        "Sequence": data["sequence"],
        "Program id": data["programId"],
        "Image": data["image"],
        "Categories": ", ".join(data["categories"]),
        "Tags": ", ".join(data["tags"]),
        "File": Run(data["path"], role="path", source=data["path"]),
    }
    return Pairs(
        tuple(
            (label, (value if isinstance(value, Run) else Run(str(value)),))
            for label, value in shown.items()
            if value not in (None, "")
        )
    )


def _findings(findings: Sequence[Diagnostic]) -> Iterator[Block]:
    if findings:
        yield Heading("What is wrong")
    for finding in findings:
        where = Run(f"{finding.span.line}:{finding.span.column} {finding.code} ", role="code")
        yield Paragraph((where, Run(finding.message)), marker="✗", marker_role="bad")


def _overview(overview: Json) -> Iterator[Block]:
    yield Heading("Overview")
    yield from map(html_paragraph, to_blocks(overview["html"]))


def html_paragraph(block: HtmlBlock) -> Paragraph:
    """Turn a block of HTML into a paragraph of a page."""
    return Paragraph(
        tuple(Run(r.text, r.bold, r.italic, r.link) for r in block.runs), block.depth, block.marker
    )


def _sessions(sessions: Json) -> Iterator[Block]:
    yield Heading("Sessions")
    for session in sessions:
        yield Paragraph(
            (Run(session["title"] or "", bold=True),), marker=f"{session['number']}.", marker_role="muted"
        )
        if session["overview"]:
            yield Paragraph((Run(session["overview"]),), indent=1)
        if session["activityOverview"]:
            yield Paragraph((Run("Activity: ", italic=True), Run(session["activityOverview"])), indent=1)


def _related(related: Json) -> Iterator[Block]:
    yield Heading("Related programs")
    for entry in related:
        good = entry["resolved"] and entry["target"] == entry["slug"]
        runs = (Run(entry["title"] or ""), Run(f"  {entry['slug'] or ''}", role="slug"), *_leads(entry))
        yield Paragraph(runs, marker="✓" if good else "✗", marker_role="good" if good else "bad")


def _leads(entry: Json) -> Iterator[Run]:
    if entry["target"] is None:
        yield Run("  no such program; the card is dropped", role="bad")
    elif entry["target"] != entry["slug"]:
        yield Run(f"  the site shows {entry['target']}", role="bad")


def _backlinks(backlinks: Json) -> Iterator[Block]:
    yield Heading("Linked from")
    yield Paragraph((Run(", ".join(backlinks), role="slug"),))


def _references(references: Json) -> Iterator[Block]:
    yield Heading("References")
    for reference in references:
        yield Paragraph(
            (Run(reference["title"] or "", bold=True),), marker=f"{reference['number']}.", marker_role="muted"
        )
        if reference["reference"]:
            yield Paragraph((Run(reference["reference"]),), indent=1)
        link = (reference["link"] or "").strip() or None
        if link:
            yield Paragraph((Run(link, link=link),), indent=1)
        if reference["doi"] and (link is None or doi.doi_of(link) is None):
            yield Paragraph((Run(f"DOI {reference['doi']}", link=doi.to_url(reference["doi"])),), indent=1)


def _body(body: Json) -> Iterator[Block]:
    if body.strip():
        yield Heading("Body")
        for paragraph in re.split(r"\n\s*\n", body.replace("\r\n", "\n").strip("\n")):
            yield Paragraph((Run(paragraph),))


def _categories(names: Json) -> Iterator[Block]:
    yield from _names("Categories", names)


def _tags(names: Json) -> Iterator[Block]:
    yield from _names("Tags", names)


def _names(heading: str, names: Json) -> Iterator[Block]:
    yield Heading(heading)
    yield Paragraph((Run(", ".join(names)),))


_PARTS: Final = {
    "overview": _overview,
    "categories": _categories,
    "tags": _tags,
    "sessions": _sessions,
    "related": _related,
    "backlinks": _backlinks,
    "references": _references,
    "body": _body,
}


def rows_table(programs: Sequence[dict[str, Json]]) -> Table:
    """Make rows of slug, field and value, a row for every value of every program."""
    rows = [(data["slug"], field, value) for data in programs for field, value in _flat(data)]
    return Table(ROW_COLUMNS, tuple(rows))


def _flat(value: Json, name: str = "") -> Iterator[tuple[str, Cell]]:
    """Walk over data; items of lists count from 1, as people count sessions."""
    if isinstance(value, dict):
        for key, item in value.items():
            if name or key != "slug":
                yield from _flat(item, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for place, item in enumerate(value, 1):
            number = item.get("number", place) if isinstance(item, dict) else place
            yield from _flat(item, f"{name}[{number}]")
    else:
        yield name, str(value).lower() if isinstance(value, bool) else value


def raw_text(program: ProgramFile, section: str | None) -> str:
    """Return the source of a program's file, or the lines of a section that `section_of` knows to be there."""
    document = program.document
    if section is None:
        return document.text
    if section == "body":
        return document.body
    at = _path_of(program.facts, section)
    if at is None or not document.has(at):
        return ""
    start, end = document.extent(at, on=On.KEY)[0], document.extent(at)[1]
    start = document.text.rfind("\n", 0, start) + 1
    return document.text[start:end].rstrip() + "\n"


def _path_of(facts: Facts, section: str) -> tuple[str | int, ...] | None:
    name, _, rest = section.partition("[")
    lists: dict[str, Sequence[CategoryFacts | SessionFacts | RelatedFacts | ReferenceFacts]] = {
        "sessions": facts.sessions,
        "related": facts.related,
        "references": facts.references,
        "categories": facts.categories,
    }
    if name in lists and rest:
        return lists[name][int(rest.rstrip("]")) - 1].at
    whole = {"sessions": "sessions", "related": "relatedpost"}
    return (whole.get(name, name),) if name not in {"body", "backlinks"} else None
