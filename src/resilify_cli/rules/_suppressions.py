"""Comments in a file that silence findings: `# resilify: ignore[RES301]`, `# resilify: ignore-file[RES5]`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from resilify_cli.content.comments import Comment, comments
from resilify_cli.content.edits import Rewrite
from resilify_cli.rules._base import Finding, Repair, Rule, means

if TYPE_CHECKING:
    from resilify_cli.content.document import Document
    from resilify_cli.diagnostics import Diagnostic

_MARK: Final = "resilify:"
_DIRECTIVE: Final = re.compile(
    r"resilify:\s*(?P<name>ignore(?:-file)?)\s*(?:\[(?P<codes>[^\]]*)\])?(?:\s.*)?"
)
_ANY: Final = "RES"


@dataclass(slots=True)
class Suppression:
    """One comment that silences: the lines it speaks of (None: the whole file), and the rules, as they are named."""

    comment: Comment
    lines: range | None
    selectors: tuple[str, ...]
    used: set[str] = field(default_factory=set)

    def silences(self, finding: Diagnostic) -> bool:
        """Tell whether a finding is meant, and remember by which selectors."""
        if self.lines is not None and finding.span.line not in self.lines:
            return False
        meant = {selector for selector in self.selectors if means(selector, finding.code, finding.rule)}
        self.used |= meant
        return bool(meant)


def is_silenced(finding: Diagnostic, suppressions: Sequence[Suppression]) -> bool:
    """Tell whether any comment silences a finding; every one is asked, so that each knows that it is of use."""
    answers = [suppression.silences(finding) for suppression in suppressions]
    return any(answers)


def read_suppressions(document: Document) -> list[Suppression]:
    """Return the comments of a file that silence."""
    if _MARK not in document.text:
        return []
    found = []
    for comment in comments(document):
        match = _DIRECTIVE.fullmatch(comment.text)
        if match is None:
            continue
        codes = match["codes"]
        selectors = (_ANY,) if codes is None else tuple(code.strip() for code in codes.split(","))
        lines = None if match["name"] == "ignore-file" else _lines(document, comment)
        found.append(Suppression(comment, lines, selectors))
    return found


def _lines(document: Document, comment: Comment) -> range:
    """The comment's own line; where it stands alone, the next one that is no comment, too.

    Of a value on several lines, within which no comment can stand, all of them.
    """
    line = document.span(*comment.extent).line
    last = line
    if comment.stands_alone:
        last += 1
        while last < document.line_count and document.line(last).lstrip().startswith("#"):
            last += 1
    first = line
    for path, _, node in document.tree.walk():
        if not isinstance(node.value, dict | list):
            value = document.locate(path)
            if value.line <= last and line <= value.end_line:
                first, last = min(first, value.line), max(last, value.end_line)
    return range(first, last + 1)


def unused(
    suppressions: Sequence[Suppression], document: Document, rules: Collection[Rule], known: Collection[Rule]
) -> Iterator[Finding]:
    """Yield a finding for each comment that names a rule for nothing; of rules that did not run nothing is known."""
    for suppression in suppressions:
        for selector in suppression.selectors:
            meant = [rule for rule in known if means(selector, rule.code, rule.name)]
            if meant and (selector in suppression.used or not all(rule in rules for rule in meant)):
                continue
            what = (
                f"this comment silences {selector}, of which there is nothing here"
                if meant
                else f"no rule is called {selector!r}, so that this comment silences nothing"
            )
            repair = _removal(document, suppression) if len(suppression.selectors) == 1 else None
            yield Finding(what, extent=suppression.comment.extent, help="remove it", repair=repair)


def _removal(document: Document, suppression: Suppression) -> Repair:
    """Remove the comment, with its line where it has one of its own, else with the space before it."""
    start, end = suppression.comment.extent
    text = document.text
    line_start = text.rfind("\n", 0, start) + 1
    if suppression.comment.stands_alone:
        line_end = text.find("\n", end)
        start, end = line_start, len(text) if line_end == -1 else line_end + 1
    else:
        start = line_start + len(text[line_start:start].rstrip())
    return Repair("removes the comment", (Rewrite((start, end), ""),))
