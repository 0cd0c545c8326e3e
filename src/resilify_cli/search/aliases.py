"""What people say, and what programs call it: a list of the package, and an editor's own `search-aliases.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from resilify_cli.content.yaml_events import Entry, Node, read_yaml
from resilify_cli.diagnostics import Fault
from resilify_cli.errors import ConfigurationError
from resilify_cli.search.words import FUNCTION_WORDS, plain_speech, with_whole_acronyms

NAME: Final = "search-aliases.yml"
"""How an editor's own list is called, in the content folder or above it."""

_DEFAULT: Final = Path(__file__).with_name("aliases.yml")

Aliases: TypeAlias = Mapping[str, tuple[str, ...]]
"""What is meant, the likeliest first, by what is said; both folded, words with single spaces between them."""


def find_aliases(content: Path) -> Path | None:
    """Look for an editor's own list in a content folder and those above it, the nearest first."""
    folder = content.resolve()
    return next((path for above in (folder, *folder.parents) if (path := above / NAME).is_file()), None)


def load_aliases(own: Path | None = None) -> Aliases:
    """Return the aliases of the package, with an editor's own over them.

    Raises ConfigurationError, with the line, where a list cannot be read or says what means nothing.
    """
    return _read(_DEFAULT) | (_read(own) if own else {})


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"cannot read {path.as_posix()}: {error}"
        raise ConfigurationError(msg) from None
    tree = read_yaml(text)
    entries = tree.root.value if tree.root else {}
    if not isinstance(entries, dict):
        raise _error(path, text, 0, "this is no list of what is said and what is meant")
    for fault in tree.faults:
        raise _error(path, text, fault.extent[0] if fault.extent else 0, _message(fault))
    said: dict[str, tuple[str, ...]] = {}
    for name, entry in entries.items():
        key = _plain(name)
        if key in said:
            raise _error(path, text, entry.key[0], f"{name!r} stands here a second time; keep one of the two")
        if not key or key in FUNCTION_WORDS:
            raise _error(path, text, entry.key[0], f"{name!r} has no word that tells anything")
        said[key] = _meant(path, text, entry)
    return said


def _meant(path: Path, text: str, entry: Entry) -> tuple[str, ...]:
    """Return what an entry stands for; nothing where it is switched off."""
    nodes: list[Node] = entry.node.value if isinstance(entry.node.value, list) else [entry.node]
    for node in nodes:
        if not isinstance(node.value, str) or not _plain(node.value):
            raise _error(path, text, node.start, "what is meant must be text, or a list of texts, or []")
    return tuple(_plain(node.value) for node in nodes)


def _message(fault: Fault) -> str:
    if fault.kind == "duplicate-key":
        return "this stands here a second time; keep one of the two"
    return fault.message.removesuffix("; the page does not build")  # no page is made of this list


@cache
def _plain(text: str) -> str:
    """Return a text as it is compared; the same few are meant by many things said."""
    return " ".join(plain_speech(with_whole_acronyms(text)))


def _error(path: Path, text: str, offset: int, what: str) -> ConfigurationError:
    line = text.count("\n", 0, offset) + 1
    hint = "write, for example, `cant sleep: [insomnia, sleep]`"
    return ConfigurationError(f"{path.as_posix()}:{line}: {what}; {hint}")
