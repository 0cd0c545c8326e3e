"""The scalars of a front matter as they are written, whatever fields they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from resilify_cli.diagnostics import FieldPath

if TYPE_CHECKING:
    from resilify_cli.content.document import Document
    from resilify_cli.content.yaml_events import Node


def scalars(document: Document) -> Iterator[tuple[FieldPath, Node]]:
    """Yield every scalar that is a value, with its field path; offsets count within the block."""
    waiting: list[tuple[FieldPath, Node]] = [((), document.tree.root)] if document.tree.root else []
    while waiting:
        path, node = waiting.pop()
        if isinstance(node.value, dict):
            waiting += [((*path, name), entry.node) for name, entry in reversed(node.value.items())]
        elif isinstance(node.value, list):
            waiting += [((*path, index), item) for index, item in reversed([*enumerate(node.value)])]
        else:
            yield path, node
