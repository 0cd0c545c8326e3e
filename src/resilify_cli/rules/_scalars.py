"""The scalars of a front matter as they are written, whatever fields they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from resilify_cli.diagnostics import FieldPath

if TYPE_CHECKING:
    from resilify_cli.content.document import Document
    from resilify_cli.content.yaml_events import Node


def scalars(document: Document) -> Iterator[tuple[FieldPath, Node]]:
    """Return every scalar that is a value, with its field path; offsets count within the block."""
    return ((path, node) for path, _, node in document.tree.walk() if not isinstance(node.value, dict | list))
