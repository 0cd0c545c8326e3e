"""Where the front matter of a file begins and ends, as the site's reader (gray-matter 4) sees it.

`frontmatter.parse` is not used: on a byte order mark, an unclosed fence or a list at the root it silently
says "no metadata", it strips the text so that lines shift, and a key named `content` crashes it.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from typing import Any, Final

from frontmatter.default_handlers import YAMLHandler

from resilify_cli.content.conflicts import Conflict, conflicts
from resilify_cli.content.yaml_events import Tree, read_yaml
from resilify_cli.diagnostics import Extent, Fault, quoted

BOM: Final = "\ufeff"
_FENCE: Final = "---"
_LINE_FEED: Final = re.compile("\n")
_ANY_FENCE: Final = re.compile(r"^-{3,}", re.MULTILINE)
_LATE_FENCE: Final = re.compile(r"\s*^[ \t]*(?P<fence>-{3,})[ \t]*\r?$", re.MULTILINE)
_PROGRAM_FENCE: Final = re.compile(
    r"^[ \t]*(?P<fence>-{3,})[ \t]*\r?\n(?:.*\n)?templateKey:[ \t]*[\"']?resilify-program", re.MULTILINE
)
_NO_FENCE: Final = re.compile(r"\s*(?P<line>templateKey:[ \t]*[\"']?resilify-program\b.*)")
_YAML_NAMES: Final = frozenset(("", "yaml", "yml"))


_NOT_FIRST: Final = "the site finds no front matter: it must begin with --- on the first line of the file"


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a file, as offsets in its text: the YAML block, the body, and the faults of the fences."""

    block: Extent
    body: Extent
    faults: tuple[Fault, ...] = ()
    found: bool = True
    """False where the site sees no front matter at all; `block` is then what was probably meant, or empty."""


class FrontMatterHandler(YAMLHandler):
    """The YAML handler of python-frontmatter, reading what the site reads, with every position kept.

    `frontmatter.loads(text, handler=FrontMatterHandler())` works; the tool itself goes by `extents` and `tree`.
    """

    def detect(self, text: str) -> bool:
        """Tell whether the site finds front matter in `text`."""
        return _opens(text.removeprefix(BOM))

    def split(self, text: str) -> tuple[str, str]:
        """Return the YAML block and the body."""
        split = self.extents(text)
        return text[slice(*split.block)], text[slice(*split.body)]

    def load(self, fm: str, **_kwargs: object) -> dict[str, Any]:
        """Return the values of a YAML block, as far as they can be read."""
        root = self.tree(fm).root
        plain = root.plain() if root else {}
        return plain if isinstance(plain, dict) else {}

    def extents(self, text: str) -> Split:
        """Return where the YAML block and the body lie in `text`, as offsets."""
        split = self._extents(text)
        found = conflicts(text)
        line_ends = [match.start() for match in _LINE_FEED.finditer(text)] if found else []
        left = tuple(_conflict(conflict, line_ends, split) for conflict in found)
        return replace(split, faults=(*split.faults, *left)) if left else split

    def _extents(self, text: str) -> Split:
        start = 1 if text.startswith(BOM) else 0
        if not _opens(text[start : start + 4]):
            return _without_front_matter(text, start)
        line_end = _line_end(text, start)
        language = text[start + len(_FENCE) : line_end].strip()
        faults = () if language.lower() in _YAML_NAMES else (_unknown_language(language, (start, line_end)),)
        close = text.find(f"\n{_FENCE}", line_end)
        if close == -1:
            return Split((line_end, len(text)), (len(text), len(text)), (*faults, _unclosed(start, line_end)))
        body = close + 1 + len(_FENCE)
        after = text[body : _line_end(text, body)]
        if after.strip():
            faults = (*faults, _text_after_fence(after.strip(), (close + 1, body + len(after))))
        if text.startswith("\r", body):
            body += 1
        if text.startswith("\n", body):
            body += 1
        return Split((line_end, close + 1), (body, len(text)), faults)

    def tree(self, block: str) -> Tree:
        """Parse a YAML block. It never raises: what is wrong with it stands in the tree's faults."""
        return read_yaml(block)


def _opens(text: str) -> bool:
    """gray-matter: a fence is `---` at the very start, and `----` is not one."""
    return text.startswith(_FENCE) and text[3:4] != "-"


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    if end == -1:
        return len(text)
    return end - 1 if text[end - 1] == "\r" and end > start else end


def _without_front_matter(text: str, start: int) -> Split:
    """The site sees none; where a program's was surely meant, further down or behind a longer fence, it is read."""
    fence = _LATE_FENCE.match(text, start) or _PROGRAM_FENCE.search(text, start)
    if fence is None:
        return _without_fence(text, start)
    opening = fence.span("fence")
    hint = "remove what stands before the first ---" if opening[0] > start else "write exactly three hyphens"
    fault = Fault("front-matter-not-first", _NOT_FIRST, extent=opening, help=hint)
    begin = _line_end(text, opening[1])
    close = _ANY_FENCE.search(text, begin)
    if close is None:
        return Split((begin, len(text)), (len(text), len(text)), (fault,), found=False)
    return Split((begin, close.start()), (_line_end(text, close.end()), len(text)), (fault,), found=False)


def _without_fence(text: str, start: int) -> Split:
    """A program's fields may stand there all the same, as where the first line was lost."""
    field = _NO_FENCE.match(text, start)
    if field is None:
        return Split((start, start), (start, len(text)), found=False)
    begin, end = field.span("line")
    hint = "write --- on a line of its own before it"
    fault = Fault("front-matter-not-first", _NOT_FIRST, extent=(begin, end), help=hint)
    close = _ANY_FENCE.search(text, end)
    fields = (begin, close.start() if close else len(text))
    return Split(
        fields, (_line_end(text, close.end()) if close else len(text), len(text)), (fault,), found=False
    )


def _unclosed(start: int, end: int) -> Fault:
    message = "the front matter is not closed: everything to the end of the file is read as YAML"
    return Fault(
        "unclosed-front-matter", message, extent=(start, end), help="write --- on a line of its own after it"
    )


def _unknown_language(language: str, extent: Extent) -> Fault:
    if "\r" in language:
        message = (
            "the lines end in carriage returns alone, which end no line for the site; the page does not build"
        )
        return Fault(
            "unknown-front-matter-language", message, extent=extent, help="save the file with line feeds"
        )
    message = (
        f"the site takes {quoted(language)} for the language of the front matter; the page does not build"
    )
    return Fault("unknown-front-matter-language", message, extent=extent, help="write --- alone")


def _text_after_fence(after: str, extent: Extent) -> Fault:
    message = f"{quoted(after)} stands behind the closing ---, and is shown as the body of the page"
    return Fault("text-after-fence", message, extent=extent, help="write --- on a line of its own")


def _conflict(conflict: Conflict, line_ends: list[int], split: Split) -> Fault:
    extent = conflict.markers[0][1]
    effect = "a reader sees it" if extent[0] >= split.body[0] else "the page does not build"
    others = [f"line {bisect.bisect_left(line_ends, start) + 1}" for _, (start, _) in conflict.markers[1:]]
    where = f" (also on {' and '.join(others)})" if others else ""
    return Fault(
        "conflict-marker",
        f"a merge left the marker of a conflict here; {effect}",
        extent=extent,
        help=f"keep one of the two sides, and delete the markers{where}",
    )
