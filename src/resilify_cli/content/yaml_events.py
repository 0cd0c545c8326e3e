"""Values and spans of a YAML block, built from the parser's event stream.

PyYAML's composer and loader are not used: on deeply nested input the C composer crashes the interpreter, a
duplicate key wins in silence, and aliases can blow a few bytes up to gigabytes. The event stream does neither,
and is the fastest way too. Offsets are counted in characters from the start of the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from resilify_cli.content.conflicts import our_side
from resilify_cli.content.scalar_offsets import SURROGATES, surrogates
from resilify_cli.content.scalars import Scalar, resolve
from resilify_cli.content.yaml_mistakes import mistake
from resilify_cli.diagnostics import Extent, Fault, FieldPath, quoted

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - PyYAML without libyaml: the same events, some fifteen times slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

HAS_LIBYAML: Final[bool] = yaml.__with_libyaml__

MAX_DEPTH: Final = 40
MAX_NODES: Final = 100_000
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# libyaml refuses a byte order mark inside the text, and ends a line at the others; the site reads them as they are.
_ORDINARY_TO_THE_SITE: Final = ("\ufeff", "\x85", "\u2028", "\u2029")
_TOO_DEEP: Final = "exceeded maximum nesting depth"
_BAD_ESCAPE: Final = "invalid Unicode character escape code"
_BLANKS: Final = re.compile(r"^ *\t[ \t]*(?=#|\r?$)", re.MULTILINE)
_QUOTES: Final = frozenset("\"'")
_BRACKETS: Final = frozenset("[{")
_PRIVATE_USE: Final = range(0xE000, 0xF8FF)
_KNOWN_TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in [
        "binary",
        "bool",
        "float",
        "int",
        "map",
        "merge",
        "null",
        "omap",
        "pairs",
        "seq",
        "set",
        "str",
        "timestamp",
    ]
)


class Node:
    """One YAML node: `value` is a scalar, a dict of `Entry` by key, or a list of nodes."""

    __slots__ = ("end", "start", "style", "value")

    value: Any

    def __init__(self, value: object, start: int, end: int, style: str | None = None) -> None:
        self.value = value
        self.start = start
        self.end = end
        self.style = style

    def plain(self) -> Any:  # noqa: ANN401 - whatever YAML can hold
        """Return the value as plain data: dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: entry.node.plain() for key, entry in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


class Entry:
    """A value of a mapping, with the place of its key."""

    __slots__ = ("key", "node")

    def __init__(self, key: Extent, node: Node) -> None:
        self.key = key
        self.node = node


@dataclass(frozen=True, slots=True)
class Tree:
    """The root node of a block (None where it is empty) and what is wrong with it.

    `complete` is False where the parser gave up: what stands behind that place is unknown, not missing.
    """

    root: Node | None
    faults: tuple[Fault, ...]
    complete: bool = True

    def walk(self) -> Iterator[tuple[FieldPath, Extent | None, Node]]:
        """Yield every node with its field path and the extent of its key (None: an item, or the root), in order."""
        yield from _walk(self.root)


def _walk(root: Node | None) -> Iterator[tuple[FieldPath, Extent | None, Node]]:
    waiting: list[tuple[FieldPath, Extent | None, Node]] = [((), None, root)] if root else []
    while waiting:
        path, key, node = waiting.pop()
        yield path, key, node
        if isinstance(node.value, dict):
            inner = [((*path, name), entry.key, entry.node) for name, entry in node.value.items()]
            waiting += reversed(inner)
        elif isinstance(node.value, list):
            waiting += reversed([((*path, index), None, item) for index, item in enumerate(node.value)])


def read_yaml(block: str) -> Tree:
    """Parse a YAML block leniently: what could be read before a fault is kept."""
    return _read(block, {})


def _read(block: str, stands_for: Mapping[int, str | None]) -> Tree:
    """Parse a block in which some characters stand for others, or for nothing."""
    # js-yaml adds the last line feed, too, which matters for a block scalar at the end.
    text = our_side(block if block.endswith(("\n", "\r")) else block + "\n")
    builder = _Builder(text, stands_for)
    text = _readable(text, builder)
    try:
        _feed(text, builder)
    except yaml.MarkedYAMLError as error:
        # libyaml stumbles over a tab in an empty line, which means nothing to the site.
        mended = _BLANKS.sub(lambda match: match[0].replace("\t", " "), block)
        if mended != block:
            return _read(mended, stands_for)
        if _BAD_ESCAPE in (error.problem or "") and not stands_for and SURROGATES.search(block):
            return _read(*_without_surrogates(block))
        if _TOO_DEEP in (error.problem or "") and error.problem_mark:
            # libyaml 0.2.6 gives up before it tells of the first level; up to there our own limit is met first.
            return _read(block[: error.problem_mark.index], stands_for)
        builder.give_up(_mistake(error, text, builder.root))
    except (yaml.YAMLError, RecursionError) as error:
        builder.give_up(
            Fault("yaml-syntax", f"the front matter is not YAML: {error}", extent=(0, len(block)))
        )
    if builder.complete and builder.root is not None and not isinstance(builder.root.value, dict):
        kind = "a list" if isinstance(builder.root.value, list) else "text"
        message = f"the front matter is {kind}, not fields with values"
        extent = (builder.root.start, builder.root.end)
        builder.faults.append(Fault("yaml-syntax", message, extent=extent, help="write `title: …` and so on"))
    return Tree(builder.root, tuple(builder.faults), builder.complete)


def _without_surrogates(block: str) -> tuple[str, dict[int, str | None]]:
    """Put other escapes, of the same length, for those of surrogates, which libyaml refuses and JavaScript knows.

    Two that make a pair are one character, so that the second stands for nothing; one alone stays what it is.
    """
    free = (code for code in _PRIVATE_USE if chr(code) not in block)
    nothing = next(free, 0xFFFD)
    stands_for: dict[int, str | None] = {nothing: None}

    def other(match: re.Match[str]) -> str:
        code = next(free, 0xFFFD)
        stands_for[code] = surrogates(match)
        return f"\\u{code:04x}" + (f"\\u{nothing:04x}" if match["low"] else "")

    return SURROGATES.sub(other, block), stands_for


def _readable(text: str, builder: _Builder) -> str:
    """Put stand-ins of one character for what makes the parser refuse the whole text; so every offset holds."""
    if _UNPRINTABLE.search(text):
        for match in _UNPRINTABLE.finditer(text):
            message = f"the control character U+{ord(match[0]):04X} stands here; the page does not build"
            builder.faults.append(Fault("control-character", message, extent=match.span(), help="delete it"))
        text = _UNPRINTABLE.sub("\ufffd", text)
    for char in _ORDINARY_TO_THE_SITE:
        if char in text:
            stand_in = next((chr(code) for code in _PRIVATE_USE if chr(code) not in text), "\ufffd")
            text = text.replace(char, stand_in)
            builder.stands_for[ord(stand_in)] = char
    return text


def _feed(text: str, builder: _Builder) -> None:
    loader: Any = _Loader(text)
    try:
        event = loader.get_event()
        while event is not None and builder.take(event):
            event = loader.get_event()
    finally:
        loader.dispose()


class _Builder:
    """Puts nodes together from events, iteratively, so that depth costs no stack."""

    def __init__(self, source: str, stands_for: Mapping[int, str | None]) -> None:
        self.stands_for = dict(stands_for)
        self._source = source
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.complete = True
        self._stack: list[Node] = []
        self._keys: list[tuple[str, Extent] | None] = []
        self._nodes = 0

    def give_up(self, fault: Fault) -> None:
        """Note the fault behind which nothing is known."""
        self.faults.append(fault)
        self.complete = False

    def take(self, event: Any) -> bool:  # noqa: ANN401 - libyaml's events, whose marks are always there
        """Add one event; False: stop reading."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            start, end, style = event.start_mark.index, event.end_mark.index, event.style
            # The style of a plain scalar is None from the Python parser, and empty from libyaml.
            value = event.value.translate(self.stands_for) if self.stands_for else event.value
            node = Node(value, start, end, style) if style else Node(resolve(value), start, end)
            self._add(node, event)
        elif kind is yaml.MappingStartEvent:
            self._open(Node({}, event.start_mark.index, event.end_mark.index), event)
        elif kind is yaml.SequenceStartEvent:
            self._open(Node([], event.start_mark.index, event.end_mark.index), event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            message = f"the alias *{event.anchor} is not allowed here"
            extent = (event.start_mark.index, event.end_mark.index)
            self.faults.append(Fault("yaml-alias", message, extent=extent, help="write the value itself"))
            self._place(Node(None, *extent))
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            self._stop("yaml-syntax", "a second YAML document begins here", event)
        if self._nodes > MAX_NODES:
            self._stop("yaml-too-large", f"the front matter has more than {MAX_NODES:,} values", event)
        return self.complete and kind is not yaml.StreamEndEvent

    def _open(self, node: Node, event: Any) -> None:  # noqa: ANN401
        self._add(node, event)
        self._stack.append(node)
        self._keys.append(None)
        if len(self._stack) > MAX_DEPTH:
            self._stop("yaml-too-large", f"the front matter has more than {MAX_DEPTH} levels", event)

    def _stop(self, kind: str, message: str, event: Any) -> None:  # noqa: ANN401
        self.give_up(Fault(kind, message, extent=(event.start_mark.index, event.end_mark.index)))

    def _add(self, node: Node, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            self._refuse(
                "yaml-anchor", f"the anchor &{event.anchor} is not allowed here", f"&{event.anchor}", node
            )
        if event.tag is not None:
            effect = "the CMS loses it" if event.tag in _KNOWN_TAGS else "the page does not build"
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse("yaml-tag", f"the tag {tag} is not allowed here; {effect}", "!", node)
        self._place(node)

    def _refuse(self, kind: str, message: str, mark: str, node: Node) -> None:
        """Refuse the word before a value that begins with `mark`."""
        start = self._source.find(mark, node.start)
        end = re.compile(r"\s|$").search(self._source, start)
        extent = (start, end.start() if end else start)
        self.faults.append(Fault(kind, message, extent=extent, help="remove it"))

    def _place(self, node: Node) -> None:
        self._nodes += 1
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1].value
        key = self._keys[-1]
        if type(parent) is list:
            parent.append(node)
        elif key is None:
            self._keys[-1] = (self._key(node), (node.start, node.end))
        else:
            self._keys[-1] = None
            self._set(parent, key, node)

    def _set(self, mapping: dict[str, Entry], key: tuple[str, Extent], node: Node) -> None:
        name, extent = key
        if name in mapping:
            message = f"the field {quoted(name)} stands here a second time; the page does not build"
            self.faults.append(Fault("duplicate-key", message, extent=extent, help="keep one of the two"))
        else:
            mapping[name] = Entry(extent, node)

    def _key(self, node: Node) -> str:
        extent = (node.start, node.end)
        if isinstance(node.value, dict | list):
            message = "a list or a mapping stands where a field name is wanted"
            self.faults.append(Fault("yaml-syntax", message, extent=extent))
            return ""
        if node.value == "<<" and node.style is None:
            message = "the merge key << is not allowed here"
            self.faults.append(
                Fault("yaml-merge-key", message, extent=extent, help="write the fields themselves")
            )
        return node.value if type(node.value) is str else key_text(node.value)

    def _close(self, event: Any) -> None:  # noqa: ANN401
        node = self._stack.pop()
        self._keys.pop()
        start, end = event.start_mark.index, event.end_mark.index
        # A block collection ends where the next thing begins; it is more useful to end it with its last value.
        node.end = end if end > start else _content_end(node)


def key_text(value: Scalar) -> str:
    """Return the name that JavaScript gives a key: `1:` is "1", `true:` is "true", `~:` is "null"."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def _content_end(node: Node) -> int:
    """The end of the last child, which has been closed already; of a field without a value, its key's."""
    if isinstance(node.value, list):
        return node.value[-1].end if node.value else node.end
    last: Entry | None = next(reversed(node.value.values()), None)
    return max(last.node.end, last.key[1]) if last else node.end


def _mistake(error: yaml.MarkedYAMLError, text: str, root: Node | None) -> Fault:
    """Find where the mistake began. What was read there is not what was meant, or only its beginning is."""
    enclosed = _enclosed(root, text)
    fault = mistake(error, text, [(node.start, node.end, text[node.start]) for node in enclosed])
    at = fault.extent[0] if fault.extent else 0
    for node in enclosed:
        if not node.start <= at <= node.end:
            continue
        is_text = isinstance(node.value, str)
        node.value = text[node.start + 1 : node.end - 1].partition("\n")[0].strip() if is_text else None
    return fault


def _enclosed(root: Node | None, text: str) -> list[Node]:
    """Return the values of a tree that quotes or brackets enclose, in the order in which they begin."""
    return [
        node
        for _, _, node in _walk(root)
        if text[node.start : node.start + 1]
        in (_BRACKETS if isinstance(node.value, dict | list) else _QUOTES)
    ]
