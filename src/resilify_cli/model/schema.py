"""The strict model as a JSON Schema, for editors and for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from resilify_cli.model.parse import OPTIONAL
from resilify_cli.model.program import Program

if TYPE_CHECKING:
    from pydantic_core import core_schema

_COMMENT: Final = "Made by `resilify schema`; make it anew after an update of resilify."


def program_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the front matter of a program.

    It refuses what the model refuses, save for the absence of what a program can do without.
    """
    schema = Program.model_json_schema(schema_generator=_Generator)
    schema["required"] = [name for name in schema["required"] if name not in OPTIONAL]
    for name in OPTIONAL:
        schema["properties"][name]["type"] = ["array", "null"]
    return {"$schema": _Generator.schema_dialect, "$comment": _COMMENT, **schema}


class _Generator(GenerateJsonSchema):
    """What pydantic makes of a model, less what stands in an editor's way.

    No `examples` stand in the model, for a language server writes them into the file when it completes a field.
    """

    def field_title_should_be_set(self, _schema: Any) -> bool:  # noqa: ANN401 - one of pydantic's many schemas
        """Give fields no title: it would repeat the name, badly spelt (`Programid`)."""
        return False

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Say of the only word that a field may hold that it is constant, and no more, as pydantic does since 2.10."""
        made = super().literal_schema(schema)
        return {name: value for name, value in made.items() if name != "enum" or "const" not in made}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out defaults: a language server would write `null` into the file."""
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Write a text or nothing as one type, which a hover shows better than a choice of two schemas."""
        inner = self.generate_inner(schema["schema"])
        return {**inner, "type": [inner["type"], "null"]}
