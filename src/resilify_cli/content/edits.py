"""From a wish (another text here, a field there) to edits of the file's own characters.

Everything outside an edit stays byte for byte. Each edit is tried first: the file is read again with it, and
where anything but the wish came true, the next way to write it is tried; none left, there is no fix.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from resilify_cli.diagnostics import Changes, Extent, FieldPath, On, Part

if TYPE_CHECKING:
    from resilify_cli.content.document import Document

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LIST_ITEM: Final = re.compile(r"[ \t]*-[ \t]+")
_BLANK_LINES: Final = re.compile(r"(?:\r?\n[ \t]*(?=\r?\n))+")
_BLOCKS: Final = frozenset("|>")


@dataclass(frozen=True, slots=True)
class SetText:
    """Write `text` in the place of a scalar's value, or of the part `within` it (offsets in the value)."""

    at: FieldPath
    text: str
    within: Extent | None = None


@dataclass(frozen=True, slots=True)
class SetNumber:
    """Write a whole number in the place of a scalar's value."""

    at: FieldPath
    number: int


@dataclass(frozen=True, slots=True)
class AddField:
    """Add a text field to the mapping at `at`, behind its field `after`."""

    at: FieldPath
    name: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class RenameField:
    """Give the field at `at` another name; its value stays."""

    at: FieldPath
    name: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a field with its value, or an item of a list, with the whole lines that it stands on."""

    at: FieldPath


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Put `content` in the place of characters of the file; `changes` says what that makes of the values."""

    extent: Extent
    content: str
    changes: Changes = ()


Step: TypeAlias = SetText | SetNumber | AddField | RenameField | Remove | Rewrite
TextEdit: TypeAlias = tuple[Extent, str]
"""An extent of a file's text, and what to put in its place."""


Plan: TypeAlias = tuple[tuple[TextEdit, ...], Changes]
"""Edits, and what they change."""


def plan(document: Document, steps: Sequence[Step]) -> Plan | None:
    """Return the edits that take the steps, and what they change; None where that cannot be done for sure."""
    draft = _first_draft(document, steps)
    if draft and comes_true(document, *draft):
        return draft
    for wished in (steps, _merged(document, steps)):
        draft = _joined(document, steps, [_sure_way(document, step) for step in wished])
        if draft and comes_true(document, *draft):
            return draft
    return None


def plan_each(document: Document, wishes: Sequence[Sequence[Step]]) -> list[Plan | None]:
    """Plan several wishes as `plan` does each; those that come true together are proved by one reading of the file."""
    drafts = [_first_draft(document, steps) for steps in wishes]
    plans: list[Plan | None] = [None] * len(wishes)
    waiting = [range(len(wishes))] if wishes else []
    while waiting:
        group = waiting.pop()
        if len(group) == 1:
            plans[group[0]] = plan(document, wishes[group[0]])
        elif _come_true_together(document, [drafts[index] for index in group]):
            for index in group:
                plans[index] = drafts[index]
        else:
            middle = len(group) // 2
            waiting += (group[:middle], group[middle:])
    return plans


def _come_true_together(document: Document, drafts: Sequence[Plan | None]) -> bool:
    edits = sorted(edit for draft in drafts if draft for edit in draft[0])
    if None in drafts or overlap(edits):
        return False
    try:
        return comes_true(document, edits, tuple(change for draft in drafts if draft for change in draft[1]))
    except (KeyError, IndexError, TypeError):  # two wishes speak of the same field, and the first removes it
        return False


def _first_draft(document: Document, steps: Sequence[Step]) -> Plan | None:
    return _joined(document, steps, [next(_ways(document, step), None) for step in steps])


def _joined(document: Document, steps: Sequence[Step], ways: Sequence[list[TextEdit] | None]) -> Plan | None:
    edits = tuple(sorted({edit for way in ways for edit in way or ()}))
    if None in ways or not edits or overlap(edits):
        return None
    return edits, tuple(change for step in steps for change in _changes(document, step))


def _sure_way(document: Document, step: Step) -> list[TextEdit] | None:
    """The first way to write a step of which only what was wished for comes."""
    wanted = _changes(document, step)
    return next((way for way in _ways(document, step) if comes_true(document, way, wanted)), None)


def _merged(document: Document, steps: Sequence[Step]) -> list[Step]:
    """Make one step of all that set parts of the same text: the text as a whole. None where parts overlap."""
    parts = [step for step in steps if isinstance(step, SetText) and step.within is not None]
    by_path: dict[FieldPath, list[TextEdit]] = {}
    for step in parts:
        by_path.setdefault(step.at, []).append((step.within or (0, 0), step.text))
    if any(overlap(sorted(edits)) for edits in by_path.values()):
        return []
    wholes = [SetText(at, edited(document.value(at), edits)) for at, edits in by_path.items()]
    return [*wholes, *(step for step in steps if step not in parts)]


def overlap(edits: Sequence[TextEdit]) -> bool:
    """Tell whether two of some sorted edits touch the same characters, or the same place between two."""
    return any(
        later[0][0] < earlier[0][1] or later[0] == earlier[0] for earlier, later in itertools.pairwise(edits)
    )


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """Return a text with edits made, which do not overlap."""
    pieces: list[str] = []
    at = 0
    for (start, end), content in sorted(edits):
        pieces += (text[at:start], content)
        at = end
    return "".join((*pieces, text[at:]))


def comes_true(document: Document, edits: Iterable[TextEdit], changes: Changes) -> bool:
    """Tell whether the file, read again after the edits, has exactly the declared changes, and no new fault."""
    after = type(document)(edited(document.text, edits), document.path)
    if _line_feeds(document.body) != _line_feeds(after.body) or len(after.faults) > len(document.faults):
        return False
    return _canonical(with_changes(document.values, changes)) == _canonical(after.values)


def with_changes(values: dict[str, Any], changes: Changes) -> dict[str, Any]:
    """Return a copy of some values with changes made; removals last, the later items of a list first."""
    copied = _with_own_parents(values, [path for path, _ in changes])
    set_whole = [
        (path, value) for path, value in changes if value is not None and not isinstance(value, Part)
    ]
    for path, value in _parts_last_first(changes):
        parent = _parent(copied, path)
        (start, end), text = value.extent, parent[path[-1]]
        parent[path[-1]] = text[:start] + value.text + text[end:]
    for path, value in set_whole:
        _parent(copied, path)[path[-1]] = value
    removed = sorted((path for path, value in changes if value is None), key=_steps, reverse=True)
    for path in removed:
        parent = _parent(copied, path)
        if not isinstance(parent, dict) or path[-1] in parent:
            del parent[path[-1]]
    return copied


def _with_own_parents(values: dict[str, Any], paths: Iterable[FieldPath]) -> dict[str, Any]:
    """Copy what holds the values at some paths, and share the rest."""
    copies: dict[FieldPath, Any] = {(): copy(values)}
    for path in paths:
        for depth in range(1, len(path)):
            at = path[:depth]
            if at not in copies:
                parent = copies[at[:-1]]
                copies[at] = parent[at[-1]] = copy(parent[at[-1]])
    whole: dict[str, Any] = copies[()]
    return whole


def _parts_last_first(changes: Changes) -> list[tuple[FieldPath, Part]]:
    """The later parts of a text first, so that the offsets of the others hold."""
    parts = [(path, value) for path, value in changes if isinstance(value, Part)]
    return sorted(parts, key=lambda change: change[1].extent, reverse=True)


def _parent(values: Any, path: FieldPath) -> Any:  # noqa: ANN401 - whatever YAML can hold
    for step in path[:-1]:
        values = values[step]
    return values


def _steps(path: FieldPath) -> list[tuple[bool, int, str]]:
    return [(isinstance(s, str), s if isinstance(s, int) else 0, str(s)) for s in path]


def _canonical(values: Any) -> str:  # noqa: ANN401
    return json.dumps(values, sort_keys=True, default=repr)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n")


def _changes(document: Document, step: Step) -> Changes:
    """What a step means for the values."""
    match step:
        case SetText(at, text, within):
            is_part = within is not None and isinstance(document.value(at), str)
            return ((at, Part(within, text) if within and is_part else text),)
        case SetNumber(at, number):
            return ((at, number),)
        case AddField(at, name, text):
            return (((*at, name), text),)
        case RenameField(at, name):
            return ((at, None), ((*at[:-1], name), document.value(at)))
        case Remove(at):
            return ((at, None),)
        case Rewrite(_, _, changes):
            return changes


def _ways(document: Document, step: Step) -> Iterator[list[TextEdit]]:
    """Yield the ways to write a step, the one that changes least first."""
    match step:
        case SetText(at, text, within):
            yield from _ways_to_set(document, at, text, within)
        case SetNumber(at, number):
            yield [(document.extent(at), str(number))]
        case AddField(at, name, text, after):
            yield from _ways_to_add(document, at, name, text, after)
        case RenameField(at, name):
            yield [(document.extent(at, on=On.KEY), name)]
        case Remove(at):
            yield from _ways_to_remove(document, at)
        case Rewrite(extent, content):
            yield [(extent, content)]


def _ways_to_set(
    document: Document, at: FieldPath, text: str, within: Extent | None
) -> Iterator[list[TextEdit]]:
    style = document.style(at)
    whole = document.extent(at)
    value = document.value(at)
    if within is not None and isinstance(value, str):
        part = document.extent(at, *within)
        if part != whole or within == (0, len(value)):
            yield from ([(extent, _escaped(text, style))] for extent in _extents(document, at, within))
        text = value[: within[0]] + text + value[within[1] :]
    if value is None and document.has(at) and isinstance(at[-1], str):
        colon = document.text.find(":", document.extent(at, on=On.KEY)[1]) + 1
        yield from ([((colon, colon), f" {written}")] for written in _written(text, ""))
    elif document.has(at):
        anew = _written(text, style) if style not in _BLOCKS else _block_anew(document, at, text)
        yield from ([(whole, written)] for written in anew)


def _block_anew(document: Document, at: FieldPath, text: str) -> Iterator[str]:
    """Yield the ways to write a block scalar anew: of one line as any other text, of several as a block of its kind."""
    lines = text.strip("\n").split("\n")
    if len(lines) == 1:
        yield from _written(text, "")
        return
    start, end = document.extent(at)
    header, _, rest = document.text[start:end].partition("\n")
    indent = rest[: len(rest) - len(rest.lstrip())].rpartition("\n")[2]
    newline = "\r\n" if header.endswith("\r") else "\n"
    between = newline if header[0] == "|" else newline * 2
    written = between.join(f"{indent}{line}" if line else "" for line in lines)
    yield f"{header.rstrip()}{newline}{written}"


def _extents(document: Document, at: FieldPath, within: Extent) -> list[Extent]:
    """The extents that a part of a scalar may be taken to have: what is a line of its own goes with its indentation."""
    start, end = document.extent(at, *within)
    written = document.text[start:end]
    if written.endswith("\n"):
        return [(start, document.reach(at, *within)[1]), (start, end)]
    if written.startswith(("\n", "\r")):
        return [(document.reach(at, *within)[0], end), (start, end)]
    return [(start, end)]


def _ways_to_add(
    document: Document, at: FieldPath, name: str, text: str, after: str
) -> Iterator[list[TextEdit]]:
    if not document.has((*at, after)):
        return
    key = document.extent((*at, after), on=On.KEY)
    end = max(document.extent((*at, after))[1], key[1])
    column = key[0] - (document.text.rfind("\n", 0, key[0]) + 1)
    line_end = _line_end(document.text, end)
    blank_end = _line_end(document.text, _last_blank(document.text, line_end))
    newline = "\r\n" if document.text.startswith("\r\n", line_end) else "\n"
    for written in _written(text, ""):
        yield [((line_end, line_end), f"{newline}{' ' * column}{name}: {written}")]
        yield [((end, end), f", {name}: {written}")]
        yield [((blank_end, blank_end), f"{newline}{' ' * column}{name}: {written}")]


def _ways_to_remove(document: Document, at: FieldPath) -> Iterator[list[TextEdit]]:
    """The whole lines of an item of a list or a field; what shares a line with another is left alone."""
    if not document.has(at):
        return
    text = document.text
    start, end = document.extent(at)
    if not isinstance(at[-1], int):
        start = document.extent(at, on=On.KEY)[0]
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    if before.strip() and not (isinstance(at[-1], int) and _LIST_ITEM.fullmatch(before)):
        return
    line_end = _line_end(text, max(start, end))
    stop = text.find("\n", line_end)
    yield [((line_start, len(text) if stop == -1 else stop + 1), "")]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end == -1 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end


def _last_blank(text: str, at: int) -> int:
    """Where the last of the blank lines below the line of an offset begins; the offset where there is none."""
    match = _BLANK_LINES.match(text, at)
    return match.end() if match else at


def _written(text: str, style: str) -> Iterator[str]:
    """Yield the ways to write a scalar on one line, beginning with that of the one before."""
    plain, single, double = text, f"'{_escaped(text, chr(39))}'", f'"{_escaped(text, chr(34))}"'
    order = {"'": (single, double), '"': (double,)}.get(style, (plain, single, double))
    for written in order:
        if written is double or ("\n" not in text and "\r" not in text):
            yield written


def _escaped(text: str, style: str) -> str:
    if style == "'":
        return text.replace("'", "''")
    if style == '"':
        text = "".join(_ESCAPES.get(char, char) for char in text)
        return _UNPRINTABLE.sub(lambda match: f"\\U{ord(match[0]):08X}", text)
    return text
