"""One file, read: its values, the place of each, and what is wrong with the file itself."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from resilify_cli.content.frontmatter import BOM, FrontMatterHandler
from resilify_cli.content.scalar_offsets import offsets
from resilify_cli.content.yaml_events import Entry, Node
from resilify_cli.diagnostics import Extent, Fault, FieldPath, On, Span

if TYPE_CHECKING:
    from pathlib import Path

_HANDLER: Final = FrontMatterHandler()
_STRAY_BYTES: Final = re.compile("[\ud800-\udfff]")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_BLOCK_STYLES: Final = frozenset("|>")


class Document:
    """A file's text and the tree of its front matter.

    Offsets count characters of `text`, which is the whole file, byte order mark and line endings included.
    """

    def __init__(self, text: str, path: Path, faults: tuple[Fault, ...] = ()) -> None:
        self.text = text
        self.path = path
        split = _HANDLER.extents(text)
        self.has_front_matter = split.found
        self.block = split.block
        """Where the front matter's YAML lies, as offsets in the text."""
        self.tree = _HANDLER.tree(text[slice(*split.block)])
        """The YAML as nodes, with offsets in the block."""
        self._body = split.body
        self._is_whole = True
        self._first_faults = (*faults, *split.faults)
        self._offsets: dict[int, list[Extent] | None] = {}

    @classmethod
    def from_bytes(cls, data: bytes, path: Path) -> Document:
        """Decode as the site does: bytes that are no UTF-8 are told of, and each is read as U+FFFD."""
        if data.startswith(_UTF16_MARKS):
            fault = Fault("not-utf8", "the file is UTF-16", extent=(0, 1), help="save the file as UTF-8")
            return cls(data.decode("utf-16", "replace"), path, (fault,))
        try:
            return cls(data.decode("utf-8"), path)
        except UnicodeDecodeError:
            text = data.decode("utf-8", "surrogateescape")
        stray = _STRAY_BYTES.search(text)
        start = stray.start() if stray else 0
        message = f"the file is not UTF-8: the byte 0x{ord(text[start]) & 0xFF:02X} is shown as \ufffd"
        fault = Fault("not-utf8", message, extent=(start, start + 1), help="save the file as UTF-8")
        return cls(_STRAY_BYTES.sub("\ufffd", text), path, (fault,))

    @classmethod
    def beginning(cls, data: bytes, path: Path, fault: Fault) -> Document:
        """Make a document of the beginning of a file, all of which that is known; the fault says why."""
        document = cls(data.decode("utf-8", "replace"), path, (fault,))
        document._is_whole = False
        return document

    @cached_property
    def values(self) -> dict[str, Any]:
        """The front matter as plain data; empty where there is none that could be read."""
        root = self.tree.root
        plain = root.plain() if root else {}
        return plain if isinstance(plain, dict) else {}

    @property
    def root(self) -> dict[str, Entry]:
        """The entries of the front matter, with their places."""
        return self.tree.root.value if self.tree.root and isinstance(self.tree.root.value, dict) else {}

    @property
    def is_complete(self) -> bool:
        """False where the YAML could not be read to its end: what is not there may only be unread."""
        return self._is_whole and self.tree.complete

    @property
    def body(self) -> str:
        """What stands below the front matter."""
        return self.text[slice(*self._body)]

    @property
    def body_start(self) -> int:
        """The offset of the body in the text."""
        return self._body[0]

    @property
    def is_utf8(self) -> bool:
        """False where the text is not, byte for byte, what the file holds; it cannot be written back then."""
        return self._is_whole and all(fault.kind != "not-utf8" for fault in self._first_faults)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the file and its YAML, with extents in `text`."""
        if not self._is_whole:
            return self._first_faults[:1]
        base = self.block[0]
        moved = (
            replace(fault, extent=(fault.extent[0] + base, fault.extent[1] + base)) if fault.extent else fault
            for fault in self.tree.faults
        )
        return (*self._first_faults, *moved)

    def has(self, path: FieldPath) -> bool:
        """Tell whether the front matter has a field."""
        return len(self._walk(path)) == len(path) + 1

    def value(self, path: FieldPath) -> Any:  # noqa: ANN401 - whatever YAML can hold
        """Return the value of a field as plain data; None where there is none."""
        trail = self._walk(path)
        return trail[-1][1].plain() if len(trail) == len(path) + 1 else None

    def style(self, path: FieldPath) -> str:
        """Tell how a scalar is written: by its opening character, a quote, `|` or `>`; empty for a plain one."""
        trail = self._walk(path)
        return (trail[-1][1].style or "") if len(trail) == len(path) + 1 else ""

    def locate(
        self, path: FieldPath, start: int | None = None, end: int | None = None, on: On = On.VALUE
    ) -> Span:
        """Return where a field stands; with `start` and `end`, where that part of its value (offsets in it) does.

        For a field that is not there: where the nearest one around it begins.
        """
        return self.span(*self.extent(path, start, end, on))

    def extent(
        self, path: FieldPath, start: int | None = None, end: int | None = None, on: On = On.VALUE
    ) -> Extent:
        """Like `locate`, as offsets in the text."""
        trail = self._walk(path)
        if not path or len(trail) <= len(path):
            return self._parent_extent(path, trail)
        key, node = trail[-1]
        whole = self._node_extent(node)
        if on is On.KEY or whole[0] == whole[1]:
            return self._shift(key) if key else whole
        if start is None or end is None or not isinstance(node.value, str):
            return whole
        return self._part(node, start, end) or whole

    def reach(self, path: FieldPath, start: int, end: int) -> Extent:
        """Like `extent` of a part, as far as the characters beside it: with indentation that belongs to no character."""
        first, last = self.extent(path, start, end)
        before = self.extent(path, start - 1, start)[1] if start > 0 else first
        after = self.extent(path, end, end + 1)[0]
        return min(before, first), max(after, last)

    def span(self, start: int, end: int) -> Span:
        """Turn offsets in the text into lines and columns, from 1. Only a line feed ends a line."""
        return Span(*self._position(start), *self._position(max(start, end)))

    def offset(self, line: int, column: int) -> int:
        """Turn a line and a column, from 1, back into an offset."""
        return self._line_starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Return a line of the file, from 1, without its ending."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end != -1 else None].removesuffix("\r")

    @property
    def line_count(self) -> int:
        """How many lines the file has; what follows the last line feed is one, though it be empty."""
        return len(self._line_starts)

    @cached_property
    def _line_starts(self) -> list[int]:
        first = 1 if self.text.startswith(BOM) else 0  # an editor shows a byte order mark as nothing
        return [first, *(match.end() for match in re.finditer("\n", self.text))]

    def _position(self, offset: int) -> tuple[int, int]:
        offset = max(min(offset, len(self.text)), self._line_starts[0])
        number = bisect.bisect_right(self._line_starts, offset)
        return number, offset - self._line_starts[number - 1] + 1

    def _walk(self, path: FieldPath) -> list[tuple[Extent | None, Node]]:
        """Return the key and node of every step that exists, the root first."""
        if self.tree.root is None:
            return []
        trail: list[tuple[Extent | None, Node]] = [(None, self.tree.root)]
        for step in path:
            value = trail[-1][1].value
            if isinstance(value, dict) and step in value:
                trail.append((value[step].key, value[step].node))
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                trail.append((None, value[step]))
            else:
                break
        return trail

    def _parent_extent(self, path: FieldPath, trail: list[tuple[Extent | None, Node]]) -> Extent:
        """The key of the nearest field around; for an item of a list, its first line; for the file, its fence."""
        if len(trail) <= 1:
            start = self.text.find("---")
            return (start, start + 3) if 0 <= start < self.block[0] else (0, min(1, len(self.text)))
        key, node = trail[-1]
        if key and not isinstance(path[len(trail) - 2], int):
            return self._shift(key)
        start, end = self._node_extent(node)
        return start, self._end_of_line(start, end)

    def _end_of_line(self, start: int, end: int) -> int:
        stop = self.text.find("\n", start, end)
        return end if stop == -1 else len(self.text[start:stop].rstrip()) + start

    def _node_extent(self, node: Node) -> Extent:
        start, end = self._shift((node.start, node.end))
        if node.style in _BLOCK_STYLES or isinstance(node.value, dict | list):
            end = start + len(self.text[start:end].rstrip())
        return start, end

    def _shift(self, extent: Extent) -> Extent:
        return extent[0] + self.block[0], extent[1] + self.block[0]

    def _part(self, node: Node, start: int, end: int) -> Extent | None:
        source_start, source_end = self._shift((node.start, node.end))
        if node.start not in self._offsets:
            self._offsets[node.start] = offsets(self.text[source_start:source_end], node.style, node.value)
        mapped = self._offsets[node.start]
        if not mapped or not 0 <= start <= end <= len(mapped):
            return None
        if start == len(mapped):
            at = mapped[-1][1]
            return source_start + at, source_start + at
        last = mapped[end - 1][1] if end > start else mapped[start][0]
        return source_start + mapped[start][0], source_start + last
