"""What holds for every fix: what it does not speak of stays, character for character and value for value."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import frontmatter
import yaml

from factory import document
from resilify_cli.content.edits import TextEdit, edited, with_changes
from resilify_cli.diagnostics import Changes, FieldPath, Fix


def edits_of(fix: Fix) -> list[TextEdit]:
    """Return the edits of a fix, sorted."""
    return sorted((edit.extent, edit.content) for edit in fix.edits)


def kept(before: str, after: str, edits: list[TextEdit]) -> tuple[str, str]:
    """Return what of a text stands outside some edits, before them and after."""
    kept_before, kept_after, shift, at = "", "", 0, 0
    for (start, end), content in edits:
        kept_before += before[at:start]
        kept_after += after[at + shift : start + shift]
        shift += len(content) - (end - start)
        at = end
    return kept_before + before[at:], kept_after + after[at + shift :]


def independent(text: str) -> Any:
    """Read a file with PyYAML's own loader, every scalar as text; None where it cannot be read."""
    try:
        block, _ = frontmatter.default_handlers.YAMLHandler().split(text.removeprefix("\ufeff"))
        return yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts alone
    except (yaml.YAMLError, ValueError):
        return None


def besides(values: Any, paths: list[FieldPath]) -> Any:
    """Return values without what stands at some paths."""
    values = deepcopy(values)
    for path in sorted(
        paths,
        key=lambda path: [(isinstance(s, str), s if isinstance(s, int) else 0) for s in path],
        reverse=True,
    ):
        parent = values
        for step in path[:-1]:
            parent = parent[step] if isinstance(parent, list) else parent.get(step, {})
        if isinstance(parent, list) or path[-1] in parent:
            del parent[path[-1]]
    return values


def untouched(values: Any, changes: Changes, *, is_after: bool) -> Any:
    """Return the values that a fix does not speak of; what it removes is there only before it."""
    return besides(values, [path for path, value in changes if not (is_after and value is None)])


def holds(before: str, fix: Fix) -> str:
    """Assert every law of a fix of a file, and return the file after it."""
    edits = edits_of(fix)
    after = edited(before, edits)
    assert before != after
    left, right = kept(before, after, edits)
    assert left == right
    old, new = document(before.encode()), document(after.encode())
    assert with_changes(old.values, fix.changes) == new.values
    assert untouched(old.values, fix.changes, is_after=False) == untouched(
        new.values, fix.changes, is_after=True
    )
    assert old.body.replace("\r\n", "\n") == new.body.replace("\r\n", "\n")
    seen, then = independent(before), independent(after)
    if seen is not None:
        assert then is not None
        assert untouched(seen, fix.changes, is_after=False) == untouched(then, fix.changes, is_after=True)
    return after
