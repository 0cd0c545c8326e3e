"""From a document to a `Program`, or to every fault of its shape at once."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from resilify_cli.diagnostics import Fault, FieldPath, On, field_text, quoted
from resilify_cli.facts import TEMPLATE_KEY
from resilify_cli.model.program import Program

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from resilify_cli.content.document import Document

OPTIONAL: Final = ("references", "tags")
"""Without these a program is complete all the same; what their absence means is for the rules to weigh."""
_NO_VALUES: Final = frozenset(("yaml-alias", "yaml-merge-key", "yaml-tag"))
_LONGEST_QUOTE: Final = 40
# A file with more unknown fields than this is no slip of an editor's, and each guess takes its time.
_MOST_GUESSES: Final = 100
_SURE: Final = 0.8
_WANTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "list_type": "a list",
    "model_type": "a mapping of fields",
}


def parse_program(document: Document) -> tuple[Program | None, tuple[Fault, ...]]:
    """Return the program of a document, and everything that is wrong with its shape.

    The program is None where a fault leaves none; missing or empty references and tags do not. Where the YAML
    broke off, a field that is not there may only be unread, and is not called missing. What the reading of the
    file has found wrong already is not told a second time.
    """
    values = document.values
    if not values:
        return None, () if document.faults else (_nothing_there(),)
    program, faults = _judge(values, document)
    empty = (name for name in OPTIONAL if values.get(name) == [])
    faults += [Fault("empty-field", f"the field {name} is empty", (name,)) for name in empty]
    if not document.is_complete:
        faults = [fault for fault in faults if fault.kind not in {"missing-field", "empty-field"}]
    if program is None and all(_is_bearable(fault) for fault in faults):
        program, _ = _judge({**values, **{name: values.get(name) or [] for name in OPTIONAL}}, document)
    return program, tuple(fault for fault in faults if not _is_told(fault, document))


def _judge(values: Mapping[str, Any], document: Document) -> tuple[Program | None, list[Fault]]:
    try:
        return Program.model_validate(values), []
    except ValidationError as error:
        return None, [_fault(detail, document) for detail in error.errors(include_url=False)]


def _is_bearable(fault: Fault) -> bool:
    return fault.kind in {"missing-field", "empty-field"} and fault.at in {(name,) for name in OPTIONAL}


def _is_told(fault: Fault, document: Document) -> bool:
    """An alias is no value, and a merge key no field: that was said by what refused them."""
    if fault.kind == "missing-field":
        return False
    start, end = document.extent(fault.at, on=fault.on)
    refused = (f.extent for f in document.faults if f.kind in _NO_VALUES and f.extent)
    return any(first < end and start < last for first, last in refused)


def _nothing_there() -> Fault:
    return Fault("missing-field", "the file has no front matter")


def _fault(detail: ErrorDetails, document: Document) -> Fault:
    at: FieldPath = tuple(detail["loc"])
    name = field_text(at)
    match detail["type"]:
        case "missing":
            hint = _hint_for_missing(at, document)
            fault = Fault("missing-field", f"the field {name} is missing", at, help=hint)
        case "extra_forbidden":
            fault = _unknown_field(at, document)
        case "blank" | "too_short":
            fault = Fault("empty-field", f"the field {name} is empty", at)
        case "bad_uuid":
            message = f"{name} is not a UUID, so that the app's deep link leads nowhere"
            fault = Fault(
                "bad-uuid", message, at, help="a UUID looks like 1b4e28ba-2fa1-11d2-883f-0016d3cca427"
            )
        case _ if detail["input"] is None:
            fault = Fault("empty-field", f"the field {name} has no value", at)
        case "literal_error":
            fault = _wrong_template_key(detail["input"], at)
        case "int_type" if detail["input"] == "":
            fault = Fault("empty-field", f"the field {name} is empty", at)
        case kind:
            fault = _wrong_type(name, kind, detail["input"], at, document)
    return fault


def _wrong_template_key(value: object, at: FieldPath) -> Fault:
    message = f"the template key is {value!r}, so that the site does not take the file for a program"
    return Fault("wrong-template-key", message, at, help=f"write {TEMPLATE_KEY}")


def _wrong_type(name: str, kind: str, value: object, at: FieldPath, document: Document) -> Fault:
    wanted = _WANTED.get(kind, "another value")
    message = f"{name} must be {wanted}, but is {_described(value, at, document)}"
    scalar = not isinstance(value, dict | list)
    if wanted == "text" and scalar:
        hint = "put it between quotes"
    elif wanted == "a whole number" and isinstance(value, str) and value.strip().isdigit():
        hint = "remove the quotes"
    else:
        hint = None
    on = On.VALUE if scalar else On.KEY
    return Fault("wrong-type", message, at, on=on, help=hint)


def _described(value: object, at: FieldPath, document: Document) -> str:
    start, end = document.extent(at)
    source = document.text[start:end]
    if len(source) > _LONGEST_QUOTE:
        source = source[:_LONGEST_QUOTE] + "…"
    match value:
        case bool():
            return f"{source}, which is read as yes or no"
        case int() | float():
            return f"the number {value}" + (f", written {source}" if source != str(value) else "")
        case dt.date():
            return f"a date ({source})"
        case str():
            return f"the text {quoted(value)}" if len(value) <= _LONGEST_QUOTE else "text"
        case list():
            return "a list"
        case _:
            return "a mapping of fields"


def _unknown_field(at: FieldPath, document: Document) -> Fault:
    siblings = _fields_at(at[:-1])
    taken = _taken_at(at[:-1], document)
    if len(taken) > _MOST_GUESSES:
        return Fault("unknown-field", f"the field {at[-1]!r} is unknown, and is shown nowhere", at, on=On.KEY)
    name = str(at[-1])
    free = [known for known in siblings if known not in taken] or siblings
    near = difflib.get_close_matches(
        name.replace("_", "").lower(), [known.lower() for known in free], n=1, cutoff=0.7
    )
    meant = next((known for known in free if near and known.lower() == near[0]), None)
    hint = f"did you mean {meant}?" if meant else f"the fields here are {', '.join(siblings)}"
    return Fault(
        "unknown-field",
        f"the field {quoted(name)} is unknown, and is shown nowhere",
        at,
        on=On.KEY,
        help=hint,
        meant=meant if meant and _is_slip(name, meant) else None,
    )


def _is_slip(name: str, meant: str) -> bool:
    likeness = difflib.SequenceMatcher(None, name.replace("_", "").lower(), meant.lower()).ratio()
    return likeness >= _SURE


def _hint_for_missing(at: FieldPath, document: Document) -> str | None:
    """A missing field may stand there under a mistyped name."""
    known = _fields_at(at[:-1])
    taken = [name for name in islice(_taken_at(at[:-1], document), _MOST_GUESSES) if name not in known]
    near = difflib.get_close_matches(str(at[-1]), taken, n=1, cutoff=0.7)
    return f"is it {quoted(near[0])}?" if near else None


def _taken_at(at: FieldPath, document: Document) -> Mapping[str, Any]:
    value: Any = document.values
    for step in at:
        value = value[step]
    return value if isinstance(value, dict) else {}


def _fields_at(at: FieldPath) -> list[str]:
    """Return the names that the model knows at a place, in the file's spelling."""
    model: type[BaseModel] = Program
    for step in at:
        if isinstance(step, str):
            model = _model_of(model, step)
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_of(model: type[BaseModel], name: str) -> type[BaseModel]:
    field = next(field for known, field in model.model_fields.items() if name in {known, field.alias})
    annotation: Any = field.annotation
    item = getattr(annotation, "__args__", (annotation,))[0]
    return item if isinstance(item, type) and issubclass(item, BaseModel) else model
