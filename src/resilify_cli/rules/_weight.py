"""How much it matters that a field is missing or empty."""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import FieldPath, Severity

_BY_FIELD: Final = {"references": Severity.WARNING, "tags": Severity.INFO}


def severity_of(at: FieldPath) -> Severity | None:
    """Return how grave the lack of a field is where that is less than an error."""
    if not at or (at[0] == "references" and isinstance(at[-1], int)):  # an empty item breaks the page
        return None
    return _BY_FIELD.get(str(at[0]))
