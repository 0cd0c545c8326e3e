"""The JSON Schema says what the model says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factory import as_yaml, document, program
from resilify_cli.catalogue import load_catalogue
from resilify_cli.content.document import Document
from resilify_cli.model import parse_program
from resilify_cli.model.parse import OPTIONAL
from resilify_cli.model.program import (
    Categories,
    Category,
    Program,
    Reference,
    RelatedProgram,
    RelatedPrograms,
    Session,
    Sessions,
)
from resilify_cli.model.schema import program_schema

if TYPE_CHECKING:
    from pydantic import BaseModel

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHEMA = program_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
MODELS = (Categories, Category, Program, Reference, RelatedProgram, RelatedPrograms, Session, Sessions)


def documents(folder: str) -> list[Document]:
    """Return the programs of an example folder that could be read to their end."""
    programs = load_catalogue(EXAMPLES / folder / "content" if folder else EXAMPLES / "content")
    return [program.document for program in programs if program.document.is_complete]


def refused(text: str) -> list[str]:
    """Return the kinds of what the schema refuses in a file, each with its field."""
    errors = VALIDATOR.iter_errors(document(text).values)
    return sorted(f"{error.validator} {'.'.join(map(str, error.absolute_path))}".strip() for error in errors)


def test_the_schema_is_one() -> None:
    """Of the draft that it names."""
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("read", documents(""), ids=lambda read: read.path.stem)
def test_every_good_example_is_valid(read: Document) -> None:
    """The schema knows nothing against them."""
    assert [] == list(VALIDATOR.iter_errors(read.values))


@pytest.mark.parametrize("read", documents("broken"), ids=lambda read: read.path.stem)
def test_of_the_broken_examples_those_of_a_wrong_shape_are_refused(read: Document) -> None:
    """Exactly those of which the model makes no program."""
    told = bool(list(VALIDATOR.iter_errors(read.values)))
    assert (parse_program(read)[0] is None) == told


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("templateKey: resilify-progam\n", ["const templateKey"]),
        ("title: ' '\n", ["pattern title"]),
        ("title: 7\n", ["type title"]),
        ("image: ~\n", ["type image"]),
        ("programId: x\n", ["pattern programId"]),
        ("sequence: '7'\n", ["type sequence"]),
        ("sequence: 1.5\n", ["type sequence"]),
        ("overview: true\n", ["type overview"]),
        ("categories:\n  - title: x\n", ["type categories"]),
        ("categories:\n  category: []\n", ["minItems categories.category"]),
        ("sessions: {}\n", ["required sessions"]),
        ("sessions:\n  session:\n    - overview: x\n", ["required sessions.session.0"]),
        (
            "sessions:\n  session:\n    - title: x\n      activity_overview: x\n",
            ["additionalProperties sessions.session.0"],
        ),
        (
            "relatedpost:\n  program:\n    - title: x\n      slug: ''\n",
            ["pattern relatedpost.program.0.slug"],
        ),
        ("references:\n  - title: x\n    reference: x\n    image: [x]\n", ["type references.0.image"]),
        ("tags:\n  - ''\n", ["pattern tags.0"]),
        ("refrences: []\n", ["additionalProperties"]),
        ("references: []\ntags: []\n", []),
        ("references:\ntags:\n", []),
        ("date: 2022-02-14\nparent: 7\n", []),
        ("sequence: 1e3\n", []),
    ],
)
def test_a_fault_of_shape_is_refused_at_its_field(changes: str, expected: list[str]) -> None:
    """And what a program can do without is not."""
    assert expected == refused(program(changes))


@pytest.mark.parametrize("name", SCHEMA["properties"])
def test_what_is_missing_is_refused(name: str) -> None:
    """Save for what a program can do without."""
    expected = [] if name in {"references", "tags", "date", "parent"} else ["required"]
    assert expected == refused(program(without=(name,) if name not in {"date", "parent"} else ()))


SMALL = st.none() | st.booleans() | st.integers(-5, 200) | st.sampled_from([1.5, "", " ", "\t", "x", "7"])
VALUE = st.recursive(SMALL, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["title", "session", "program", "category", "slug", "link", "image", "reference"]), inner, max_size=4), max_leaves=6)  # fmt: skip


@given(fields=st.dictionaries(st.sampled_from([*SCHEMA["properties"], "extra"]), VALUE, max_size=3))
def test_the_schema_and_the_model_agree(fields: dict[str, Any]) -> None:
    """What one refuses, the other does."""
    read = document(program("".join(f"{name}: {as_yaml(value)}\n" for name, value in fields.items())))
    assert (parse_program(read)[0] is not None) == VALIDATOR.is_valid(read.values)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_fields_are_those_of_the_model(model: type[BaseModel]) -> None:
    """By the file's own names, required where the model requires them, and no others."""
    schema = SCHEMA if model is Program else SCHEMA["$defs"][model.__name__]
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    required = {name for name, field in fields.items() if field.is_required()}
    optional = set(OPTIONAL) if model is Program else set()
    assert list(fields) == list(schema["properties"])
    assert required - optional == set(schema["required"])
    assert False is schema["additionalProperties"]
    assert set(SCHEMA["$defs"]) | {"Program"} == {known.__name__ for known in MODELS}


def properties(schema: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property of a schema, with the way to it."""
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties":
                yield from ((f"{at}/{field}", told) for field, told in value.items())
            yield from properties(value, f"{at}/{name}")


def test_every_property_is_explained() -> None:
    """In a sentence or more, that an editor shows; so is every definition."""
    found = [*properties(SCHEMA), *SCHEMA["$defs"].items(), ("", SCHEMA)]
    assert 26 == len(list(properties(SCHEMA)))
    assert [] == [at for at, told in found if not told.get("description", "").endswith(".")]


def test_nothing_is_written_into_a_file_unasked() -> None:
    """A language server completes a field with its default or its first example."""
    assert [] == [at for at, told in properties(SCHEMA) if {"default", "examples"} & set(told)]
