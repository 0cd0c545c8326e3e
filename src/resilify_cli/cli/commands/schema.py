"""`resilify schema`."""

from __future__ import annotations

from typing import Final

from resilify_cli.cli.command import Command
from resilify_cli.cli.run import Run


def command(run: Run) -> None:
    """Print the JSON Schema (2020-12) of a program's front matter, for an editor's YAML language server.

    It explains every field. What lies between programs and within texts, `resilify validate` tells.
    """
    from resilify_cli.model.schema import program_schema  # noqa: PLC0415 - pydantic
    from resilify_cli.render.json_text import pretty  # noqa: PLC0415

    run.print_exactly(pretty(program_schema()))


COMMAND: Final = Command(
    "schema",
    command,
    ("resilify schema > program.schema.json", "resilify schema | jq '.properties | keys'"),
)
