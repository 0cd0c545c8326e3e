"""Read, check and search self-guided mental-health programs: Markdown files with YAML front matter.

>>> from resilify_cli import load_catalogue
>>> catalogue = load_catalogue("content")
>>> catalogue.find("quiet-evenings").facts.title
'Quiet Evenings'

`Program`, the strict model, and `parse_program` stand in `resilify_cli.model`, `validate` in `resilify_cli.rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile, load_catalogue

__version__ = "0.1.0"
__all__ = ["Catalogue", "ProgramFile", "__version__", "load_catalogue"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whichever of the names above
    """Load the library when one of its names is asked for: `resilify --version` needs none of it."""
    if name in __all__:
        from resilify_cli import catalogue  # noqa: PLC0415

        return getattr(catalogue, name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
