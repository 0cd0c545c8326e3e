"""The lenient view of a program file: what could be read, each value with its field path.

Lists, search, relations, links and text rules work on facts, so that one bad field never hides the rest of a
file. Facts hold plain, small, serialisable data; what cannot be read is absent.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from resilify_cli.diagnostics import FieldPath

if TYPE_CHECKING:
    from resilify_cli.content.document import Document

TEMPLATE_KEY: Final = "resilify-program"
UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", re.ASCII)
_NEARLY: Final = 0.8
_TEMPLATE_LINE: Final = re.compile(rf"(?:^|\r)[ \t-]*templateKey:[ \t]*[\"']?{TEMPLATE_KEY}\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """One category of a program."""

    title: str
    at: FieldPath


@dataclass(frozen=True, slots=True)
class TagFacts:
    """One tag of a program."""

    text: str
    at: FieldPath


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """One session; `number` counts from 1, as the site shows it."""

    number: int
    title: str | None
    overview: str | None
    activity_overview: str | None
    at: FieldPath


@dataclass(frozen=True, slots=True)
class RelatedFacts:
    """One related program, as written."""

    title: str | None
    slug: str | None
    at: FieldPath


@dataclass(frozen=True, slots=True)
class ReferenceFacts:
    """One scientific reference."""

    title: str | None
    reference: str | None
    link: str | None
    image: str | None
    at: FieldPath


@dataclass(frozen=True, slots=True)
class Facts:
    """What one program file says. The slug is the file's stem; `path` is as it was given, with `/`.

    `is_sound` is False where the file could not be read as a whole, or a required field is missing or of the
    wrong type: the file is listed all the same, as broken.
    """

    slug: str
    path: str
    template_key: str | None = None
    title: str | None = None
    image: str | None = None
    program_id: str | None = None
    sequence: int | None = None
    overview: str | None = None
    categories: tuple[CategoryFacts, ...] = ()
    sessions: tuple[SessionFacts, ...] = ()
    related: tuple[RelatedFacts, ...] = ()
    references: tuple[ReferenceFacts, ...] = ()
    tags: tuple[TagFacts, ...] = ()
    body: str = ""
    is_sound: bool = True

    @property
    def words(self) -> int:
        """How many words a reader is given: overview, sessions and body."""
        from resilify_cli.content.html import to_blocks  # noqa: PLC0415 - most commands never count

        texts = [block.text for block in to_blocks(self.overview or "")] + [self.body]
        for session in self.sessions:
            texts += [session.title or "", session.overview or "", session.activity_overview or ""]
        return sum(len(text.split()) for text in texts)


def is_program(document: Document) -> bool:
    """Tell whether a file is, or was surely meant to be, a program.

    Another template key says that it is something else. Without one, or with one that is nearly right, its
    `programId` or `sessions` give it away; where reading breaks before that, its template key's own line does.
    """
    key = document.values.get("templateKey")
    if key == TEMPLATE_KEY:
        return True
    nearly = isinstance(key, str) and is_nearly_template_key(key)
    if key is None or nearly or not isinstance(key, str):
        if "programId" in document.values or "sessions" in document.values:
            return True
        return bool(document.faults) and _TEMPLATE_LINE.search(document.text) is not None
    return False


def is_nearly_template_key(key: str) -> bool:
    """Tell whether a template key is a slip of the right one."""
    import difflib  # noqa: PLC0415 - few files need it

    return difflib.SequenceMatcher(None, key.casefold().strip(), TEMPLATE_KEY).ratio() >= _NEARLY


def read_facts(document: Document) -> Facts:
    """Read a document's values leniently."""
    reader = _Reader()
    top = document.values
    categories = reader.items(top, "categories", "category")
    sessions = reader.items(top, "sessions", "session")
    related = reader.items(top, "relatedpost", "program")
    references = reader.items(top, "references", needed=False)
    program_id = reader.text(top, "programId")
    facts = Facts(
        slug=document.path.stem,
        path=document.path.as_posix(),
        template_key=reader.text(top, "templateKey"),
        title=reader.text(top, "title"),
        image=reader.text(top, "image"),
        program_id=program_id,
        sequence=reader.whole(top, "sequence"),
        overview=reader.text(top, "overview"),
        categories=tuple(
            CategoryFacts(title, at)
            for item, at in categories
            if (title := reader.text(item, "title")) is not None
        ),
        sessions=tuple(_session(reader, number, item, at) for number, (item, at) in enumerate(sessions, 1)),
        related=tuple(
            RelatedFacts(reader.text(item, "title"), reader.text(item, "slug"), at) for item, at in related
        ),
        references=tuple(_reference(reader, item, at) for item, at in references),
        tags=tuple(TagFacts(text, at) for text, at in reader.texts(top, "tags")),
        body=document.body,
    )
    whole = document.is_complete and document.has_front_matter and not document.faults
    identified = facts.template_key == TEMPLATE_KEY and program_id is not None and UUID.fullmatch(program_id)
    return facts if reader.sound and whole and identified else dataclasses.replace(facts, is_sound=False)


def _session(reader: _Reader, number: int, item: dict[str, Any], at: FieldPath) -> SessionFacts:
    title = reader.text(item, "title")
    overview = reader.text(item, "overview", needed=False)
    return SessionFacts(number, title, overview, reader.text(item, "activityOverview", needed=False), at)


def _reference(reader: _Reader, item: dict[str, Any], at: FieldPath) -> ReferenceFacts:
    title, reference, link, image = (
        reader.text(item, name, needed=False) for name in ("title", "reference", "link", "image")
    )
    return ReferenceFacts(title, reference, link, image, at)


class _Reader:
    """Takes values out of plain data, and remembers whether one was missing or of the wrong type."""

    def __init__(self) -> None:
        self.sound = True

    def text(self, mapping: dict[str, Any], name: str, *, needed: bool = True) -> str | None:
        """Return a text; a blank one counts as missing where it is needed, and is returned all the same."""
        value = mapping.get(name)
        if isinstance(value, str):
            self.sound &= not needed or bool(value.strip())
            return value
        self.sound &= value is None and not needed
        return None

    def whole(self, mapping: dict[str, Any], name: str) -> int | None:
        """Return a whole number."""
        value = mapping.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.sound = False
        return None

    def texts(self, mapping: dict[str, Any], name: str) -> list[tuple[str, FieldPath]]:
        """Return the texts of an optional list, each with its path."""
        values = mapping.get(name)
        if not isinstance(values, list):
            self.sound &= values is None
            return []
        texts: list[tuple[str, FieldPath]] = [
            (value, (name, index)) for index, value in enumerate(values) if isinstance(value, str)
        ]
        self.sound &= all(value is None or isinstance(value, str) for value in values)
        return texts

    def items(
        self, mapping: dict[str, Any], name: str, inner: str | None = None, *, needed: bool = True
    ) -> list[tuple[dict[str, Any], FieldPath]]:
        """Return the mappings of the list `name`, or `name.inner`, each with its path."""
        path: FieldPath = (name,)
        values = mapping.get(name)
        if inner is not None:
            path = (name, inner)
            values = values.get(inner) if isinstance(values, dict) else None
        if not isinstance(values, list):
            self.sound &= values is None and not needed
            return []
        items = [(item, (*path, index)) for index, item in enumerate(values) if isinstance(item, dict)]
        self.sound &= len(items) == len(values) and (bool(items) or not needed)
        return items
