"""The programs of a content folder: their order, the KEYs they answer to, and who links to whom."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from resilify_cli.content.files import UNREADABLE, discover, read
from resilify_cli.errors import ContentNotFoundError, ProgramNotFoundError
from resilify_cli.facts import Facts, is_program, read_facts
from resilify_cli.nearest import worth_naming
from resilify_cli.relations import Relations, label
from resilify_cli.slugs import slugify

if TYPE_CHECKING:
    from resilify_cli.content.document import Document
    from resilify_cli.passages import Passage


@dataclass(frozen=True)
class ProgramFile:
    """One program: what its file says, and the file itself for places in it."""

    facts: Facts
    document: Document

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the program that a reader sees."""
        from resilify_cli.passages import passages  # noqa: PLC0415 - a list of programs needs none

        return passages(self.facts)

    @property
    def label(self) -> str:
        """How a message names the program: `quiet-evenings (Quiet Evenings)`."""
        return label(self.facts)


class Catalogue:
    """All programs of a folder, in display order: by `sequence`, then by slug; those without one last.

    `skipped` counts the Markdown files that are something else. Broken files stay in it.
    """

    def __init__(self, programs: Iterable[ProgramFile], root: Path, skipped: int = 0) -> None:
        self.programs: tuple[ProgramFile, ...] = tuple(sorted(programs, key=_display_order))
        self.root = root
        self.skipped = skipped

    def __iter__(self) -> Iterator[ProgramFile]:
        return iter(self.programs)

    def __len__(self) -> int:
        return len(self.programs)

    @cached_property
    def relations(self) -> Relations:
        """How the programs hang together."""
        return Relations(program.facts for program in self.programs)

    @cached_property
    def by_slug(self) -> dict[str, ProgramFile]:
        """The programs by slug; of two files of one stem, the first."""
        return {program.facts.slug: program for program in reversed(self.programs)}

    def find(self, key: str) -> ProgramFile:
        """Return the program that a KEY names.

        Tried in this order: slug; path of a file; `programId`; `sequence`; slug of the title; the beginning of
        one slug or title. Raises ProgramNotFoundError where none answers, or more than one.
        """
        for matches in (
            self._by_slug,
            self._by_path,
            self._by_id,
            self._by_sequence,
            self._by_title,
            self._by_prefix,
        ):
            found = matches(key)
            if len(found) == 1:
                return found[0]
            if found:
                raise ProgramNotFoundError(_ambiguous(key, found))
        raise ProgramNotFoundError(self._unknown(key))

    def _select(self, test: Callable[[Facts], bool]) -> list[ProgramFile]:
        return [program for program in self.programs if test(program.facts)]

    def _by_slug(self, key: str) -> list[ProgramFile]:
        return self._select(lambda facts: facts.slug == key)

    def _by_path(self, key: str) -> list[ProgramFile]:
        if not os.path.isfile(key):  # noqa: PTH113 - unlike pathlib's, it takes whatever is typed
            return []
        path = _real(key)
        return [program for program in self.programs if _real(program.document.path) == path]

    def _by_id(self, key: str) -> list[ProgramFile]:
        return self._select(lambda facts: bool(key) and (facts.program_id or "").casefold() == key.casefold())

    def _by_sequence(self, key: str) -> list[ProgramFile]:
        return (
            self._select(lambda facts: str(facts.sequence) == (key.lstrip("0") or "0"))
            if key.isascii() and key.isdigit()
            else []
        )

    def _by_title(self, key: str) -> list[ProgramFile]:
        slug = slugify(key)
        return self._select(lambda facts: bool(slug) and slugify(facts.title or "") == slug)

    def _by_prefix(self, key: str) -> list[ProgramFile]:
        slug = slugify(key)
        if not slug:
            return []
        return self._select(
            lambda facts: facts.slug.startswith(slug) or slugify(facts.title or "").startswith(slug)
        )

    def _unknown(self, key: str) -> str:
        near = [candidate.slug for candidate in worth_naming(self.relations.candidates(key))]
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `resilify list` shows all programs"
        return f"no program answers to {key!r}{hint}"


Watch: TypeAlias = Callable[[int], AbstractContextManager[Callable[[], None]]]
"""Given how many files there are to read, gives what is to be called after each of them."""


def load_catalogue(
    root: Path | str,
    *,
    extra: Sequence[Path | str] = (),
    exclude: Sequence[str] = (),
    watch: Watch = lambda _: nullcontext(lambda: None),
    may_be_empty: bool = False,
) -> Catalogue:
    """Read all programs below a folder; `extra` names files that are read whatever their ending.

    A file that cannot be read as a program is part of the catalogue all the same, with its faults.
    Raises ContentNotFoundError where there is no such folder or, unless it `may_be_empty`, no program in it.
    """
    folder = Path(root)
    paths = discover(folder, exclude)
    named = {_real(path) for path in extra}
    if named:
        known = {_real(path) for path in paths}
        paths += [path for path in map(Path, extra) if _real(path) not in known]
    programs = []
    with watch(len(paths)) as advance:
        for path in paths:
            document = read(path)
            if is_program(document) or _is_told(document, named):
                programs.append(ProgramFile(read_facts(document), document))
            advance()
    if not programs and not may_be_empty:
        raise ContentNotFoundError(_no_program(folder, len(paths)))
    return Catalogue(programs, folder, len(paths) - len(programs))


def _is_told(document: Document, named: Container[str]) -> bool:
    """A file that cannot be read may be a program, and one that was named cannot be passed over in silence."""
    if not any(fault.kind == UNREADABLE for fault in document.faults):
        return False
    return not document.text or _real(document.path) in named


def _real(path: Path | str) -> str:
    return os.path.realpath(path)


def _display_order(program: ProgramFile) -> tuple[bool, int, str, str]:
    facts = program.facts
    return facts.sequence is None, facts.sequence or 0, facts.slug, facts.path


def _no_program(folder: Path, files: int) -> str:
    what = (
        f"{files} Markdown {'file' if files == 1 else 'files'}, but no program"
        if files
        else "no Markdown file"
    )
    return (
        f"{folder.as_posix()} holds {what}; a program has `templateKey: resilify-program` in its front matter"
    )


def _ambiguous(key: str, found: list[ProgramFile]) -> str:
    slugs = [program.facts.slug for program in found]
    names = slugs if len(set(slugs)) == len(slugs) else [program.facts.path for program in found]
    return f"{key!r} names {len(found)} programs; say which: {', '.join(names)}"
