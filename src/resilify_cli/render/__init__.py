"""Output formats: a report becomes text here, and only here.

A format is one file, `rows/<name>.py` for a `Report` or `findings/<name>.py` for a `FindingsReport`, that ends in
`RENDERER: Final = Renderer(...)`. A file whose format has the name of a standard module carries a trailing
underscore (`json_.py`). Formats are named by listing the folder, and imported when one is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, overload

from resilify_cli.errors import FilterError

if TYPE_CHECKING:
    from resilify_cli.findings import FindingsReport
    from resilify_cli.report import Report

AnyReport = TypeVar("AnyReport", "Report", "FindingsReport")

Kind: TypeAlias = Literal["rows", "findings"]
"""Which reports a format is for: those that show content, or those that judge it."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is being written to.

    A `width` of None is a pipe or a file: nothing is cut or wrapped. `redraws`: what stands on it can be drawn
    over. Without `utf8`, the renderers' own marks (not the content) stay within ASCII. `links`: a text can lead
    to an address or a file, by the escape sequence OSC 8.
    """

    width: int | None = None
    is_terminal: bool = False
    color: bool = False
    utf8: bool = True
    redraws: bool = False
    links: bool = False

    @property
    def ellipsis(self) -> str:
        """The mark, one cell wide, that stands for what was cut off."""
        return "…" if self.utf8 else "~"


@dataclass(frozen=True, slots=True)
class Renderer(Generic[AnyReport]):
    """An output format: its name, a line about it, and how a report becomes text (whole lines, or nothing)."""

    name: str
    description: str
    render: Callable[[AnyReport, Screen], str]


def row_formats() -> tuple[str, ...]:
    """Return the names of the formats of a `Report`."""
    return _formats("rows")


def finding_formats() -> tuple[str, ...]:
    """Return the names of the formats of a `FindingsReport`."""
    return _formats("findings")


@overload
def load_renderer(kind: Literal["rows"], name: str) -> Renderer[Report]: ...
@overload
def load_renderer(kind: Literal["findings"], name: str) -> Renderer[FindingsReport]: ...
def load_renderer(kind: Kind, name: str) -> Renderer[Any]:
    """Import the format that is wanted, and no other. Raises FilterError."""
    formats = _formats(kind)
    if name not in formats:
        msg = f"no format is called {name!r}; choose one of {', '.join(formats)}"
        raise FilterError(msg)
    module = import_module(f"{__name__}.{kind}.{_modules(kind)[name]}")
    renderer: Renderer[Any] = module.RENDERER
    return renderer


def _formats(kind: Kind) -> tuple[str, ...]:
    return tuple(sorted(_modules(kind)))


@cache
def _modules(kind: Kind) -> dict[str, str]:
    """Return the module of each format, importing none."""
    folder = Path(__file__).with_name(kind)
    return {module.name.rstrip("_"): module.name for module in iter_modules([str(folder)])}
