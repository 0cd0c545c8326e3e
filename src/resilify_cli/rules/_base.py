"""What a rule is, what it is given and what it yields."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from resilify_cli.addresses import Address, AddressKind, addresses
from resilify_cli.content.html_nesting import Nesting, nesting
from resilify_cli.content.html_tags import Markup, Tag, markup
from resilify_cli.diagnostics import Extent, Fault, FieldPath, On, Severity
from resilify_cli.passages import Passage

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.content.edits import Step
    from resilify_cli.facts import Facts
    from resilify_cli.references.media import Media

WORD: Final = re.compile("[A-Za-z\u00c0-\u024f]+")  # Latin letters: twice as fast as all letters
_SECTIONS: Final = ("What", "Why", "Bad", "Good")


@dataclass(frozen=True, slots=True)
class Repair:
    """What would put a finding right: steps on values, which the runner turns into edits of the file.

    `message` reads after the name of the option: `adds link: https://…`. `is_safe`: the meaning cannot change.
    """

    message: str
    steps: tuple[Step, ...]
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: at a field's value or key, `within` it (offsets in the value), or at an extent of the file.

    `severity` is given where one finding weighs more or less than its rule's others.
    """

    message: str
    at: FieldPath = ()
    within: Extent | None = None
    on: On = On.VALUE
    extent: Extent | None = None
    help: str | None = None
    severity: Severity | None = None
    repair: Repair | None = None


class Subject:
    """One program under examination, with the catalogue around it."""

    def __init__(self, program: ProgramFile, catalogue: Catalogue, media: Media | None = None) -> None:
        self.program = program
        self.catalogue = catalogue
        self.media = media

    @property
    def facts(self) -> Facts:
        """What the program's file says."""
        return self.program.facts

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the program that a reader sees."""
        return self.program.passages

    @cached_property
    def text(self) -> str:
        """All these texts, one below the other: for a quick look whether something stands in any of them."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of those texts, each once, as it is written."""
        return frozenset(WORD.findall(self.text))

    @cached_property
    def markup(self) -> tuple[Markup, ...]:
        """The tags and texts of the overview's HTML."""
        return markup(self.facts.overview or "")

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The opening tags of the overview's HTML."""
        return tuple(piece for piece in self.markup if isinstance(piece, Tag))

    @cached_property
    def nesting(self) -> Nesting:
        """Which tags of the overview belong together, and which do not."""
        return nesting(self.facts.overview or "", self.markup)

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The links and images of the overview and the references."""
        return addresses(self.program.facts)

    @cached_property
    def link_faults(self) -> tuple[tuple[Address, Fault], ...]:
        """What is wrong with the links as they are written."""
        found = ((address, address.fault()) for address in self.addresses if address.kind is AddressKind.LINK)
        return tuple((address, fault) for address, fault in found if fault is not None)

    @cached_property
    def image_faults(self) -> tuple[tuple[Address, Fault], ...]:
        """What is wrong with the images of the media folder; nothing where no such folder is known."""
        media = self.media
        if media is None:
            return ()
        found = (
            (address, address.image_fault(media))
            for address in self.addresses
            if address.kind is AddressKind.IMAGE
        )
        return tuple((address, fault) for address, fault in found if fault is not None)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What the reading of the file found: in its bytes and its YAML, then in its shape."""
        from resilify_cli.model.parse import parse_program  # noqa: PLC0415 - pydantic is loaded once it is needed

        return (*self.program.document.faults, *parse_program(self.program.document)[1])


Check: TypeAlias = Callable[[Subject], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, which never changes its meaning; its name, which says the fault; how grave it is.

    The docstring of the rule's module explains it, in the sections What, Why, Bad and Good.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    by_default: bool = True
    """False for a matter of taste, which is looked for only where it is asked for."""
    needs_media: bool = False
    """True where the rule knows nothing unless the media folder is known."""
    explanation: str = field(default="", compare=False)

    def sections(self) -> dict[str, str]:
        """Return the parts of the explanation by heading; `Summary` is its first line."""
        first, _, rest = inspect.cleandoc(self.explanation).partition("\n")
        parts = re.split(rf"^({'|'.join(_SECTIONS)}):\n", rest, flags=re.MULTILINE)
        texts = {
            name: inspect.cleandoc("\n" + text).strip("\n")
            for name, text in zip(parts[1::2], parts[2::2], strict=True)
        }
        return {"Summary": first, **texts}


def means(selector: str, code: str, name: str) -> bool:
    """Tell whether a selector, a code, the beginning of one or a name, means the rule of a code and a name."""
    return selector == name or (bool(selector) and code.startswith(selector.upper()))


def from_faults(kind: str, repair: Callable[[Subject, Fault], Repair | None] = lambda _, __: None) -> Check:
    """Make the check of a rule that reports what the reading of a file has found already, and puts it right."""

    def check(subject: Subject) -> Iterator[Finding]:
        for fault in subject.faults:
            if fault.kind == kind:
                yield finding_of(fault, repair=repair(subject, fault))

    return check


def finding_of(fault: Fault, severity: Severity | None = None, repair: Repair | None = None) -> Finding:
    """Turn a fault of the reading into a finding."""
    return Finding(
        fault.message,
        fault.at,
        fault.within,
        on=fault.on,
        extent=fault.extent,
        help=fault.help,
        severity=severity,
        repair=repair,
    )


def answered_by_the_web(_subject: Subject) -> Iterator[Finding]:
    """Be the check of a rule that only `link-check` can hold: it asks the web, and places the answers itself."""
    return iter(())


def known_at_the_end(_subject: Subject) -> Iterator[Finding]:
    """Be the check of a rule about what the other rules found: the runner holds it, after them."""
    return iter(())
