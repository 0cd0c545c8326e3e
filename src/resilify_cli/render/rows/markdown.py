"""A table, or a page, as Markdown (GFM): for pull requests, wikis and documents. Content is never read as markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final, TypeAlias

from resilify_cli.page import Block, Grid, Heading, Pairs, Paragraph, Run, Verbatim
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.cell import marked
from resilify_cli.render.escape import visible
from resilify_cli.render.lists import Nesting
from resilify_cli.render.markdown_text import emphasised, heading, inline, line_start, link, table
from resilify_cli.report import Cell, Report, Table, Text

_ORDERED: Final = re.compile(r"\d{1,9}[.)]")
_BULLETS: Final = frozenset("•-*+–")

Stretch: TypeAlias = tuple[str, str, str | None]
"""A text as it is, the delimiter of its emphasis, and the address it leads to."""


def _render(report: Report, _screen: Screen) -> str:
    return _table(report.table) if report.page is None else _page(report.page)


def _table(rows: Table) -> str:
    header = [inline(column.header) for column in rows.columns]
    right = [column.right for column in rows.columns]
    return table(header, right, ([_cell(cell) for cell in row] for row in rows.rows))


def _cell(cell: Cell) -> str:
    stretches = [(text, "**" * is_marked) for text, is_marked in marked(cell)]
    address = cell.link if isinstance(cell, Text) else None
    return _joined([(text, delimiter, address) for text, delimiter in stretches])


def _page(page: Sequence[Block]) -> str:
    nesting = Nesting(0)
    parts: list[str] = []
    previous: Block | None = None
    for block in page:
        if previous is not None:
            parts.append("\n" if _is_next_item(previous, block) else "\n\n")
        parts.append(_paragraph(block, nesting) if isinstance(block, Paragraph) else _other(block, nesting))
        previous = block
    return "".join(parts) + "\n" * bool(parts)


def _is_next_item(previous: Block, block: Block) -> bool:
    """Whether a block is a list item that can follow on the next line.

    A list that begins with a number can only interrupt a paragraph if the number is 1.
    """
    if not (isinstance(previous, Paragraph) and isinstance(block, Paragraph)):
        return False
    is_list = bool(previous.marker and block.marker)
    return is_list and (previous.indent >= block.indent or not _ORDERED.fullmatch(block.marker))


def _other(block: Heading | Pairs | Verbatim | Grid, nesting: Nesting) -> str:
    nesting.end()
    if isinstance(block, Heading):
        return heading(block.text, block.level)
    if isinstance(block, Verbatim):
        return _fenced(block.text)
    if isinstance(block, Grid):
        return _table(block.table).removesuffix("\n")
    pairs = ((inline(label), " ".join(_lines(runs))) for label, runs in block.pairs)
    return "\n".join(f"- **{label}:** {value}".rstrip() for label, value in pairs)


def _fenced(text: str) -> str:
    """Return lines as code, behind a fence longer than any that they hold."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence, *(visible(line) for line in text.split("\n")), fence])


def _paragraph(block: Paragraph, nesting: Nesting) -> str:
    lead, mark = _marker(block.marker)
    column = nesting.place(block, len(lead))
    first, *others = _broken(_lines(block.runs)).split("\n")
    indent = " " * (column + len(lead))
    start = " " * column + lead + mark + first
    return "\n".join([start.rstrip(" "), *(f"{indent}{line}" if line else "" for line in others)])


def _marker(marker: str) -> tuple[str, str]:
    """The list marker that Markdown has for a marker, and what of it is left to be text, each with a space behind."""
    if not marker:
        return "", ""
    if _ORDERED.fullmatch(marker):
        return f"{marker} ", ""
    return "- ", "" if marker in _BULLETS else f"{inline(marker)} "


def _broken(lines: Sequence[str]) -> str:
    """Return lines of `inline` text with line breaks between them; an empty one parts paragraphs."""
    paragraphs = [list(group) for has_text, group in groupby(lines, key=bool) if has_text]
    return "\n\n".join("\\\n".join(map(line_start, paragraph)) for paragraph in paragraphs)


def _lines(runs: Sequence[Run]) -> list[str]:
    """Return each line of runs as `inline` text."""
    lines: list[list[Stretch]] = [[]]
    for run in runs:
        first, *others = run.text.replace("\r\n", "\n").split("\n")
        look = "**" * run.bold + "*" * run.italic
        lines[-1].append((first, look, run.link))
        lines.extend([(text, look, run.link)] for text in others)
    return [_joined([stretch for stretch in line if stretch[0]]).strip(" ") for line in lines]


def _joined(stretches: Sequence[Stretch]) -> str:
    """Return stretches of one line as one `inline` text."""
    shown = ""
    followers = [*(text for text, _, _ in stretches), ""][1:]
    for (text, look, address), after in zip(stretches, followers, strict=True):
        if address is not None:
            # An exclamation mark before a link makes an image of it.
            shown = re.sub(r"!$", r"\!", shown) + link(text, address, look)
        elif look:
            shown += emphasised(text, look, shown, after)
        else:
            plain = inline(text)
            shown += f"\\{plain}" if shown.endswith("]") and plain[:1] in {"(", ":"} else plain
    return shown


RENDERER: Final = Renderer("markdown", "a table or a page as GitHub's Markdown", _render)
