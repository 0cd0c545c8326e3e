"""The strict view: what a valid program is. Imported only where it is used, for pydantic takes its time."""

from __future__ import annotations

from resilify_cli.model.parse import parse_program
from resilify_cli.model.program import Program

__all__ = ["Program", "parse_program"]
